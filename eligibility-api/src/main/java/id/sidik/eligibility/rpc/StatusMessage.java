package id.sidik.eligibility.rpc;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Status-Message of the gRPC protocol over HTTP/2: UTF-8, percent-encoded outside printable ASCII. */
final class StatusMessage {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private StatusMessage() {}

    static String encode(String message) {
        StringBuilder encoded = new StringBuilder(message.length());
        for (byte unit : message.getBytes(StandardCharsets.UTF_8)) {
            if (unit >= ' ' && unit <= '~' && unit != '%') {
                encoded.append((char) unit);
            } else {
                encoded.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return encoded.toString();
    }
}
