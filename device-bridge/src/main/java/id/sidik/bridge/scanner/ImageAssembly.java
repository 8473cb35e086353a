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
     * @throws FaultException unless the module said the image is complete and exactly every pixel arrived
     */
    FingerImage toImage(double dpi) throws FaultException {
        if (ended && receivedBytes == expectedBytes()) {
            int bits = receivedBytes == packed.length ? Byte.SIZE : bitsPerPixel;
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
}
