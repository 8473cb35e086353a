package id.sidik.eligibility.fallback;

import id.sidik.eligibility.lockout.FailureCount;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The PIN of a member's card. Layout 2 of its body; layout 1 ended after the moment set.
 *
 * <pre>
 * text NID | hash | moment set | double failures among strangers | moment of the last of them
 * </pre>
 *
 * @param amongStrangers wrong tries, wherever, at facilities that do not know the member; they fade
 */
public record CardPin(Nid nid, SecretHash hash, Instant setAt, FailureCount amongStrangers) {
    /** A million PINs, and some three hundred guesses a year: nobody finds one by travelling. */
    static final double STRANGERS_MAX = 30;

    static final Duration HALF_LIFE = Duration.ofDays(30);

    /** By member. */
    public static final RecordKind<CardPin> KIND = RecordKind.of(
            "card-pins",
            'p',
            pin -> RecordKey.of(pin.nid()),
            pin -> pin.hash()
                    .write(new BodyWriter().text(pin.nid().wholeDigits()))
                    .moment(pin.setAt())
                    .fraction(pin.amongStrangers().value())
                    .moment(pin.amongStrangers().asOf()),
            body -> new CardPin(
                    new Nid(body.text()),
                    SecretHash.read(body),
                    body.moment(),
                    body.atEnd() ? FailureCount.NONE : new FailureCount(body.fraction(), body.moment())));

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");
    private static final String RUN_UP = "01234567890";
    private static final String RUN_DOWN = "09876543210";
    private static final int BIRTH_DATE_AT = 6;
    private static final int BIRTH_DATE_END = 12;

    /** One that was set now. */
    public static CardPin set(Nid nid, SecretHash hash, Instant now) {
        return new CardPin(nid, hash, now, FailureCount.NONE);
    }

    /** Whether it was guessed at so often among strangers that it serves only where the member is known. */
    public boolean isWornOut(Instant now) {
        return amongStrangers.at(now, HALF_LIFE) >= STRANGERS_MAX;
    }

    /** After a wrong try among strangers. */
    public CardPin guessedAt(Instant now) {
        return new CardPin(nid, hash, setAt, amongStrangers.plusOne(now, HALF_LIFE));
    }

    /** Whether the text is a PIN that a stranger would not try first: not one digit, not a run, not the birth date on the card. */
    public static boolean isGood(String pin, Nid nid) {
        return FORM.matcher(pin).matches()
                && pin.chars().distinct().count() > 1
                && !RUN_UP.contains(pin)
                && !RUN_DOWN.contains(pin)
                && !pin.equals(nid.wholeDigits().substring(BIRTH_DATE_AT, BIRTH_DATE_END));
    }
}
