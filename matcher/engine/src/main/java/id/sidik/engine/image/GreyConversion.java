package id.sidik.engine.image;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Any decoded picture as 8-bit grey. Grey samples keep their values (no gamma is applied or undone), colours become luma by ITU-R
 * BT.601, wider samples are scaled, and what is transparent shows white paper.
 */
final class GreyConversion {
    private static final int WHITE = 255;

    private GreyConversion() {}

    /** Whether {@link #toGrey} can convert such a picture: grey, RGB or palette, with unsigned samples of at most 16 bits. */
    static boolean canConvert(ColorModel colours) {
        if (colours instanceof IndexColorModel) {
            return true;
        }
        int type = colours.getColorSpace().getType();
        int dataType = colours.getTransferType();
        return (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB)
                && (dataType == DataBuffer.TYPE_BYTE
                        || dataType == DataBuffer.TYPE_USHORT
                        || dataType == DataBuffer.TYPE_INT)
                && widestSampleBits(colours) <= 16;
    }

    private static int widestSampleBits(ColorModel colours) {
        int bits = 0;
        for (int component = 0; component < colours.getNumComponents(); component++) {
            bits = Math.max(bits, colours.getComponentSize(component));
        }
        return bits;
    }

    static byte[] toGrey(Raster raster, ColorModel colours) {
        return colours instanceof IndexColorModel palette ? ofPalette(raster, palette) : ofSamples(raster, colours);
    }

    private static byte[] ofPalette(Raster raster, IndexColorModel palette) {
        byte[] greyOfIndex = new byte[palette.getMapSize()];
        for (int index = 0; index < greyOfIndex.length; index++) {
            double luma = luma(palette.getRed(index), palette.getGreen(index), palette.getBlue(index));
            greyOfIndex[index] = (byte) onWhite(luma, palette.getAlpha(index) / (double) WHITE);
        }
        int width = raster.getWidth();
        byte[] grey = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                // An index beyond the palette is the file's lie; ArrayIndexOutOfBounds makes the file corrupt.
                grey[y * width + x] = greyOfIndex[row[x]];
            }
        }
        return grey;
    }

    private static byte[] ofSamples(Raster raster, ColorModel colours) {
        int width = raster.getWidth();
        boolean isColour = colours.getNumColorComponents() == 3;
        int alphaBand = colours.hasAlpha() ? colours.getNumComponents() - 1 : -1;
        byte[] grey = new byte[width * raster.getHeight()];
        double[][] bands = new double[colours.getNumComponents()][width];
        for (int y = 0; y < raster.getHeight(); y++) {
            readRow(raster, colours, y, bands);
            for (int x = 0; x < width; x++) {
                double luma = isColour ? luma(bands[0][x], bands[1][x], bands[2][x]) : bands[0][x];
                double alpha = alphaBand < 0 ? 1 : bands[alphaBand][x] / WHITE;
                grey[y * width + x] =
                        (byte) (colours.isAlphaPremultiplied() ? addWhite(luma, alpha) : onWhite(luma, alpha));
            }
        }
        return grey;
    }

    /** Reads a row, each sample scaled from its own width to 0..255. */
    private static void readRow(Raster raster, ColorModel colours, int y, double[][] bands) {
        for (int band = 0; band < bands.length; band++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, bands[band].length, 1, band, bands[band]);
            double scale = WHITE / (double) ((1 << colours.getComponentSize(band)) - 1);
            for (int x = 0; x < bands[band].length; x++) {
                bands[band][x] *= scale;
            }
        }
    }

    private static double luma(double red, double green, double blue) {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }

    private static int onWhite(double luma, double alpha) {
        return addWhite(luma * alpha, alpha);
    }

    private static int addWhite(double premultipliedLuma, double alpha) {
        return Math.clamp(Math.round(premultipliedLuma + WHITE * (1 - alpha)), 0, WHITE);
    }
}
