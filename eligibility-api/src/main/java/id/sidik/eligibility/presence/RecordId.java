package id.sidik.eligibility.presence;

import java.util.regex.Pattern;

/** The form that every id of a record has: 1 to 64 of [A-Za-z0-9._-]. */
public final class RecordId {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RecordId() {}

    /** Whether the text may name a record. */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The text, if it may name a record.
     *
     * @param of what the id is of, for the message
     * @throws IllegalArgumentException if it may not
     */
    public static String checked(String of, String text) {
        if (!hasForm(text)) {
            throw new IllegalArgumentException(of + " is 1 to 64 of [A-Za-z0-9._-]");
        }
        return text;
    }
}
