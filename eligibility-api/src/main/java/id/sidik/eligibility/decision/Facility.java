package id.sidik.eligibility.decision;

import java.util.regex.Pattern;

/**
 * Where somebody wants to be served.
 *
 * @param id 1 to 40 of [A-Za-z0-9._-]
 */
public record Facility(String id) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    public Facility {
        if (!isId(id)) {
            throw new IllegalArgumentException("a facility id is 1 to 40 of [A-Za-z0-9._-]");
        }
    }

    /** Whether the text may name a facility. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }
}
