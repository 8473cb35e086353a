package id.sidik.eligibility.member;

import java.util.Arrays;
import java.util.Optional;

/**
 * The number of a participant, as it stands on a card. Neither scheme publishes a check digit, so its form is all that can be told.
 *
 * <p>Printing one shows its last four digits, so that a log line can never carry a whole number.
 *
 * @param wholeDigits 13 digits (JKN) or 11 (KPJ); personal data, so search for this name to find every reader
 */
public record CardNumber(String wholeDigits) {
    private static final int SHOWN_DIGITS = 4;

    /** Who numbers so, told by the count of digits. */
    public enum Scheme {
        /** The health insurance (nomor kartu JKN): one number for life. */
        JKN(13, 1),
        /** Workers (kartu peserta jaminan, KPJ): one of each employer who registered the worker. */
        KPJ(11, 20);

        private final int digits;
        private final int inForceMax;

        Scheme(int digits, int inForceMax) {
            this.digits = digits;
            this.inForceMax = inForceMax;
        }

        /** How many of a member's are in force at once, at most. */
        public int inForceMax() {
            return inForceMax;
        }

        private static Optional<Scheme> of(String text) {
            return Arrays.stream(values())
                    .filter(scheme -> text.length() == scheme.digits)
                    .filter(_ -> text.chars().allMatch(digit -> digit >= '0' && digit <= '9'))
                    .findFirst();
        }
    }

    /** @throws IllegalArgumentException if the text is neither 13 nor 11 ASCII digits; the message does not repeat it */
    public CardNumber {
        if (!hasForm(wholeDigits)) {
            throw new IllegalArgumentException(
                    "a card's number is 13 or 11 ASCII digits; this is " + wholeDigits.length() + " characters");
        }
    }

    /** Whether the text is 13 or 11 ASCII digits. */
    public static boolean hasForm(String text) {
        return Scheme.of(text).isPresent();
    }

    /** Whether the text has the form of this scheme's numbers. */
    public static boolean hasForm(String text, Scheme scheme) {
        return Scheme.of(text).filter(scheme::equals).isPresent();
    }

    public Scheme scheme() {
        return Scheme.of(wholeDigits).orElseThrow();
    }

    /** The number as it may be shown: stars and its last four digits. */
    public String masked() {
        int hidden = wholeDigits.length() - SHOWN_DIGITS;
        return "*".repeat(hidden) + wholeDigits.substring(hidden);
    }

    @Override
    public String toString() {
        return masked();
    }
}
