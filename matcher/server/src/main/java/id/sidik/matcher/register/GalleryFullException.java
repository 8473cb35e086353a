package id.sidik.matcher.register;

import java.util.Locale;

/** The gallery holds as many references as its memory was planned for. */
public final class GalleryFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GalleryFullException(long referencesMax) {
        super(String.format(
                Locale.ROOT,
                "the gallery holds its %,d references; give it more memory and raise matcher.gallery-references-max",
                referencesMax));
    }
}
