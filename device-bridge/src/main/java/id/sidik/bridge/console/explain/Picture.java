package id.sidik.bridge.console.explain;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.image.InvalidSampleException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An image file, read.
 *
 * @param name as the person who asked calls it
 * @param sha256 of the file's bytes, so that anybody can tell later which file was meant
 * @param original its own pixels
 * @param image at 500 dpi, which is what everybody after the decoder looks at
 */
public record Picture(String name, String sha256, FingerImage original, FingerImage image) {
    /**
     * Decodes a file.
     *
     * @param dpi pixels per inch, unless a record states its own
     * @throws InvalidSampleException if it is no image of one finger
     */
    public static Picture of(String name, byte[] content, double dpi) {
        FingerImage original = ImageDecoder.decode(content, dpi);
        return new Picture(name, sha256(content), original, ImageNormaliser.toReferenceDpi(original));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
