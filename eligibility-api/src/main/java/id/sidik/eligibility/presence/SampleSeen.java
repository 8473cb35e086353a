package id.sidik.eligibility.presence;

import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;

/**
 * That a sample of a registered device was shown. No two captures of a living finger are the same to the byte, so the second one is a copy,
 * whoever sealed it. Layout 1 of its body:
 *
 * <pre>
 * text hash | text decision id | moment
 * </pre>
 *
 * @param hash SHA-256 of the sample, whatever finger it is said to be of, 64 hexadecimal digits; nothing of a finger can be told from it
 * @param decisionId what it was shown for
 */
public record SampleSeen(String hash, String decisionId, Instant at) {
    /** By hash: added, never put, so that of two copies at one moment one is refused. */
    public static final RecordKind<SampleSeen> KIND = RecordKind.of(
            "samples-seen",
            'r',
            seen -> RecordKey.of(seen.hash()),
            seen -> new BodyWriter().text(seen.hash()).text(seen.decisionId()).moment(seen.at()),
            body -> new SampleSeen(body.text(), body.text(), body.moment()));
}
