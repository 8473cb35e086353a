package id.sidik.bridge.scanner;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What we know of a scanner model before we speak to it. Read from {@code hardware-profiles/scanner}.
 *
 * @param model name for people
 * @param protocol what it speaks
 * @param widthPx width of the image; a module with {@link ScannerFeature#PRODUCT_INFO} knows better
 * @param heightPx height of the image, likewise
 * @param dpi pixels per inch, measured; a wrong one makes every comparison fail
 * @param bitsPerPixel on the line: 4 or 8; of a module that says 4, an image of exactly twice the bytes is taken for 8
 * @param bauds line speeds to try; a module found at another than the first is moved to that, if it can be
 * @param address EF01: 32 bits, all ones from the factory; GT511: the device id; F5 has none
 * @param password EF01: 32 bits, zero from the factory; others have none
 * @param packetBytes EF01: image bytes in a packet, to which a module that has another size is set
 * @param bootDelay how long the module is deaf after it gets power
 * @param commandTimeout from a command to its answer; an image has its own, computed from its size and the baud
 * @param features what this model has beside what all of its protocol have
 * @param usbIds vendor and product, such as {@code 1a86:7523}, of what it may be plugged in with
 */
public record ScannerProfile(
        String model,
        ScannerProtocol protocol,
        int widthPx,
        int heightPx,
        double dpi,
        int bitsPerPixel,
        List<Integer> bauds,
        int address,
        int password,
        int packetBytes,
        Duration bootDelay,
        Duration commandTimeout,
        Set<ScannerFeature> features,
        Set<String> usbIds) {

    /** The smallest and the largest side that any module of the family has. */
    static final int SIDE_MIN_PX = 32;

    static final int SIDE_MAX_PX = 1024;
    static final int BAUD_MIN = 9_600;
    static final int BAUD_MAX = 921_600;
    private static final List<Integer> PACKET_BYTES = List.of(32, 64, 128, 256);

    /** Serial adapters that modules are sold with: CP210x, CH340, FT232 and PL2303. */
    private static final Set<String> ADAPTERS = Set.of("10c4:ea60", "1a86:7523", "0403:6001", "067b:2303");

    /** ZFM-20, R305, R307, AS608, FPM10A: 256 x 288 px at 500 dpi, 16 grey levels over UART. */
    public static final ScannerProfile ZFM_20 = new ScannerProfile(
            "ZFM-20",
            ScannerProtocol.EF01,
            256,
            288,
            500,
            4,
            List.of(115_200, 57_600, 9_600, 19_200, 38_400),
            0xFFFF_FFFF,
            0,
            128,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            EnumSet.of(ScannerFeature.SYSTEM_PARAMETERS, ScannerFeature.LAMP),
            ADAPTERS);

    /** Grow R503: 192 x 192 px unless it says otherwise itself; it grades what it sees and has a ring of light, and a USB of its own. */
    public static final ScannerProfile R503 = new ScannerProfile(
            "R503",
            ScannerProtocol.EF01,
            192,
            192,
            508,
            4,
            List.of(115_200, 57_600, 9_600, 19_200, 38_400),
            0xFFFF_FFFF,
            0,
            128,
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            EnumSet.of(
                    ScannerFeature.SYSTEM_PARAMETERS,
                    ScannerFeature.PRODUCT_INFO,
                    ScannerFeature.GRADED_CAPTURE,
                    ScannerFeature.RING_LIGHT),
            Set.of("10c4:ea60", "1a86:7523", "0403:6001", "067b:2303", "2e8a:000a"));

    /** ADH-Tech GT-511C3: 258 x 202 px, 8 bits; woken at 9,600 baud and moved to 115,200. */
    public static final ScannerProfile GT_511C3 = new ScannerProfile(
            "GT-511C3",
            ScannerProtocol.GT511,
            258,
            202,
            450,
            8,
            List.of(115_200, 9_600, 57_600, 38_400, 19_200),
            1,
            0,
            128,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            EnumSet.noneOf(ScannerFeature.class),
            ADAPTERS);

    /** Waveshare UART fingerprint sensor: 140 x 140 px, 16 grey levels. */
    public static final ScannerProfile WAVESHARE_F5 = new ScannerProfile(
            "Waveshare-F5",
            ScannerProtocol.F5,
            140,
            140,
            250,
            4,
            List.of(19_200, 9_600, 38_400, 57_600, 115_200),
            0,
            0,
            128,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            EnumSet.noneOf(ScannerFeature.class),
            ADAPTERS);

    public ScannerProfile {
        requireSide("width-px", widthPx);
        requireSide("height-px", heightPx);
        if (!(dpi >= 100 && dpi <= 2_000)) {
            throw new IllegalArgumentException("dpi must be 100 to 2000: " + dpi);
        }
        if (bitsPerPixel != 4 && bitsPerPixel != 8) {
            throw new IllegalArgumentException("bits-per-pixel must be 4 or 8: " + bitsPerPixel);
        }
        if (!PACKET_BYTES.contains(packetBytes)) {
            throw new IllegalArgumentException("packet-bytes must be one of " + PACKET_BYTES + ": " + packetBytes);
        }
        bauds = List.copyOf(bauds);
        if (bauds.isEmpty() || bauds.stream().anyMatch(baud -> baud < BAUD_MIN || baud > BAUD_MAX)) {
            throw new IllegalArgumentException(
                    "bauds must be one or more of " + BAUD_MIN + " to " + BAUD_MAX + ": " + bauds);
        }
        if (bootDelay.isNegative() || bootDelay.compareTo(Duration.ofSeconds(5)) > 0) {
            throw new IllegalArgumentException("boot-delay must be 0 to 5 s: " + bootDelay);
        }
        if (!commandTimeout.isPositive() || commandTimeout.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("command-timeout must be above 0 and at most 10 s: " + commandTimeout);
        }
        features = Set.copyOf(features);
        usbIds = Set.copyOf(usbIds);
    }

    private static void requireSide(String key, int px) {
        if (!isSide(px)) {
            throw new IllegalArgumentException(
                    key + " must be even and " + SIDE_MIN_PX + " to " + SIDE_MAX_PX + ": " + px);
        }
    }

    /** Whether an image of the family can be that wide or high: two pixels share a byte, so the number is even. */
    static boolean isSide(int px) {
        return px >= SIDE_MIN_PX && px <= SIDE_MAX_PX && px % 2 == 0;
    }

    /** The same model with other time limits. */
    public ScannerProfile withTimeouts(Duration otherBootDelay, Duration otherCommandTimeout) {
        return with(widthPx, heightPx, bitsPerPixel, bauds, packetBytes, otherBootDelay, otherCommandTimeout);
    }

    /** The same model at these line speeds only. */
    public ScannerProfile withBauds(List<Integer> otherBauds) {
        return with(widthPx, heightPx, bitsPerPixel, otherBauds, packetBytes, bootDelay, commandTimeout);
    }

    /** The same model set to another packet size. */
    public ScannerProfile withPacketBytes(int otherPacketBytes) {
        return with(widthPx, heightPx, bitsPerPixel, bauds, otherPacketBytes, bootDelay, commandTimeout);
    }

    /** The same model with another sensor, as batches of a model have. */
    public ScannerProfile withSensor(int otherWidthPx, int otherHeightPx) {
        return with(otherWidthPx, otherHeightPx, bitsPerPixel, bauds, packetBytes, bootDelay, commandTimeout);
    }

    /** The same model with other pixels on the line, as its variant for USB has. */
    public ScannerProfile withBitsPerPixel(int otherBitsPerPixel) {
        return with(widthPx, heightPx, otherBitsPerPixel, bauds, packetBytes, bootDelay, commandTimeout);
    }

    private ScannerProfile with(
            int otherWidthPx,
            int otherHeightPx,
            int otherBitsPerPixel,
            List<Integer> otherBauds,
            int otherPacketBytes,
            Duration otherBootDelay,
            Duration otherCommandTimeout) {
        return new ScannerProfile(
                model,
                protocol,
                otherWidthPx,
                otherHeightPx,
                dpi,
                otherBitsPerPixel,
                otherBauds,
                address,
                password,
                otherPacketBytes,
                otherBootDelay,
                otherCommandTimeout,
                features,
                usbIds);
    }

    public boolean has(ScannerFeature feature) {
        return features.contains(feature);
    }
}
