package id.sidik.wire.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one process. Later layers win: defaults (a YAML resource), hardware profile, what an institution sent from afar, file of the
 * operator, environment.
 *
 * <p>Keys are dotted and lower-case-dashed ({@code matcher.comparison-threads}). The defaults list every key there is; a key that they
 * lack stops the start. Profile and file may serve all processes at once, so keys under another process's prefix are left alone.
 * In the environment a key is {@code SIDIK_} and itself in capitals, with underscores for dots and dashes.
 */
public final class LayeredConfig {
    /** First words of keys in a shared file; {@code match} and {@code jvm} are for the launcher, {@code size} for sizing. */
    private static final Set<String> PREFIXES = Set.of("matcher", "eligibility", "bridge", "match", "jvm", "size");

    private static final String ENVIRONMENT_PREFIX = "SIDIK_";

    private final Map<String, Setting> settings;

    private LayeredConfig(Map<String, Setting> settings) {
        this.settings = settings;
    }

    private record Setting(String value, String origin) {}

    /**
     * Reads all layers.
     *
     * @param process the first word of every key of this process, for example {@code matcher}
     * @param defaultsResource class path resource, for example {@code matcher-defaults.yaml}
     * @param environment as {@link System#getenv()}
     * @throws ConfigException naming the unknown key, the layer it stands in and the known key closest to it
     */
    public static LayeredConfig load(
            String process,
            String defaultsResource,
            Optional<Path> profile,
            Optional<Path> file,
            Map<String, String> environment) {
        return load(process, defaultsResource, profile, RemoteSettings.NONE, file, environment);
    }

    /**
     * The same with settings from afar: they win over the hardware profile, and whoever stands at the box over them.
     *
     * @throws ConfigException as above
     */
    public static LayeredConfig load(
            String process,
            String defaultsResource,
            Optional<Path> profile,
            RemoteSettings remote,
            Optional<Path> file,
            Map<String, String> environment) {
        Map<String, Setting> settings = new HashMap<>();
        Config defaults = Config.just(ConfigSources.classpath(defaultsResource));
        defaults.asMap().orElse(Map.of()).forEach((key, value) -> settings.put(key, new Setting(value, "defaults")));
        LayeredConfig config = new LayeredConfig(settings);
        profile.ifPresent(path -> config.overlayFile(process, path));
        new TreeMap<>(remote.values()).forEach((key, value) -> config.overlay(process, key, value, remote.origin()));
        file.ifPresent(path -> config.overlayFile(process, path));
        config.overlayEnvironment(process, environment);
        return config;
    }

    private void overlayFile(String process, Path path) {
        SettingsFile.read(path).forEach((key, value) -> overlay(process, key, value, path.toString()));
    }

    private void overlay(String process, String key, String value, String origin) {
        String prefix = key.split("\\.", 2)[0];
        if (settings.containsKey(key)) {
            settings.put(key, new Setting(value, origin));
        } else if (prefix.equals(process) || !PREFIXES.contains(prefix)) {
            throw new ConfigException(
                    "Unknown key " + key + " in " + origin + "; did you mean " + closestTo(key) + "?");
        }
    }

    private void overlayEnvironment(String process, Map<String, String> environment) {
        Map<String, String> keyByVariable =
                settings.keySet().stream().collect(Collectors.toMap(LayeredConfig::variableOf, Function.identity()));
        String ours = ENVIRONMENT_PREFIX + process.toUpperCase(Locale.ROOT) + "_";
        new TreeMap<>(environment).forEach((variable, value) -> {
            String key = keyByVariable.get(variable);
            if (key != null) {
                settings.put(key, new Setting(value, "environment variable " + variable));
            } else if (variable.startsWith(ours)) {
                String known = Spelling.closest(variable, keyByVariable.keySet());
                throw new ConfigException("Unknown environment variable " + variable + "; did you mean " + known + "?");
            }
        });
    }

    private static String variableOf(String key) {
        return ENVIRONMENT_PREFIX
                + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private String closestTo(String key) {
        return Spelling.closest(key, settings.keySet());
    }

    public String string(String key) {
        return setting(key).value();
    }

    /** A value that may be left empty. */
    public Optional<String> optional(String key) {
        return Optional.of(string(key)).filter(value -> !value.isBlank());
    }

    public int integer(String key, int min, int max) {
        return read(key, "a whole number from " + min + " to " + max, text -> {
            int value = Integer.parseInt(text);
            return value >= min && value <= max ? Optional.of(value) : Optional.empty();
        });
    }

    /** A number strictly between {@code above} and {@code below}: error rates are never 0 or 1. */
    public double between(String key, double above, double below) {
        return read(key, "a number above " + above + " and below " + below, text -> {
            double value = Double.parseDouble(text);
            return value > above && value < below ? Optional.of(value) : Optional.empty();
        });
    }

    /** Above zero, ISO 8601: {@code PT2.5S}, {@code PT10M}, {@code P30D}. */
    public Duration duration(String key) {
        return read(key, "an ISO 8601 duration above zero, such as PT2S", text -> {
            Duration value = Duration.parse(text);
            return value.isPositive() ? Optional.of(value) : Optional.empty();
        });
    }

    public boolean flag(String key) {
        return read(key, "true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    public Path path(String key) {
        return read(key, "a path", text -> text.isBlank() ? Optional.empty() : Optional.of(Path.of(text)));
    }

    public HostPort address(String key) {
        return read(key, "host:port, such as 127.0.0.1:7441", text -> Optional.of(HostPort.parse(text)));
    }

    private <T> T read(String key, String expected, Function<String, Optional<T>> parser) {
        Setting setting = setting(key);
        try {
            Optional<T> value = parser.apply(setting.value());
            if (value.isPresent()) {
                return value.get();
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw unusable(key, expected, setting, e);
        }
        throw unusable(key, expected, setting, null);
    }

    private static ConfigException unusable(
            String key, String expected, Setting setting, @Nullable RuntimeException cause) {
        String message = key + " must be " + expected + ", but " + setting.origin() + " says '" + setting.value() + "'";
        return cause == null ? new ConfigException(message) : new ConfigException(message, cause);
    }

    private Setting setting(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalStateException("The defaults list no key " + key);
        }
        return setting;
    }
}
