package id.sidik.bridge;

import id.sidik.bridge.scanner.ScannerFeature;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.ScannerProtocol;
import id.sidik.wire.config.ConfigException;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads {@code hardware-profiles/scanner}. */
final class ScannerProfiles {
    private static final String FOLDER = "hardware-profiles/scanner/";
    private static final int HEXADECIMAL = 16;

    private ScannerProfiles() {}

    /**
     * The profile of a model.
     *
     * @param name file name without ending, such as {@code zfm-20}
     * @throws ConfigException when there is none, or it is not a profile
     */
    static ScannerProfile read(String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new ConfigException("bridge.scanner-profile must be 1 to 40 of [a-z0-9-], not '" + name + "'");
        }
        try {
            Config file = Config.just(ConfigSources.classpath(FOLDER + name + ".yaml"));
            return new ScannerProfile(
                    text(file, "model"),
                    ScannerProtocol.valueOf(text(file, "protocol").toUpperCase(Locale.ROOT)),
                    file.get("width-px").asInt().get(),
                    file.get("height-px").asInt().get(),
                    file.get("dpi").asDouble().get(),
                    file.get("bits-per-pixel").asInt().get(),
                    file.get("bauds").asList(Integer.class).get(),
                    Integer.parseUnsignedInt(text(file, "address"), HEXADECIMAL),
                    Integer.parseUnsignedInt(text(file, "password"), HEXADECIMAL),
                    file.get("packet-bytes").asInt().get(),
                    Duration.parse(text(file, "boot-delay")),
                    Duration.parse(text(file, "command-timeout")),
                    file.get("features").asList(String.class).get().stream()
                            .map(feature -> ScannerFeature.valueOf(feature.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (RuntimeException e) {
            throw new ConfigException(
                    String.format(
                            Locale.ROOT,
                            "bridge.scanner-profile '%s' names no readable file of %s: %s",
                            name,
                            FOLDER,
                            e.getMessage()),
                    e);
        }
    }

    private static String text(Config file, String key) {
        return file.get(key).asString().get();
    }
}
