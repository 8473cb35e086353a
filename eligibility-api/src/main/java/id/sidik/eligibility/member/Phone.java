package id.sidik.eligibility.member;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in one form only, so that equal numbers are equal texts.
 *
 * @param e164 a plus sign and 8 to 15 digits (ITU-T E.164); personal data
 */
public record Phone(String e164) {
    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern SEPARATORS = Pattern.compile("[ ().-]");
    private static final String INDONESIA = "+62";
    private static final int SHOWN_DIGITS = 3;

    public Phone {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException("a telephone number is + and 8 to 15 digits");
        }
    }

    /** Reads {@code 0812-3456-7890} as {@code +6281234567890}; empty if it is no telephone number. */
    public static Optional<Phone> parse(String text) {
        String digits = SEPARATORS.matcher(text).replaceAll("");
        String international = digits.startsWith("0") ? INDONESIA + digits.substring(1) : digits;
        String withPlus = international.startsWith("62") ? "+" + international : international;
        return Optional.of(withPlus)
                .filter(form -> FORM.matcher(form).matches())
                .map(Phone::new);
    }

    /** Its last three digits: enough to ask "yours ends in …?". */
    @Override
    public String toString() {
        return "…" + e164.substring(e164.length() - SHOWN_DIGITS);
    }
}
