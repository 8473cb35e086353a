package id.sidik.bridge.fprint;

import java.util.Set;

/**
 * A USB reader that libfprint drives, as {@code hardware-profiles/usb-reader} describes it.
 *
 * @param model name for people
 * @param driver libfprint's name of the driver
 * @param widthPx usual width of an image, 1 to 1,024; the driver's own word wins
 * @param heightPx usual height, likewise
 * @param dpi pixels per inch, measured: libfprint reports none
 * @param usbIds vendor and product, such as {@code 05ba:000a}, by which one is known that is plugged in; none if it is on no USB
 */
public record UsbReader(String model, String driver, int widthPx, int heightPx, double dpi, Set<String> usbIds) {
    static final int SIDE_MAX_PX = 1024;

    public UsbReader {
        if (!driver.matches("[a-z0-9_]{1,30}")) {
            throw new IllegalArgumentException("driver must be 1 to 30 of [a-z0-9_]: '" + driver + "'");
        }
        if (!isSide(widthPx) || !isSide(heightPx)) {
            throw new IllegalArgumentException(
                    "width-px and height-px must be 1 to " + SIDE_MAX_PX + ": " + widthPx + " x " + heightPx);
        }
        if (!(dpi >= 100 && dpi <= 2_000)) {
            throw new IllegalArgumentException("dpi must be 100 to 2000: " + dpi);
        }
        usbIds = Set.copyOf(usbIds);
    }

    static boolean isSide(int px) {
        return px >= 1 && px <= SIDE_MAX_PX;
    }
}
