package id.sidik.bridge.console;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.EncodedImage;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fingers from image files. */
final class SampleOptions {
    private static final int IMAGES_MAX = 20;

    @Option(
            names = "--finger",
            paramLabel = "FINGER",
            defaultValue = "unknown",
            description = "Which finger the images show: right-thumb, right-index ... left-little (default: unknown, "
                    + "which is compared with every finger).")
    private String finger = "";

    @Option(
            names = "--dpi",
            paramLabel = "DPI",
            defaultValue = "500",
            description = "Pixels per inch of the images, 100 to 2000 (default: 500). What a file says of itself, or a "
                    + "dataset.properties beside it, is not read: a wrong dpi makes every comparison fail. A record of ISO/IEC 19794-4 "
                    + "or ANSI/NIST-ITL states its own, which counts.")
    private double dpi;

    @Parameters(
            paramLabel = "IMAGE",
            arity = "0..20",
            description =
                    "PNG, TIFF, BMP, JPEG, WSQ or JPEG 2000, by itself or in a record of ISO/IEC 19794-4 or ANSI/NIST-ITL; "
                            + "several impressions of the one finger.")
    private List<Path> images = new ArrayList<>();

    /**
     * The images as samples.
     *
     * @throws UnusableInputException naming the file or finger that cannot be used
     */
    List<Sample> samples() {
        if (images.isEmpty()) {
            throw new UnusableInputException("name at least one IMAGE of a finger");
        }
        if (images.size() > IMAGES_MAX) {
            throw new UnusableInputException("at most " + IMAGES_MAX + " images, not " + images.size());
        }
        FingerPosition position = positionOf(finger);
        return images.stream()
                .map(image -> Sample.newBuilder()
                        .setFinger(position)
                        .setEncoded(EncodedImage.newBuilder()
                                .setContent(ByteString.copyFrom(ImageFile.read(image)))
                                .setDpi(dpi))
                        .build())
                .toList();
    }

    /** Whether no image was named. */
    boolean isEmpty() {
        return images.isEmpty();
    }

    static FingerPosition positionOf(String finger) {
        if (finger.equals("unknown")) {
            return FingerPosition.FINGER_POSITION_UNSPECIFIED;
        }
        return Words.parse(FingerPosition.class, finger, "--finger");
    }
}
