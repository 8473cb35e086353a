package id.sidik.matcher.register;

import java.util.Locale;

/** The gallery is not rebuilt yet; an answer now would be about a part of the people. */
public final class GalleryLoadingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GalleryLoadingException(double progress) {
        super(String.format(
                Locale.ROOT, "the gallery is being loaded, %.0f %% are done; try again later", 100 * progress));
    }
}
