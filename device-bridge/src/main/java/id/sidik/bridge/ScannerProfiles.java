package id.sidik.bridge;

import id.sidik.bridge.fprint.UsbReader;
import id.sidik.bridge.scanner.ScannerFeature;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.ScannerProtocol;
import id.sidik.wire.config.ConfigException;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code hardware-profiles/scanner} and {@code hardware-profiles/usb-reader}. */
final class ScannerProfiles {
    private static final String FOLDER = "hardware-profiles/scanner/";
    private static final String READERS = "hardware-profiles/usb-reader/";
    private static final String SEARCH = "hardware-profiles/scanner-search.yaml";
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
                            .collect(Collectors.toUnmodifiableSet()),
                    Set.copyOf(file.get("usb-ids").asList(String.class).get()));
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

    /** The models that a bridge looks for which is not told what is plugged in, in the order in which each port is tried. */
    static List<ScannerProfile> searched() {
        return searchedFor("profiles").map(ScannerProfiles::read).toList();
    }

    /** The USB readers that it looks for before, in the order in which they are taken. */
    static List<UsbReader> searchedReaders() {
        return searchedFor("usb-readers")
                .map(name -> usbReader(name)
                        .orElseThrow(() -> new ConfigException(SEARCH + " names no file of " + READERS + ": " + name)))
                .toList();
    }

    private static Stream<String> searchedFor(String what) {
        return Config.just(ConfigSources.classpath(SEARCH)).get(what).asList(String.class).get().stream();
    }

    /**
     * The USB reader of that name, if one is described.
     *
     * @throws ConfigException when its file is not a description of a reader
     */
    static Optional<UsbReader> usbReader(String name) {
        String path = READERS + name + ".yaml";
        if (!name.matches("[a-z0-9_]{1,30}")
                || ScannerProfiles.class.getClassLoader().getResource(path) == null) {
            return Optional.empty();
        }
        try {
            Config file = Config.just(ConfigSources.classpath(path));
            return Optional.of(new UsbReader(
                    text(file, "model"),
                    text(file, "driver"),
                    file.get("width-px").asInt().get(),
                    file.get("height-px").asInt().get(),
                    file.get("dpi").asDouble().get(),
                    Set.copyOf(file.get("usb-ids").asList(String.class).get())));
        } catch (RuntimeException e) {
            throw new ConfigException(path + " describes no USB reader: " + e.getMessage(), e);
        }
    }

    private static String text(Config file, String key) {
        return file.get(key).asString().get();
    }
}
