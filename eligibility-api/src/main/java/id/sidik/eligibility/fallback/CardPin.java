package id.sidik.eligibility.fallback;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The PIN of a member's card. Layout 1 of its body:
 *
 * <pre>
 * text NID | hash | moment set
 * </pre>
 */
public record CardPin(Nid nid, SecretHash hash, Instant setAt) {
    /** By member. */
    public static final RecordKind<CardPin> KIND = RecordKind.of(
            "card-pins",
            'p',
            pin -> RecordKey.of(pin.nid()),
            pin -> pin.hash()
                    .write(new BodyWriter().text(pin.nid().wholeDigits()))
                    .moment(pin.setAt()),
            body -> new CardPin(new Nid(body.text()), SecretHash.read(body), body.moment()));

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");
    private static final String RUN_UP = "01234567890";
    private static final String RUN_DOWN = "09876543210";
    private static final int BIRTH_DATE_AT = 6;
    private static final int BIRTH_DATE_END = 12;

    /** Whether the text is a PIN that a stranger would not try first: not one digit, not a run, not the birth date on the card. */
    public static boolean isGood(String pin, Nid nid) {
        return FORM.matcher(pin).matches()
                && pin.chars().distinct().count() > 1
                && !RUN_UP.contains(pin)
                && !RUN_DOWN.contains(pin)
                && !pin.equals(nid.wholeDigits().substring(BIRTH_DATE_AT, BIRTH_DATE_END));
    }
}
