package id.sidik.eligibility.policy;

/**
 * One sentence for the screen, in both languages.
 *
 * @param indonesian not blank, at most {@link #CHARS_MAX} characters
 * @param english likewise
 */
public record BilingualText(String indonesian, String english) {
    static final int CHARS_MAX = 300;

    public BilingualText {
        if (!isText(indonesian) || !isText(english)) {
            throw new IllegalArgumentException("a text is 1 to 300 characters in either language");
        }
    }

    static boolean isText(String text) {
        return !text.isBlank() && text.length() <= CHARS_MAX;
    }
}
