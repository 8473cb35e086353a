package id.sidik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.doctor.Account;
import id.sidik.bridge.doctor.Box;
import id.sidik.bridge.doctor.Finding;
import id.sidik.bridge.doctor.Finding.State;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.trust.LocalAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on a data folder as the bridge leaves it, and in front of a gate over real TLS. */
class BridgeDoctorTest {
    @TempDir
    Path folder;

    @TempDir
    Path data;

    private final Map<String, String> environment =
            new HashMap<>(Map.of("SIDIK_BRIDGE_LISTEN", "127.0.0.1:0", "SIDIK_BRIDGE_KIOSK_LISTEN", "127.0.0.1:0"));
    private Optional<Path> config = Optional.empty();
    private InstantSource clock = InstantSource.system();

    private List<Finding> examine() throws IOException {
        AppArguments arguments = new AppArguments(data, Optional.empty(), config);
        BridgeDoctor doctor = new BridgeDoctor(new Box(folder), arguments, environment, "./sidik up", clock);
        return doctor.examine(new Account(Files.getOwner(data).getName(), Set.of("dialout"), true));
    }

    private List<Finding> named(String check) throws IOException {
        return examine().stream().filter(each -> each.check().equals(check)).toList();
    }

    private Finding only(String check) throws IOException {
        List<Finding> found = named(check);
        assertThat(found).as(check).hasSize(1);
        return found.getFirst();
    }

    @Test
    void hearsTheGateAndSeesBothCertificatesAndTheClock() throws IOException {
        try (FakeGate gate = FakeGate.start(data)) {
            assertThat(only("gate").state()).isEqualTo(State.OK);
            assertThat(only("gate").detail()).contains("answers and serves");
            assertThat(only("clock").state()).isEqualTo(State.OK);
            assertThat(named("certificate")).extracting(Finding::state).containsExactly(State.OK, State.OK);
            assertThat(named("certificate"))
                    .extracting(Finding::detail)
                    .allMatch(detail -> detail.matches(".* is good for [0-9]+ days, until .*"))
                    .anyMatch(detail -> detail.startsWith("the gate's"));
            assertThat(gate.checks).isEmpty();
        }
    }

    @Test
    void saysHowFarTheClockIsOff() throws IOException {
        clock = () -> InstantSource.system().instant().plus(Duration.ofMinutes(10));
        try (FakeGate _ = FakeGate.start(data)) {
            assertThat(only("clock").state()).isEqualTo(State.FAILED);
            assertThat(only("clock").detail()).containsPattern("(599|60[0-5]) s ahead of the gate's");
        }
        clock = () -> InstantSource.system().instant().minus(Duration.ofSeconds(15));
        try (FakeGate _ = FakeGate.start(data)) {
            assertThat(only("clock").state()).isEqualTo(State.WARNING);
            assertThat(only("clock").detail()).contains("behind");
        }
    }

    @Test
    void saysWhyTheGateDoesNotAnswer() throws IOException {
        environment.put("SIDIK_BRIDGE_ELIGIBILITY_ADDRESS", "127.0.0.1:1");
        LocalAuthority.establish(data.resolve("trust"), clock);

        assertThat(only("gate").state()).isEqualTo(State.FAILED);
        assertThat(only("gate").detail())
                .contains("127.0.0.1:1 does not answer this bridge")
                .contains("refused");
        assertThat(named("clock")).isEmpty();
    }

    /** Its name is right, and its certificate is another authority's. */
    @Test
    void doesNotBelieveTheGateOfAnotherInstitution() throws IOException {
        LocalAuthority.establish(data.resolve("trust"), clock);
        try (FakeGate other = FakeGate.start(folder.resolve("other"))) {
            environment.put("SIDIK_BRIDGE_ELIGIBILITY_ADDRESS", other.address().toString());

            assertThat(only("gate").state()).isEqualTo(State.FAILED);
            assertThat(only("gate").detail()).contains("its certificate is not believed here");
        }
    }

    @Test
    void saysThatNoGateIsKnown() throws IOException {
        LocalAuthority.establish(data.resolve("trust"), clock);

        assertThat(only("gate").state()).isEqualTo(State.WARNING);
        assertThat(only("gate").cure()).contains("fleet join --gate");
    }

    @Test
    void namesTheSettingThatCannotBeUsed() throws IOException {
        config = Optional.of(Files.writeString(folder.resolve("bridge.yaml"), "bridge:\n  kiosk-mood: gay\n"));

        assertThat(only("settings").state()).isEqualTo(State.FAILED);
        assertThat(only("settings").detail()).contains("bridge.kiosk-mood").contains("kiosk-mode");
        assertThat(only("settings").cure()).contains("./sidik up");
    }

    /** The package's program goes on without it, and somebody wonders why a change does nothing. */
    @Test
    void saysThatTheBridgeMayNotReadItsSettings() throws IOException {
        Path file = Files.writeString(folder.resolve("bridge.yaml"), "bridge:\n  attempts-max: 4\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        BridgeDoctor doctor = new BridgeDoctor(
                new Box(folder),
                new AppArguments(data, Optional.empty(), Optional.of(file)),
                environment,
                "./sidik up",
                clock);

        List<Finding> findings = doctor.examineScanners(new Account("sidik-bridge", Set.of("dialout"), false));

        assertThat(findings.getFirst().detail()).contains("sidik-bridge may not read " + file);
        assertThat(findings.getFirst().state()).isEqualTo(State.FAILED);
    }

    @Test
    void refusesAScannerThatNobodyDescribed() throws IOException {
        config = Optional.of(Files.writeString(folder.resolve("bridge.yaml"), "bridge:\n  scanner-profile: zfm-21\n"));

        assertThat(only("settings").state()).isEqualTo(State.FAILED);
        assertThat(only("settings").detail()).contains("zfm-21");
    }

    @Test
    void saysThatTheBridgeRunsAndAsksForNoPort() throws IOException {
        try (FakeGate _ = FakeGate.start(data);
                BridgeProcess _ = BridgeProcess.start(
                        new AppArguments(data, Optional.empty(), Optional.empty()), environment, clock)) {
            assertThat(only("bridge").state()).isEqualTo(State.OK);
            assertThat(named("ports")).isEmpty();
        }
        assertThat(only("bridge").state()).isEqualTo(State.FAILED);
        assertThat(only("ports").state()).isEqualTo(State.OK);
    }

    @Test
    void changesNothing() throws IOException {
        Path untouched = data.resolve("not-made-yet");
        data = untouched;
        BridgeDoctor doctor = new BridgeDoctor(
                Box.SYSTEM,
                new AppArguments(untouched, Optional.empty(), Optional.empty()),
                environment,
                "./sidik up",
                clock);

        assertThat(doctor.examine(BridgeDoctor.accountOf(untouched)))
                .extracting(Finding::check)
                .contains("bridge", "settings", "groups", "data folder");
        assertThat(untouched).doesNotExist();
    }
}
