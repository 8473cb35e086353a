package id.sidik.bridge.link;

import java.io.IOException;
import java.nio.file.Path;

/** The line cannot be used: which port, why, and the cure. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why, with what a person at the counter can do about it. */
    public enum Kind {
        /** No device at the port. */
        ABSENT("plug the scanner in, or set bridge.scanner-port to where it is"),
        /** The device is there and we may not use it. */
        NO_PERMISSION("add the bridge's user to the group of the device (dialout), or install its udev rule"),
        /** Another program holds the port. */
        IN_USE("stop the other program that uses the scanner"),
        /** The device was there and went away. */
        GONE("plug the scanner in again"),
        /** The line took or gave nothing in time. */
        TIMEOUT("check the cable and the baud rate of the scanner's profile"),
        /** The one who waited was told to stop. */
        CANCELLED("start the capture again");

        private final String cure;

        Kind(String cure) {
            this.cure = cure;
        }

        public String cure() {
            return cure;
        }
    }

    private final Kind kind;

    public LinkException(Kind kind, Path port, String detail) {
        super(port + ": " + detail + "; " + kind.cure());
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
