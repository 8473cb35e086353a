package id.sidik.bridge.scanner;

/**
 * The scanner can not do what it was asked, and why.
 *
 * @param detail for the operator's log: which port, which answer, what to do; never any pixel
 */
public record DeviceFault(Kind kind, String detail) implements Readiness, Detection, ImageTransfer {
    /** What is wrong. */
    public enum Kind {
        /** No device at the port. */
        ABSENT,
        /** The device is there and we may not use it. */
        NO_PERMISSION,
        /** Another program holds the port. */
        IN_USE,
        /** The device went away while we used it. */
        UNPLUGGED,
        /** The port is there, and whatever is behind it says nothing in time. */
        NOT_ANSWERING,
        /** Answers arrive, but damaged. */
        GARBLED,
        /** The module answers from another address, or says that ours is wrong. */
        WRONG_ADDRESS,
        /** The module does not accept the profile's password. */
        WRONG_PASSWORD,
        /** The module answered with an error of its own. */
        REFUSED,
        /** The module says that its sensor or its own parts are broken. */
        SENSOR_BROKEN,
        /** The library that drives the reader is not on this machine. */
        DRIVER_MISSING,
        /** The library that drives the reader crashed or hung; a new one is started. */
        DRIVER_FAILED,
        /** The image came with damaged packets. */
        IMAGE_DAMAGED,
        /** The image has more or fewer bytes than the sensor has pixels. */
        IMAGE_SIZE_WRONG,
        /** The one who asked was told to stop. */
        CANCELLED
    }

    /** True when nothing is plugged in, or no longer. */
    public boolean isUnplugged() {
        return kind == Kind.ABSENT || kind == Kind.UNPLUGGED;
    }

    /** True when the same image may well come whole if it is asked for again. */
    public boolean isTransient() {
        return kind == Kind.IMAGE_DAMAGED || kind == Kind.IMAGE_SIZE_WRONG || kind == Kind.GARBLED;
    }
}
