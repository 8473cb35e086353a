package id.sidik.bridge.http;

import id.sidik.bridge.qr.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A receipt as a QR code, to be photographed from the screen. */
final class ReceiptCode {
    private ReceiptCode() {}

    /** {@code {"receiptCode": [...]}}: the modules from the top, a row of 0 and 1 each, without the quiet zone. */
    static String jsonOf(String receipt) {
        QrCode code = QrCode.of(receipt, QrCode.Wear.SCREEN);
        return IntStream.range(0, code.sideModules())
                .mapToObj(y -> '"' + rowOf(code, y) + '"')
                .collect(Collectors.joining(",", "{\"receiptCode\":[", "]}"));
    }

    private static String rowOf(QrCode code, int y) {
        return IntStream.range(0, code.sideModules())
                .mapToObj(x -> code.dark(x, y) ? "1" : "0")
                .collect(Collectors.joining());
    }
}
