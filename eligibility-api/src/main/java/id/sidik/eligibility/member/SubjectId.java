package id.sidik.eligibility.member;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name by which the matcher knows a member. Drawn at random and never derived from the NID, so that fingers taken from
 * the matcher lead to nobody.
 *
 * @param value 1 to 64 of [A-Za-z0-9._-]
 */
public record SubjectId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int RANDOM_BYTES = 16;

    public SubjectId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a subject id is 1 to 64 of [A-Za-z0-9._-]");
        }
    }

    /**
     * Draws 128 bits, so that nobody can guess another's.
     *
     * @param random a cryptographically strong one outside tests
     */
    public static SubjectId random(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new SubjectId(HexFormat.of().formatHex(bytes));
    }
}
