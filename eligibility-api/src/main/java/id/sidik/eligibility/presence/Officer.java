package id.sidik.eligibility.presence;

/**
 * Who acts on behalf of the institution.
 *
 * @param id of the person, not of the machine, as the access token names them: 1 to 64 characters, not blank, no control characters
 */
public record Officer(String id) {
    /** The longest id, in characters. */
    public static final int ID_CHARS_MAX = 64;

    public Officer {
        if (!isId(id)) {
            throw new IllegalArgumentException("an officer's id is 1 to 64 characters without control characters");
        }
    }

    /** Whether the text may name an officer. */
    public static boolean isId(String text) {
        return !text.isBlank()
                && text.length() <= ID_CHARS_MAX
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
