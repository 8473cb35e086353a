package id.sidik.bridge.scanner;

import id.sidik.bridge.frame.DamagedFrame;
import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.Noise;
import id.sidik.bridge.frame.Reception;
import id.sidik.engine.image.FingerImage;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts an image together from the packets, of any size, that carry it (ZFM-20 user manual 2.0, UpImage: 4 bits a pixel
 * over UART, 8 over USB). Packets have no number: only the total shows that none is missing. It also tells which of the two a module
 * sends, for whoever plugs it in does not know: what is no whole image of either is refused.
 */
final class ImageAssembly implements Consumer<Reception> {
    private final int widthPx;
    private final int heightPx;
    private final int bitsPerPixel;
    private final int packedBytes;
    /** With room for a byte a pixel. */
    private final byte[] packed;

    private @Nullable Frame acknowledgement;
    private int receivedBytes;
    private boolean damaged;
    private boolean ended;

    ImageAssembly(int widthPx, int heightPx, int bitsPerPixel) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.bitsPerPixel = bitsPerPixel;
        this.packedBytes = GreyPixels.packedBytes(widthPx, heightPx, bitsPerPixel);
        this.packed = new byte[GreyPixels.packedBytes(widthPx, heightPx, Byte.SIZE)];
    }

    @Override
    public void accept(Reception reception) {
        switch (reception) {
            case Frame frame -> {
                switch (frame.type()) {
                    case ACKNOWLEDGEMENT -> acknowledged(frame);
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

    /** The first counts. One without a code says nothing: part of it was lost on the way. */
    private void acknowledged(Frame frame) {
        if (frame.payloadBytes() == 0) {
            damaged = true;
        } else if (acknowledgement == null) {
            acknowledgement = frame;
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
        return ended || (acknowledgement != null && Ef01Module.confirmationOf(acknowledgement) != Ef01Confirmation.OK);
    }

    /** True while nothing at all has come. */
    boolean isUntouched() {
        return acknowledgement == null && receivedBytes == 0 && !damaged;
    }

    int receivedBytes() {
        return receivedBytes;
    }

    /** As the profile says, until more than that has come: then it is a byte a pixel. */
    int expectedBytes() {
        return receivedBytes > packedBytes ? packed.length : packedBytes;
    }

    /** The most that an image of the sensor can have. */
    int bytesMax() {
        return packed.length;
    }

    /**
     * The image. A damaged packet is missing from the total, so damage that left the total right was noise.
     *
     * @throws FaultException unless the module said the image is complete and exactly every pixel arrived, as far as their number and
     *     their likeness tell
     */
    FingerImage toImage(double dpi) throws FaultException {
        if (ended && receivedBytes == expectedBytes()) {
            int bits = receivedBytes == packed.length ? Byte.SIZE : bitsPerPixel;
            if (bits != Byte.SIZE && isHalfOfBytes()) {
                throw new FaultException(
                        DeviceFault.Kind.IMAGE_DAMAGED,
                        "half of an image with a byte a pixel arrived, and is said to be whole: check the cable");
            }
            byte[] pixels = GreyPixels.unpack(Arrays.copyOf(packed, receivedBytes), bits);
            return FingerImage.of(widthPx, heightPx, dpi, pixels);
        }
        String count = receivedBytes + " image bytes arrived, and an image has " + packedBytes
                + (packedBytes == packed.length ? "" : " or, over USB, " + packed.length);
        if (damaged) {
            throw new FaultException(
                    DeviceFault.Kind.IMAGE_DAMAGED, count + "; some packets were damaged: check the cable");
        }
        throw new FaultException(
                DeviceFault.Kind.IMAGE_SIZE_WRONG,
                count + (ended ? "" : "; then the line fell silent") + ": check the size in the scanner's profile");
    }

    /**
     * Whether what has the size of an image with two pixels a byte is half of one with a byte a pixel: every other packet was lost. Pixels
     * beside each other are more alike than those two apart. So it is with the halves of one byte and the high halves of two bytes if
     * each half is a pixel; the low half of a pixel is like nothing beside it. Of the 640 prints of FVC 2000, 2002 and
     * 2004 the first pair differs by at most 0.8 of what the second does as two pixels a byte, and by 1.8 times that at least as half of the
     * bytes; of noise by as much.
     */
    private boolean isHalfOfBytes() {
        long withinBytes = 0;
        long acrossBytes = 0;
        for (int i = 0; i + 1 < receivedBytes; i++) {
            int high = packed[i] >> 4 & 0xF;
            withinBytes += Math.abs(high - (packed[i] & 0xF));
            acrossBytes += Math.abs(high - (packed[i + 1] >> 4 & 0xF));
        }
        return 4 * withinBytes > 5 * acrossBytes;
    }
}
