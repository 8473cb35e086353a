package id.sidik.wire.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A file of settings: YAML, nested or with dots in its keys. */
public final class SettingsFile {
    private SettingsFile() {}

    /**
     * All settings of a file by their dotted keys.
     *
     * @throws ConfigException when it cannot be read
     */
    public static Map<String, String> read(Path path) {
        if (!Files.isReadable(path)) {
            throw new ConfigException("Cannot read the configuration file " + path);
        }
        try {
            return new TreeMap<>(Config.just(ConfigSources.file(path)).asMap().orElse(Map.of()));
        } catch (RuntimeException e) {
            throw new ConfigException(path + " is not YAML that can be read: " + e.getMessage(), e);
        }
    }
}
