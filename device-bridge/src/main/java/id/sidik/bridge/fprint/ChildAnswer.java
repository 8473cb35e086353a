package id.sidik.bridge.fprint;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What the process with the library says, over its standard output. */
public sealed interface ChildAnswer {
    /** The reader is open and waits for a finger; or, to a probe, it is there. */
    record Opened() implements ChildAnswer {}

    /** A finger was there, and its image is whole. */
    record Image(Grey grey) implements ChildAnswer {}

    /** A finger was there, and the driver could make no image of it. */
    record Retry() implements ChildAnswer {}

    /** There is no image, and why. */
    record Failed(Reason reason, String detail) implements ChildAnswer {}

    /** Why there is no image. */
    enum Reason {
        /** No reader of that driver is plugged in. */
        ABSENT,
        /** The reader was pulled out. */
        REMOVED,
        /** The device node is closed to us. */
        DENIED,
        /** The library is not installed. */
        LIBRARY_MISSING,
        /** The driver says something else. */
        DRIVER,
        /** The process ended, or what it says can not be read. Never sent. */
        ENDED
    }

    /** Pixels, 0 to 255, row by row. */
    final class Grey {
        private final int widthPx;
        private final int heightPx;
        private final byte[] pixels;

        public Grey(int widthPx, int heightPx, byte[] pixels) {
            this.widthPx = widthPx;
            this.heightPx = heightPx;
            this.pixels = pixels;
        }

        int widthPx() {
            return widthPx;
        }

        int heightPx() {
            return heightPx;
        }

        byte[] pixels() {
            return pixels;
        }
    }

    /** Puts the answer on the pipe, whole. */
    default void writeTo(DataOutputStream out) throws IOException {
        switch (this) {
            case Opened _ -> out.writeByte('O');
            case Image image -> {
                out.writeByte('I');
                out.writeInt(image.grey.widthPx);
                out.writeInt(image.grey.heightPx);
                out.write(image.grey.pixels);
            }
            case Retry _ -> out.writeByte('R');
            case Failed failed -> {
                out.writeByte('F');
                out.writeUTF(failed.reason.name());
                out.writeUTF(failed.detail);
            }
        }
        out.flush();
    }

    /**
     * Waits for the next answer.
     *
     * @throws IOException when the pipe ended or holds anything else
     */
    static ChildAnswer readFrom(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'O' -> new Opened();
            case 'I' -> {
                int widthPx = in.readInt();
                int heightPx = in.readInt();
                if (!UsbReader.isSide(widthPx) || !UsbReader.isSide(heightPx)) {
                    throw new IOException("an image of " + widthPx + " x " + heightPx + " px");
                }
                byte[] pixels = new byte[widthPx * heightPx];
                in.readFully(pixels);
                yield new Image(new Grey(widthPx, heightPx, pixels));
            }
            case 'R' -> new Retry();
            case 'F' -> new Failed(reasonOf(in.readUTF()), in.readUTF());
            default -> throw new IOException("answer of kind " + kind);
        };
    }

    private static Reason reasonOf(String name) throws IOException {
        try {
            return Reason.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("a reason that nobody knows", e);
        }
    }
}
