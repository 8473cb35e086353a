package id.sidik.engine.gallery;

/** More comparisons wait than may wait. Nothing was compared; the same call may succeed later. */
public final class GalleryOverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GalleryOverloadedException(String message, Throwable cause) {
        super(message, cause);
    }
}
