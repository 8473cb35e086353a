package id.sidik.eligibility.employer;

import java.util.regex.Pattern;

/**
 * An employer's registration number (nomor pendaftaran perusahaan).
 *
 * @param value two upper-case letters or digits, then six digits
 */
public record Npp(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2}[0-9]{6}");

    public Npp {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("an NPP is two of [A-Z0-9] and six digits: " + value);
        }
    }

    /** Whether the text may be one. */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
