package id.sidik.benchmarks.engine;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import id.sidik.engine.image.FingerImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/**
 * SourceAFIS as it comes, told the dpi, with its own template and matcher: the baseline to beat. It gets grey pixels as the file
 * holds them, which suits it better than its own decoding (EER alike, FNMR at FMR 1e-3 on fvc2002-db1_b 5.7 % instead of 8.2 %:
 * that takes grey for linear light).
 */
final class BareSourceAfis implements MeasuredEngine<FingerprintTemplate> {
    @Override
    public String name() {
        return "sourceafis";
    }

    @Override
    public Optional<FingerprintTemplate> extract(byte[] content, double dpi) {
        try {
            return Optional.of(new FingerprintTemplate(image(content, new FingerprintImageOptions().dpi(dpi))));
        } catch (IllegalArgumentException | IOException unreadable) {
            return Optional.empty(); // how SourceAFIS and ImageIO say that this is no picture to them
        }
    }

    @Override
    public Optional<FingerprintTemplate> extract(FingerImage image) {
        FingerprintImageOptions options = new FingerprintImageOptions().dpi(image.dpi());
        return Optional.of(new FingerprintTemplate(
                new FingerprintImage(image.widthPx(), image.heightPx(), image.pixels(), options)));
    }

    @Override
    public ToDoubleFunction<FingerprintTemplate> comparisonOf(FingerprintTemplate probe) {
        FingerprintMatcher matcher = new FingerprintMatcher(probe);
        return matcher::match;
    }

    private static FingerprintImage image(byte[] content, FingerprintImageOptions options) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content));
        if (picture == null || picture.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            return new FingerprintImage(content, options);
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] grey = new byte[width * height];
        picture.getRaster().getDataElements(0, 0, width, height, grey);
        return new FingerprintImage(width, height, grey, options);
    }
}
