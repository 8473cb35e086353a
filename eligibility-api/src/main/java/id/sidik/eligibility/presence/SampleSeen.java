package id.sidik.eligibility.presence;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Duration;
import java.time.Instant;

/**
 * That a sample of a registered device was shown. No two captures of a living finger are the same to the byte, so the second one is a copy,
 * whoever sealed it. Layout 1 of its body:
 *
 * <pre>
 * text hash | text decision id | text device | text NID | flag recognised | moment
 * </pre>
 *
 * @param hash SHA-256 of the sample, whatever finger it is said to be of, 64 hexadecimal digits; nothing of a finger can be told from it
 * @param decisionId what it was first shown for
 * @param recognised whether a decision rested on it
 * @param at when it was first shown
 */
public record SampleSeen(String hash, String decisionId, String deviceId, Nid nid, boolean recognised, Instant at) {
    /** By hash. */
    public static final RecordKind<SampleSeen> KIND =
            RecordKind.of("samples-seen", 'r', seen -> RecordKey.of(seen.hash()), SampleSeen::write, SampleSeen::read);

    /** How long fingers that failed one by one may be shown together: a counter asks for up to four, each for half a minute. */
    private static final Duration ONE_TRY = Duration.ofMinutes(5);

    /** Whether it was shown in vain just now, by the same device of the same person: then it may be shown again beside another finger. */
    public boolean belongsToTry(String showing, Nid of, Instant now) {
        return !recognised && deviceId.equals(showing) && nid.equals(of) && !now.isAfter(at.plus(ONE_TRY));
    }

    /** The same after a decision rested on it: it serves no more. */
    public SampleSeen used() {
        return new SampleSeen(hash, decisionId, deviceId, nid, true, at);
    }

    private static BodyWriter write(SampleSeen seen) {
        return new BodyWriter()
                .text(seen.hash())
                .text(seen.decisionId())
                .text(seen.deviceId())
                .text(seen.nid().wholeDigits())
                .flag(seen.recognised())
                .moment(seen.at());
    }

    private static SampleSeen read(BodyReader body) {
        return new SampleSeen(body.text(), body.text(), body.text(), new Nid(body.text()), body.flag(), body.moment());
    }
}
