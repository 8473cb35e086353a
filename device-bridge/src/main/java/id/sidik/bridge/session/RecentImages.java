package id.sidik.bridge.session;

import id.sidik.engine.image.FingerImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;

/**
 * Remembers the last images by digest, in memory only, to refuse one that comes again byte for byte. This is a check
 * against replay, not presentation attack detection. Not for use by several threads.
 */
final class RecentImages {
    /** A morning's captures at a busy counter; 64 hexadecimal digits each. */
    static final int IMAGES_MAX = 512;

    private final LinkedHashSet<String> digests = new LinkedHashSet<>();

    /** Remembers the image; true unless it was remembered already. */
    boolean isNew(FingerImage image) {
        boolean isNew = digests.add(digest(image));
        if (digests.size() > IMAGES_MAX) {
            digests.removeFirst();
        }
        return isNew;
    }

    private static String digest(FingerImage image) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image.pixels()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
