package id.sidik.bridge.scanner;

import id.sidik.bridge.link.LinkException;

/** Carries a fault from where it is found to where {@link SerialScanner} makes a value of it. Never leaves the package. */
final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient DeviceFault fault;

    FaultException(DeviceFault.Kind kind, String detail) {
        super(detail);
        this.fault = new DeviceFault(kind, detail);
    }

    FaultException(LinkException cause) {
        super(cause);
        this.fault = new DeviceFault(kindOf(cause.kind()), String.valueOf(cause.getMessage()));
    }

    DeviceFault fault() {
        return fault;
    }

    private static DeviceFault.Kind kindOf(LinkException.Kind kind) {
        return switch (kind) {
            case ABSENT -> DeviceFault.Kind.ABSENT;
            case NO_PERMISSION -> DeviceFault.Kind.NO_PERMISSION;
            case IN_USE -> DeviceFault.Kind.IN_USE;
            case GONE -> DeviceFault.Kind.UNPLUGGED;
            case TIMEOUT -> DeviceFault.Kind.NOT_ANSWERING;
            case CANCELLED -> DeviceFault.Kind.CANCELLED;
        };
    }
}
