package id.sidik.bridge.console.explain;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.ridges.RidgeAnalysis;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Grey pictures as data URIs of PNG. */
final class GreyPng {
    private static final int WHITE = 255;

    /** The signal is cut off about there. */
    private static final float SIGNAL_MAX = 1.6f;

    private GreyPng() {}

    static String of(FingerImage image) {
        return dataUri(image.widthPx(), image.heightPx(), image::greyAt);
    }

    static String ofSignal(Impression.Usable print) {
        RidgeAnalysis analysis = print.analysis();
        return ofPrint(print, (x, y) -> grey(analysis.signalAt(x, y) / SIGNAL_MAX));
    }

    /** White beyond the print. */
    static String ofRidges(Impression.Usable print) {
        RidgeAnalysis analysis = print.analysis();
        return ofPrint(print, (x, y) -> analysis.isPrintAt(x, y) ? grey(analysis.ridgeAt(x, y)) : WHITE);
    }

    private static String ofPrint(Impression.Usable print, IntBinaryOperator greyAt) {
        return dataUri(print.features().widthPx(), print.features().heightPx(), greyAt);
    }

    /** From -1, black, to 1, white. */
    private static int grey(float value) {
        return Math.clamp(Math.round((value + 1) / 2 * WHITE), 0, WHITE);
    }

    private static String dataUri(int widthPx, int heightPx, IntBinaryOperator greyAt) {
        BufferedImage picture = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = picture.getRaster();
        for (int y = 0; y < heightPx; y++) {
            for (int x = 0; x < widthPx; x++) {
                raster.setSample(x, y, 0, greyAt.applyAsInt(x, y));
            }
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(picture));
    }

    /** In memory only: by itself ImageIO would keep the print in a temporary file meanwhile. */
    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return png.toByteArray();
    }
}
