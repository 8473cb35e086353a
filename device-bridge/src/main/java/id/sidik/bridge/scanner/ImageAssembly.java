package id.sidik.bridge.scanner;

import id.sidik.bridge.frame.DamagedFrame;
import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.Noise;
import id.sidik.bridge.frame.Reception;
import id.sidik.engine.image.FingerImage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts an image together from the packets, of any size, that carry it. Over UART a module sends 16 grey levels, two
 * pixels a byte, the high nibble being the left one (ZFM-20 user manual 2.0, UpImage). Packets have no number: only the
 * total shows that none is missing.
 */
final class ImageAssembly implements Consumer<Reception> {
    /** Stretches 0..15 to 0..255. */
    private static final int GREY_PER_LEVEL = 17;

    private final int widthPx;
    private final int heightPx;
    private final byte[] packed;
    private @Nullable Frame acknowledgement;
    private int receivedBytes;
    private boolean damaged;
    private boolean ended;

    ImageAssembly(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.packed = new byte[widthPx * heightPx / 2];
    }

    @Override
    public void accept(Reception reception) {
        switch (reception) {
            case Frame frame -> {
                switch (frame.type()) {
                    case ACKNOWLEDGEMENT -> acknowledgement = acknowledgement == null ? frame : acknowledgement;
                    case DATA -> append(frame);
                    case END_OF_DATA -> {
                        append(frame);
                        ended = true;
                    }
                    case COMMAND -> damaged = true;
                }
            }
            case DamagedFrame _ -> damaged = true;
            case Noise _ -> {}
        }
    }

    private void append(Frame frame) {
        if (receivedBytes + frame.payloadBytes() <= packed.length) {
            frame.copyPayloadTo(packed, receivedBytes);
        }
        receivedBytes += frame.payloadBytes();
    }

    /** The module's own word on the command; null until it came. */
    @Nullable
    Frame acknowledgement() {
        return acknowledgement;
    }

    /** True once the module has said that nothing more will come. */
    boolean isOver() {
        return ended || (acknowledgement != null && Ef01Scanner.confirmationOf(acknowledgement) != Ef01Confirmation.OK);
    }

    /** True while nothing at all has come. */
    boolean isUntouched() {
        return acknowledgement == null && receivedBytes == 0 && !damaged;
    }

    int receivedBytes() {
        return receivedBytes;
    }

    int expectedBytes() {
        return packed.length;
    }

    /**
     * The image. A damaged packet is missing from the total, so damage that left the total right was noise.
     *
     * @throws FaultException unless the module said the image is complete and exactly every pixel arrived
     */
    FingerImage toImage(double dpi) throws FaultException {
        if (ended && receivedBytes == packed.length) {
            return FingerImage.of(widthPx, heightPx, dpi, unpack(packed));
        }
        String count = receivedBytes + " of " + packed.length + " image bytes arrived";
        if (damaged) {
            throw new FaultException(
                    DeviceFault.Kind.IMAGE_DAMAGED, count + ", and some packets were damaged; check the cable");
        }
        throw new FaultException(
                DeviceFault.Kind.IMAGE_SIZE_WRONG,
                count + (ended ? "" : " before the line fell silent") + "; check the size in the scanner's profile");
    }

    private static byte[] unpack(byte[] packed) {
        byte[] grey = new byte[packed.length * 2];
        for (int i = 0; i < packed.length; i++) {
            grey[2 * i] = (byte) (((packed[i] >> 4) & 0x0F) * GREY_PER_LEVEL);
            grey[2 * i + 1] = (byte) ((packed[i] & 0x0F) * GREY_PER_LEVEL);
        }
        return grey;
    }
}
