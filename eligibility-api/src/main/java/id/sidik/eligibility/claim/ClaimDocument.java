package id.sidik.eligibility.claim;

import java.util.regex.Pattern;

/**
 * A document of a claim. Its content stays with the claims system: we keep what proves that it was not changed since.
 *
 * @param sha256 of the content, 64 hexadecimal digits, lower case
 */
public record ClaimDocument(DocumentKind kind, String sha256) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ClaimDocument {
        if (!isSha256(sha256)) {
            throw new IllegalArgumentException("a document's hash is 64 hexadecimal digits, lower case");
        }
    }

    /** Whether the text may be a hash. */
    public static boolean isSha256(String text) {
        return FORM.matcher(text).matches();
    }
}
