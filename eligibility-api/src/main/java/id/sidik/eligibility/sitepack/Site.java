package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Facility;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A facility that may answer without a network.
 *
 * @param packKeyHex the X25519 public key of its bridge: 32 bytes in hexadecimal
 * @param validity of each pack, 24 to 72 hours
 */
public record Site(Facility facility, String packKeyHex, Duration validity, OfflineTerms terms, Instant registeredAt) {
    /** Shorter, and a night without a network empties the counter in the morning. */
    public static final Duration VALIDITY_MIN = Duration.ofDays(1);

    /** Longer, and what was withdrawn is served for days. */
    public static final Duration VALIDITY_MAX = Duration.ofDays(3);

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    public Site {
        if (!isKey(packKeyHex)) {
            throw new IllegalArgumentException("a pack key is 32 bytes and not all zero");
        }
        if (validity.compareTo(VALIDITY_MIN) < 0 || validity.compareTo(VALIDITY_MAX) > 0) {
            throw new IllegalArgumentException("a pack is valid for 24 to 72 hours, not " + validity);
        }
    }

    /** Whether it may be a public key: with zeros alone, everybody could read what is encrypted to it. */
    public static boolean isKey(String hex) {
        return KEY.matcher(hex).matches() && hex.chars().anyMatch(digit -> digit != '0');
    }

    /** A copy of the key's 32 bytes. */
    public byte[] packKey() {
        return HexFormat.of().parseHex(packKeyHex);
    }
}
