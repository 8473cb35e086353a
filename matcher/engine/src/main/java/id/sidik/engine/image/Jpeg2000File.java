package id.sidik.engine.image;

import id.sidik.engine.image.jpeg2000.Codestream;
import id.sidik.engine.image.jpeg2000.CodestreamException;
import java.util.Locale;

/** JPEG 2000, by itself or in a JP2 file. Its size is looked at before anything is decoded. */
final class Jpeg2000File {
    private Jpeg2000File() {}

    static FingerImage decode(byte[] content, double dpi) {
        try {
            Codestream codestream = Codestream.open(content);
            FingerImage.requireSides(codestream.widthPx(), codestream.heightPx());
            return FingerImage.of(codestream.widthPx(), codestream.heightPx(), dpi, codestream.decode());
        } catch (CodestreamException e) {
            throw new InvalidSampleException(
                    switch (e.kind()) {
                        case TRUNCATED -> SampleFault.IMAGE_TRUNCATED;
                        case CORRUPT -> SampleFault.IMAGE_CORRUPT;
                        case UNSUPPORTED -> SampleFault.IMAGE_FORMAT_UNKNOWN;
                    },
                    String.format(
                            Locale.ROOT,
                            "The JPEG 2000 file can not be read: %s. Send 8-bit grey, whole.",
                            e.getMessage()),
                    e);
        }
    }
}
