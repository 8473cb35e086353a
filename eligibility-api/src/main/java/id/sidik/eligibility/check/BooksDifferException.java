package id.sidik.eligibility.check;

/** Books are sound in themselves, and yet not those that were copied. */
final class BooksDifferException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BooksDifferException(String message) {
        super(message);
    }
}
