package id.sidik.engine.image;

import org.jnbis.api.Jnbis;
import org.jnbis.api.model.Bitmap;

/** WSQ, the FBI's wavelet format (IAFIS-IC-0110), by JNBIS. */
final class WsqFile {
    private WsqFile() {}

    static FingerImage decode(byte[] content, double dpi) {
        try {
            Bitmap bitmap = Jnbis.wsq().decode(content).asBitmap();
            return FingerImage.of(bitmap.getWidth(), bitmap.getHeight(), dpi, bitmap.getPixels());
        } catch (InvalidSampleException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_CORRUPT,
                    "The WSQ file contradicts its own format. Write it again and send that.",
                    e);
        }
    }
}
