package id.sidik.matcher.register;

import java.util.Locale;

/** A subject would have more references than a comparison with all of them should cost. */
public final class TooManyReferencesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyReferencesException(int stored, int added) {
        super(String.format(
                Locale.ROOT,
                "a subject has at most %d references; this one has %d, and %d more were sent",
                Register.SUBJECT_REFERENCES_MAX,
                stored,
                added));
    }
}
