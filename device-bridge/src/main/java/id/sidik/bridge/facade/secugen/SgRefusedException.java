package id.sidik.bridge.facade.secugen;

/** A call that ends in an error number. */
final class SgRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SgError error;

    SgRefusedException(SgError error) {
        super(error.name());
        this.error = error;
    }

    SgRefusedException(SgError error, Throwable cause) {
        super(error.name(), cause);
        this.error = error;
    }

    SgError error() {
        return error;
    }
}
