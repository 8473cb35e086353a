package id.sidik.bridge.scanner;

import id.sidik.engine.image.FingerImage;

/** How the transfer of the image in the module's memory ended. */
public sealed interface ImageTransfer permits ImageTransfer.Received, DeviceFault {
    /** Every packet arrived whole and the image has every pixel. */
    record Received(FingerImage image) implements ImageTransfer {}
}
