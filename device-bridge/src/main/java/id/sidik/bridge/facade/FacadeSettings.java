package id.sidik.bridge.facade;

import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.LayeredConfig;

/** What {@code bridge.facade} of the settings says. */
public record FacadeSettings(Door presence) {
    private static final String PREFIX = "bridge.facade.";

    /**
     * Where a façade listens, and for whom.
     *
     * @param listen on the loopback
     * @param origins nobody: the façade is off
     */
    public record Door(HostPort listen, AllowedOrigins origins) {}

    /**
     * Reads them.
     *
     * @throws ConfigException naming the setting that cannot be used
     */
    public static FacadeSettings of(LayeredConfig config) {
        return new FacadeSettings(door(config, "presence"));
    }

    private static Door door(LayeredConfig config, String facade) {
        return new Door(config.address(PREFIX + facade + ".listen"), origins(config, PREFIX + facade + ".origins"));
    }

    private static AllowedOrigins origins(LayeredConfig config, String key) {
        try {
            return AllowedOrigins.parse(config.string(key));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key + ": " + e.getMessage(), e);
        }
    }
}
