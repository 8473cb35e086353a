package id.sidik.bridge.facade;

import id.sidik.bridge.facade.sbi.Purpose;
import id.sidik.bridge.facade.sbi.SbiProfile;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.LayeredConfig;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code bridge.facade} of the settings says.
 *
 * @param sbiProfile what the device of SBI says it is
 * @param secugenSecure where SecuGen's is served over TLS as well
 */
public record FacadeSettings(
        Door presence, Door sbi, SbiProfile sbiProfile, Door secugen, Optional<HostPort> secugenSecure, Door webApi) {
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
        return new FacadeSettings(
                door(config, "presence"),
                door(config, "sbi"),
                sbiProfile(config),
                door(config, "secugen"),
                secure(config),
                door(config, "web-api"));
    }

    /** Where those that somebody may use listen, by their names in the settings. SBI takes the next port when its own is taken, and is not among them. */
    public Map<String, HostPort> opened() {
        Map<String, HostPort> addresses = new TreeMap<>();
        Map.of("presence", presence, "secugen", secugen, "web-api", webApi).forEach((name, door) -> {
            if (!door.origins().isNobody()) {
                addresses.put(name + ".listen", door.listen());
            }
        });
        if (addresses.containsKey("secugen.listen")) {
            secugenSecure.ifPresent(address -> addresses.put("secugen.https-listen", address));
        }
        return addresses;
    }

    private static Optional<HostPort> secure(LayeredConfig config) {
        String key = PREFIX + "secugen.https-listen";
        return config.optional(key).map(_ -> config.address(key));
    }

    private static SbiProfile sbiProfile(LayeredConfig config) {
        String prefix = PREFIX + "sbi.";
        try {
            return new SbiProfile(
                    Purpose.named(config.string(prefix + "purpose"))
                            .orElseThrow(() -> new IllegalArgumentException("purpose must be Auth or Registration")),
                    config.string(prefix + "env"),
                    config.string(prefix + "device-code"),
                    config.string(prefix + "serial-no"),
                    config.string(prefix + "make"),
                    config.string(prefix + "model"),
                    config.string(prefix + "provider"),
                    config.string(prefix + "provider-id"));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(PREFIX + "sbi: " + e.getMessage(), e);
        }
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
