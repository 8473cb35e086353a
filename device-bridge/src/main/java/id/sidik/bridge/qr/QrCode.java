package id.sidik.bridge.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.util.Map;

/** A text as a QR code (ISO/IEC 18004). */
public final class QrCode {
    /** Light modules around the code; a reader needs them (ISO/IEC 18004, 5.3.8). */
    static final int QUIET_MODULES = 4;

    private static final int DARK = 0x000000;
    private static final int LIGHT = 0xFFFFFF;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** What the code must bear. */
    public enum Wear {
        /** A screen: 7 % of it may be lost. */
        SCREEN(ErrorCorrectionLevel.L),
        /** Paper that is folded and carried: 15 %. */
        PAPER(ErrorCorrectionLevel.M);

        private final ErrorCorrectionLevel level;

        Wear(ErrorCorrectionLevel level) {
            this.level = level;
        }
    }

    /**
     * The smallest code that holds the text.
     *
     * @throws IllegalArgumentException if the text is longer than any code, at most 2.9 kB on a screen and 2.3 kB on paper
     */
    public static QrCode of(String text, Wear wear) {
        try {
            return new QrCode(Encoder.encode(text, wear.level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters fits no QR code", e);
        }
    }

    /** Modules on a side, without the quiet zone: 21 to 177. */
    public int sideModules() {
        return modules.getWidth();
    }

    /** Whether a module is dark. */
    public boolean dark(int x, int y) {
        return modules.get(x, y) == 1;
    }

    /** A picture with its quiet zone, to be printed: 3 cm on a side at the least for a receipt. */
    public BufferedImage picture(int modulePx) {
        int sidePx = (sideModules() + 2 * QUIET_MODULES) * modulePx;
        BufferedImage picture = new BufferedImage(sidePx, sidePx, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < sidePx; y++) {
            for (int x = 0; x < sidePx; x++) {
                picture.setRGB(x, y, darkAt(x / modulePx - QUIET_MODULES, y / modulePx - QUIET_MODULES) ? DARK : LIGHT);
            }
        }
        return picture;
    }

    /** For a terminal with a dark ground: two rows of modules a line, in half blocks, light ones drawn. */
    public String blocks() {
        StringBuilder text = new StringBuilder();
        for (int y = -QUIET_MODULES; y < sideModules() + QUIET_MODULES; y += 2) {
            for (int x = -QUIET_MODULES; x < sideModules() + QUIET_MODULES; x++) {
                boolean upper = darkAt(x, y);
                boolean lower = darkAt(x, y + 1);
                text.append(upper ? (lower ? ' ' : '\u2584') : (lower ? '\u2580' : '\u2588'));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private boolean darkAt(int x, int y) {
        return x >= 0 && y >= 0 && x < sideModules() && y < sideModules() && dark(x, y);
    }
}
