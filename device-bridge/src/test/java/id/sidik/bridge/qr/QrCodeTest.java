package id.sidik.bridge.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    /** As long as a receipt with five reasons. */
    private static final String RECEIPT = "eyJhbGciOiJFZERTQSJ9.".repeat(38);

    @Test
    void isReadAgainFromScreenAndPaper() throws ReaderException {
        for (QrCode.Wear wear : QrCode.Wear.values()) {
            QrCode code = QrCode.of(RECEIPT, wear);

            assertThat(read(code.picture(3))).isEqualTo(RECEIPT);
            assertThat(code.sideModules()).as("a telephone reads it from 4 cm").isLessThanOrEqualTo(117);
        }
    }

    @Test
    void survivesFoldsAndStainsOnPaper() throws ReaderException {
        BufferedImage picture = QrCode.of(RECEIPT, QrCode.Wear.PAPER).picture(6);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, picture.getHeight() / 2, picture.getWidth(), 6); // a fold
        pen.setColor(Color.BLACK);
        pen.fillOval(picture.getWidth() / 2, picture.getHeight() / 3, 60, 60); // a stain
        pen.dispose();

        assertThat(read(picture)).isEqualTo(RECEIPT);
    }

    @Test
    void isReadTurned() throws ReaderException {
        BufferedImage upright = QrCode.of(RECEIPT, QrCode.Wear.PAPER).picture(6);
        int side = upright.getWidth() * 3 / 2;
        BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = turned.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(5), side / 2.0, side / 2.0);
        turn.translate(side / 6.0, side / 6.0);
        pen.drawImage(upright, turn, null);
        pen.dispose();
        assertThat(read(turned)).isEqualTo(RECEIPT);
    }

    @Test
    void isNotReadOnceTooMuchIsLost() {
        BufferedImage picture = QrCode.of(RECEIPT, QrCode.Wear.PAPER).picture(6);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, picture.getHeight() / 3, picture.getWidth(), picture.getHeight() / 3);
        pen.dispose();

        assertThatThrownBy(() -> read(picture)).isInstanceOf(ReaderException.class);
    }

    @Test
    void drawsLightModulesForADarkTerminal() {
        String[] lines = QrCode.of("x", QrCode.Wear.PAPER).blocks().split("\n", -1);

        assertThat(lines[0]).isEqualTo("\u2588".repeat(21 + 8));
        assertThat(lines[2]).startsWith("\u2588\u2588\u2588\u2588 \u2584\u2584\u2584\u2584\u2584 \u2588");
    }

    @Test
    void refusesWhatFitsNoCode() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(2_400), QrCode.Wear.PAPER))
                .hasMessageContaining("2400");
    }

    private static String read(BufferedImage picture) throws ReaderException {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
