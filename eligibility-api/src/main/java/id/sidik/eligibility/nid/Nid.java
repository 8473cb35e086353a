package id.sidik.eligibility.nid;

/**
 * A national ID number (NIK) by its form alone: 16 ASCII digits. Whether its parts can be true is for {@link NidRules}.
 *
 * <p>Printing one shows its first and last four digits, so that a log line can never carry a whole number.
 *
 * @param wholeDigits all 16 digits; personal data, so search for this name to find every reader
 */
public record Nid(String wholeDigits) {
    /** How many digits a number has. */
    public static final int DIGITS = 16;

    private static final int SHOWN_AT_EACH_END = 4;

    /** @throws IllegalArgumentException if the text is not 16 ASCII digits; the message does not repeat it */
    public Nid {
        if (!hasForm(wholeDigits)) {
            throw new IllegalArgumentException(
                    "a NID is 16 ASCII digits; this is " + wholeDigits.length() + " characters");
        }
    }

    /** Whether the text is 16 ASCII digits. Digits of other scripts are not. */
    public static boolean hasForm(String text) {
        return text.length() == DIGITS && text.chars().allMatch(Nid::isAsciiDigit);
    }

    /** The number as it may be shown: four digits, eight stars, four digits. */
    public String masked() {
        return wholeDigits.substring(0, SHOWN_AT_EACH_END)
                + "*".repeat(DIGITS - 2 * SHOWN_AT_EACH_END)
                + wholeDigits.substring(DIGITS - SHOWN_AT_EACH_END);
    }

    @Override
    public String toString() {
        return masked();
    }

    static boolean isAsciiDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
