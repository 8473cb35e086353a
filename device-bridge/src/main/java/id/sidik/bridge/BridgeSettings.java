package id.sidik.bridge;

import id.sidik.bridge.counter.CounterPolicy;
import id.sidik.bridge.facade.FacadeSettings;
import id.sidik.bridge.http.KioskMode;
import id.sidik.bridge.http.KioskSetting;
import id.sidik.bridge.session.CapturePlan;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.FingerEngine;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.LayeredConfig;
import id.sidik.wire.config.RemoteSettings;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.trust.BridgeName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code bridge-defaults.yaml} and the layers above it say.
 *
 * @param listen for gRPC
 * @param kioskListen for the kiosk page
 * @param gate the eligibility service; empty where the one of the same data folder says it serves
 * @param scannerPort device node, or a symbolic link that may appear later
 * @param scannerProfile a file of hardware-profiles/scanner or usb-reader, without ending, or auto
 * @param sendsTemplates no image leaves the bridge
 * @param facades what other people's pages may use
 * @param packEvery how often a new site pack is asked for
 * @param engine judges quality, and extracts what is sent as template: that of the matcher
 */
record BridgeSettings(
        HostPort listen,
        HostPort kioskListen,
        Optional<HostPort> gate,
        Path scannerPort,
        String scannerProfile,
        boolean sendsTemplates,
        FacadeSettings facades,
        FingerEngine engine,
        Duration packEvery,
        CounterPolicy policy,
        KioskSetting kiosk) {
    private static final String FACILITY_OF_ITS_OWN = "counter-1";
    private static final int ATTEMPTS_MAX = 10;
    private static final int QUALITY_MAX = 100;

    /**
     * Reads the layers.
     *
     * @param joined who the certificate says that this bridge is, if it joined a fleet
     * @param remote what the institution sent
     * @throws ConfigException naming the setting that cannot be used
     */
    static BridgeSettings load(
            AppArguments arguments,
            Map<String, String> environment,
            Optional<BridgeName> joined,
            RemoteSettings remote) {
        LayeredConfig config = LayeredConfig.load(
                BridgeProcess.NAME,
                "bridge-defaults.yaml",
                arguments.profile(),
                remote,
                arguments.config(),
                environment);
        return new BridgeSettings(
                config.address("bridge.listen"),
                config.address("bridge.kiosk-listen"),
                gateOf(config),
                config.optional("bridge.scanner-port").map(Path::of).orElse(virtualScanner(arguments.data())),
                config.string("bridge.scanner-profile"),
                sendsTemplates(config.string("bridge.send")),
                FacadeSettings.of(config),
                engineOf(config.string("bridge.engine")),
                config.duration("bridge.site-pack-every"),
                policyOf(config, facilityOf(config, joined)),
                kioskOf(config));
    }

    /** Where a virtual scanner announces itself when no real one is configured. */
    static Path virtualScanner(Path data) {
        return data.resolve("run").resolve("virtual-scanner");
    }

    /** Whether the bridge looks for its scanner itself. */
    boolean searchesScanner() {
        return scannerProfile.equals("auto");
    }

    /** From the first prompt to the answer, with the longest waits that the policy allows, for a finger and another one. */
    Duration journeyPatience() {
        return policy.fingerTimeout()
                .multipliedBy(4L * policy.attemptsMax())
                .plus(policy.gatePatience().multipliedBy(3));
    }

    private static Optional<HostPort> gateOf(LayeredConfig config) {
        return config.optional("bridge.eligibility-address").map(_ -> config.address("bridge.eligibility-address"));
    }

    private static boolean sendsTemplates(String send) {
        return switch (send) {
            case "image" -> false;
            case "template" -> true;
            default -> throw new ConfigException("bridge.send must be image or template, not '" + send + "'");
        };
    }

    private static FingerEngine engineOf(String name) {
        try {
            return FingerEngine.named(name);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("bridge.engine: " + e.getMessage(), e);
        }
    }

    private static KioskSetting kioskOf(LayeredConfig config) {
        try {
            return new KioskSetting(
                    modeOf(config.string("bridge.kiosk-mode")),
                    wordsOf(config.string("bridge.kiosk-languages")),
                    wordsOf(config.string("bridge.kiosk-purposes")).stream()
                            .map(BridgeSettings::purposeOf)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("bridge." + e.getMessage(), e);
        }
    }

    private static KioskMode modeOf(String label) {
        return Arrays.stream(KioskMode.values())
                .filter(mode -> mode.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kiosk-mode must be self-service or attended, not '" + label + "'"));
    }

    private static Purpose purposeOf(String name) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(name))
                .filter(purpose -> purpose != Purpose.PURPOSE_UNSPECIFIED && purpose != Purpose.UNRECOGNIZED)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kiosk-purposes names no purpose of the gate's contract: '" + name + "'"));
    }

    private static List<String> wordsOf(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    /** The certificate opens its own facility's records alone, so any other name would be refused at each call. */
    private static String facilityOf(LayeredConfig config, Optional<BridgeName> joined) {
        Optional<String> set = config.optional("bridge.facility-id");
        if (joined.isEmpty()) {
            return set.orElse(FACILITY_OF_ITS_OWN);
        }
        String certified = joined.get().facilityId();
        if (set.filter(facility -> !facility.equals(certified)).isPresent()) {
            throw new ConfigException("bridge.facility-id is '" + set.get() + "', but this box joined as a bridge of '"
                    + certified + "'; leave the setting empty, or join again with a code of that facility");
        }
        return certified;
    }

    private static CounterPolicy policyOf(LayeredConfig config, String facilityId) {
        try {
            return new CounterPolicy(
                    facilityId,
                    config.integer("bridge.attempts-max", 1, ATTEMPTS_MAX),
                    config.duration("bridge.finger-timeout"),
                    config.integer("bridge.minimum-quality", 0, QUALITY_MAX),
                    config.integer("bridge.frames-max", 1, CapturePlan.FRAMES_MAX),
                    config.duration("bridge.gate-deadline"));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("bridge." + e.getMessage(), e);
        }
    }
}
