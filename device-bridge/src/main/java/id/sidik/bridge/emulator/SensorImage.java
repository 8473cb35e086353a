package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import java.util.random.RandomGenerator;

/**
 * What a sensor holds of a finger, as its protocol sends it: a byte a pixel, or 16 grey levels, two pixels a byte, the high
 * nibble being the left one. The finger lies on the middle of the glass; what does not fit is cut off, and glass without
 * finger is white.
 */
final class SensorImage {
    private static final int WHITE = 255;
    private static final int GREY_PER_LEVEL = 17;

    private SensorImage() {}

    static byte[] of(FingerImage finger, ScannerProfile sensor) {
        double scale = finger.dpi() / sensor.dpi();
        int pixels = sensor.widthPx() * sensor.heightPx();
        byte[] packed = new byte[pixels * sensor.bitsPerPixel() / 8];
        if (sensor.bitsPerPixel() == 8) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                packed[pixel] = (byte) greyAt(finger, sensor, scale, pixel);
            }
            return packed;
        }
        for (int pixel = 0; pixel < pixels; pixel += 2) {
            int left = levelAt(finger, sensor, scale, pixel);
            int right = levelAt(finger, sensor, scale, pixel + 1);
            packed[pixel / 2] = (byte) (left << 4 | right);
        }
        return packed;
    }

    /** What the image is once it has arrived: 0 to 255, one byte a pixel. */
    static byte[] delivered(FingerImage finger, ScannerProfile sensor) {
        double scale = finger.dpi() / sensor.dpi();
        byte[] pixels = new byte[sensor.widthPx() * sensor.heightPx()];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            pixels[pixel] = (byte)
                    (sensor.bitsPerPixel() == 8
                            ? greyAt(finger, sensor, scale, pixel)
                            : levelAt(finger, sensor, scale, pixel) * GREY_PER_LEVEL);
        }
        return pixels;
    }

    /** An image in which every pixel is drawn by lot. */
    static byte[] noise(ScannerProfile sensor, RandomGenerator random) {
        byte[] packed = new byte[sensor.widthPx() * sensor.heightPx() * sensor.bitsPerPixel() / 8];
        random.nextBytes(packed);
        return packed;
    }

    /** 0 to 15. */
    private static int levelAt(FingerImage finger, ScannerProfile sensor, double scale, int pixel) {
        return (greyAt(finger, sensor, scale, pixel) + GREY_PER_LEVEL / 2) / GREY_PER_LEVEL;
    }

    /** The nearest pixel of the finger. */
    private static int greyAt(FingerImage finger, ScannerProfile sensor, double scale, int pixel) {
        int x = nearest(pixel % sensor.widthPx(), sensor.widthPx(), finger.widthPx(), scale);
        int y = nearest(pixel / sensor.widthPx(), sensor.heightPx(), finger.heightPx(), scale);
        boolean onFinger = x >= 0 && x < finger.widthPx() && y >= 0 && y < finger.heightPx();
        return onFinger ? finger.greyAt(x, y) : WHITE;
    }

    /** Both middles meet; at scale 1 this is a shift by whole pixels. */
    private static int nearest(int sensorPx, int sensorSidePx, int fingerSidePx, double scale) {
        return (int) Math.floor((sensorPx - sensorSidePx / 2 + 0.5) * scale) + fingerSidePx / 2;
    }
}
