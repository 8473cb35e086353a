package id.sidik.wire.proof;

/** A signature, a hash or a form that does not hold. The message says which, and never repeats the payload. */
public final class ProofRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProofRefusedException(String message) {
        super(message);
    }

    public ProofRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
