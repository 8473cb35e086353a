package id.sidik.wire.process;

import id.sidik.wire.config.ConfigException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of a process.
 *
 * @param data where it keeps everything
 * @param profile a file of hardware-profiles/box
 * @param config the operator's own settings
 */
public record AppArguments(Path data, Optional<Path> profile, Optional<Path> config) {
    static final String USAGE = "--data DIR [--profile FILE] [--config FILE]";

    /**
     * Reads the command line.
     *
     * @throws ConfigException saying what is wrong and what is right
     */
    public static AppArguments parse(String... args) {
        Map<String, Path> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String option = args[i];
            switch (option) {
                case "--data", "--profile", "--config" -> {
                    if (i + 1 == args.length) {
                        throw new ConfigException(option + " needs a value; usage: " + USAGE);
                    }
                    if (options.put(option, Path.of(args[i + 1])) != null) {
                        throw new ConfigException(option + " is given twice; usage: " + USAGE);
                    }
                }
                default -> throw new ConfigException("Unknown argument " + option + "; usage: " + USAGE);
            }
        }
        Path data = options.get("--data");
        if (data == null) {
            throw new ConfigException("--data is missing; usage: " + USAGE);
        }
        return new AppArguments(
                data.toAbsolutePath().normalize(),
                Optional.ofNullable(options.get("--profile")),
                Optional.ofNullable(options.get("--config")));
    }
}
