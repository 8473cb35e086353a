package id.sidik.bridge.http;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A receipt as a QR code (ISO/IEC 18004), to be photographed from the screen. */
final class ReceiptCode {
    private ReceiptCode() {}

    /** {@code {"receiptCode": [...]}}: the modules from the top, a row of 0 and 1 each, without the quiet zone. */
    static String jsonOf(String receipt) {
        ByteMatrix modules = encode(receipt);
        return IntStream.range(0, modules.getHeight())
                .mapToObj(y -> '"' + rowOf(modules, y) + '"')
                .collect(Collectors.joining(",", "{\"receiptCode\":[", "]}"));
    }

    private static String rowOf(ByteMatrix modules, int y) {
        return IntStream.range(0, modules.getWidth())
                .mapToObj(x -> modules.get(x, y) == 1 ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static ByteMatrix encode(String receipt) {
        try {
            return Encoder.encode(receipt, ErrorCorrectionLevel.L, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("a receipt of " + receipt.length() + " characters fits no QR code", e);
        }
    }
}
