package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;

/** What must arrive of a finger, worked out apart from what the virtual sensor does with bytes. */
final class Expected {
    private static final int WHITE = 255;

    private Expected() {}

    /** The finger's nearest pixels, middle on middle, white around it, in as many grey levels as the module sends. */
    static byte[] pixels(FingerImage finger, ScannerProfile sensor) {
        double scale = finger.dpi() / sensor.dpi();
        int halfWidthPx = sensor.widthPx() / 2;
        int halfHeightPx = sensor.heightPx() / 2;
        byte[] pixels = new byte[sensor.widthPx() * sensor.heightPx()];
        for (int y = 0; y < sensor.heightPx(); y++) {
            for (int x = 0; x < sensor.widthPx(); x++) {
                int fingerX = (int) Math.floor((x + 0.5 - halfWidthPx) * scale) + finger.widthPx() / 2;
                int fingerY = (int) Math.floor((y + 0.5 - halfHeightPx) * scale) + finger.heightPx() / 2;
                boolean outside =
                        fingerX < 0 || fingerY < 0 || fingerX >= finger.widthPx() || fingerY >= finger.heightPx();
                int grey = outside ? WHITE : finger.greyAt(fingerX, fingerY);
                pixels[y * sensor.widthPx() + x] = (byte) (sensor.bitsPerPixel() == 8 ? grey : (grey + 8) / 17 * 17);
            }
        }
        return pixels;
    }
}
