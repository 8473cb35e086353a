package id.sidik.engine.image;

import org.jspecify.annotations.Nullable;

/**
 * A sample that can not be used, whoever sends it again. The message names the value and the cure, and never holds biometric
 * data.
 */
public final class InvalidSampleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SampleFault fault;

    public InvalidSampleException(SampleFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public InvalidSampleException(SampleFault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public SampleFault fault() {
        return fault;
    }
}
