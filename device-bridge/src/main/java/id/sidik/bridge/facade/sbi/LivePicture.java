package id.sidik.bridge.facade.sbi;

import id.sidik.engine.image.FingerImage;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A frame as JPEG, with its quality as a bar below it: of 100, as much as is dark. */
final class LivePicture {
    private static final int BAR_PX = 8;
    private static final int WHITE = 255;
    private static final int BLANK_SIDE_PX = 256;

    private LivePicture() {}

    static byte[] of(FrameBoard.Shown shown) {
        FingerImage image = shown.image();
        int widthPx = image == null ? BLANK_SIDE_PX : image.widthPx();
        int heightPx = image == null ? BLANK_SIDE_PX : image.heightPx();
        BufferedImage picture = new BufferedImage(widthPx, heightPx + BAR_PX, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = picture.getRaster();
        for (int y = 0; y < heightPx; y++) {
            for (int x = 0; x < widthPx; x++) {
                raster.setSample(x, y, 0, image == null ? WHITE : image.greyAt(x, y));
            }
        }
        int dark = widthPx * shown.quality() / 100;
        for (int y = heightPx; y < heightPx + BAR_PX; y++) {
            for (int x = 0; x < widthPx; x++) {
                raster.setSample(x, y, 0, x < dark ? 0 : WHITE);
            }
        }
        return jpeg(picture);
    }

    /** In memory only: by itself ImageIO would keep the print in a temporary file meanwhile. */
    private static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return jpeg.toByteArray();
    }
}
