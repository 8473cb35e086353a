package id.sidik.matcher.prints;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.EncodedImage;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real prints, FVC2002 DB1 set B (500 dpi), which lie beside the checkout and never in it. */
public final class SharedPrints {
    private static final Path FOLDER =
            Path.of(System.getProperty("sidik.shared", "../shared"), "fingerprints", "fvc2002-db1_b");

    private SharedPrints() {}

    public static byte[] file(int finger, int impression) {
        Path file = FOLDER.resolve(finger + "_" + impression + ".tif");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("These tests need the prints in " + FOLDER.toAbsolutePath(), e);
        }
    }

    public static Sample sample(int finger, int impression) {
        return Sample.newBuilder()
                .setFinger(FingerPosition.RIGHT_INDEX)
                .setEncoded(EncodedImage.newBuilder()
                        .setContent(ByteString.copyFrom(file(finger, impression)))
                        .setDpi(500))
                .build();
    }
}
