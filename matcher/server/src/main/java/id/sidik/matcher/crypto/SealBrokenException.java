package id.sidik.matcher.crypto;

/** Sealed bytes were changed, moved to another place, or sealed with another key; which of them can not be told. */
public final class SealBrokenException extends Exception {
    private static final long serialVersionUID = 1L;

    SealBrokenException(Throwable cause) {
        super("the seal does not open with this key at this place", cause);
    }
}
