package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.console.Main;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.wire.process.AppArguments;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./sidik demo --once} plays, from the serial line to the audit log. */
class DemoTest {
    @Test
    void everyJourneyEndsAsExpected(@TempDir Path data) throws IOException {
        try (Appliance _ = Appliance.start(data);
                BridgeProcess _ = bridge(data)) {
            StringWriter out = new StringWriter();

            int code = Main.run(
                    new PrintWriter(out, true),
                    new PrintWriter(out, true),
                    "demo",
                    "--once",
                    "--data",
                    data.toString());

            assertThat(code).as(out.toString()).isZero();
            assertThat(out.toString())
                    .contains("Granted: JKN")
                    .contains("Denied: BIO-003")
                    .contains("CONTRIBUTIONS_LAPSED")
                    .contains("Denied: ELIG-001")
                    .contains("Held for adjudication")
                    .contains("Undetermined: SCANNER_UNPLUGGED")
                    .doesNotContain("NO ");
        }
    }

    /** A scanner where the bridge of a data folder looks for one, plugged in. */
    static ScannerEmulator scanner(Path data) throws IOException {
        ScannerEmulator scanner = new ScannerEmulator(
                data.resolve("run").resolve("virtual-scanner"), ScannerProfile.ZFM_20, 0, new SplittableRandom(1));
        scanner.plug();
        return scanner;
    }

    static BridgeProcess bridge(Path data) throws IOException {
        return bridge(data, Map.of());
    }

    static BridgeProcess bridge(Path data, Map<String, String> more) throws IOException {
        return bridge(data, more, InstantSource.system());
    }

    static BridgeProcess bridge(Path data, Map<String, String> more, InstantSource clock) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SIDIK_BRIDGE_LISTEN", "127.0.0.1:0",
                "SIDIK_BRIDGE_KIOSK_LISTEN", "127.0.0.1:0",
                "SIDIK_BRIDGE_GATE_DEADLINE", "PT20S"));
        settings.putAll(more);
        return BridgeProcess.start(new AppArguments(data, Optional.empty(), Optional.empty()), settings, clock);
    }
}
