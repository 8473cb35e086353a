package id.sidik.eligibility.fleet;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings that the institution wants on its bridges: the newest for a facility, or for all. Layout 1 of its body:
 *
 * <pre>
 * optional text facility | long number | moment issued | moment expires | int count | that many: text key, text value
 * </pre>
 *
 * @param facility whose bridges; empty for all
 * @param number above those of all profiles before, whoever they were for
 * @param expiresAt until when a bridge takes it; what it has taken stays
 * @param settings by key, 1 to {@link #SETTINGS_MAX}
 */
public record BridgeProfile(
        Optional<Facility> facility,
        long number,
        Instant issuedAt,
        Instant expiresAt,
        SortedMap<String, String> settings) {
    /** By whom they are for. */
    public static final RecordKind<BridgeProfile> KIND = RecordKind.of(
            "bridge-profiles", 'Y', profile -> keyOf(profile.facility()), BridgeProfile::write, BridgeProfile::read);

    /** More than may be set from afar. */
    public static final int SETTINGS_MAX = 32;

    public static final Duration VALIDITY_MIN = Duration.ofDays(1);

    public static final Duration VALIDITY_MAX = Duration.ofDays(365);

    /** No facility is called so. */
    private static final String ALL = "*";

    public BridgeProfile {
        if (settings.isEmpty() || settings.size() > SETTINGS_MAX) {
            throw new IllegalArgumentException("a profile has 1 to " + SETTINGS_MAX + " settings");
        }
        settings = new TreeMap<>(settings);
    }

    /** The key of the newest one for a facility, or for all. */
    public static RecordKey keyOf(Optional<Facility> facility) {
        return RecordKey.of(facility.map(Facility::id).orElse(ALL));
    }

    private static BodyWriter write(BridgeProfile profile) {
        BodyWriter body = new BodyWriter();
        body.optional(profile.facility().map(Facility::id), body::text)
                .number(profile.number())
                .moment(profile.issuedAt())
                .moment(profile.expiresAt());
        return body.list(
                profile.settings().entrySet(),
                setting -> body.text(setting.getKey()).text(setting.getValue()));
    }

    private static BridgeProfile read(BodyReader body) {
        return new BridgeProfile(
                body.optional(body::text).map(Facility::new),
                body.longNumber(),
                body.moment(),
                body.moment(),
                new TreeMap<>(body.list(SETTINGS_MAX, () -> Map.entry(body.text(), body.text())).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }
}
