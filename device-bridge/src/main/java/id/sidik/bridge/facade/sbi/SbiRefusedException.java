package id.sidik.bridge.facade.sbi;

/** A request that ends in an error of SBI. */
final class SbiRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SbiError error;

    SbiRefusedException(SbiError error) {
        super(error.info());
        this.error = error;
    }

    SbiRefusedException(SbiError error, Throwable cause) {
        super(error.info(), cause);
        this.error = error;
    }

    SbiError error() {
        return error;
    }
}
