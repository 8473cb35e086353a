package id.sidik.wire.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings that an institution sends to its bridges. What may be set from afar is a closed list: how people are served. Whom the bridge
 * trusts, where it listens and whom it calls is not on it, so that nobody who takes the sender over gets the boxes with it.
 *
 * @param origin where they come from, for messages
 * @param values by key
 */
public record RemoteSettings(String origin, Map<String, String> values) {
    /** Nothing is set from afar. */
    public static final RemoteSettings NONE = new RemoteSettings("nowhere", Map.of());

    private static final Set<String> ALLOWED = Set.of(
            "bridge.kiosk-mode",
            "bridge.kiosk-languages",
            "bridge.kiosk-purposes",
            "bridge.scanner-profile",
            "bridge.attempts-max",
            "bridge.finger-timeout",
            "bridge.minimum-quality",
            "bridge.frames-max",
            "bridge.site-pack-every",
            "bridge.gate-deadline",
            "bridge.facade.presence.origins",
            "bridge.facade.sbi.origins",
            "bridge.facade.secugen.origins",
            "bridge.facade.web-api.origins");

    private static final int VALUE_CHARS_MAX = 500;

    /** @throws IllegalArgumentException naming a key that may not be set from afar, or a value that is too long */
    public RemoteSettings {
        values = Map.copyOf(values);
        new TreeMap<>(values).forEach(RemoteSettings::requireAllowed);
    }

    private static void requireAllowed(String key, String value) {
        if (!ALLOWED.contains(key)) {
            throw new IllegalArgumentException(key + " may not be set from afar; set it on the box. Did you mean "
                    + Spelling.closest(key, ALLOWED) + "?");
        }
        if (value.length() > VALUE_CHARS_MAX || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    key + " must be at most " + VALUE_CHARS_MAX + " characters without control characters");
        }
    }
}
