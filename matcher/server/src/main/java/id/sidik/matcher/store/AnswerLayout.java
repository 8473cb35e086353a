package id.sidik.matcher.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One recorded answer, under its idempotency key (ASCII): a {@link RecordLayout} frame around
 *
 * <pre>
 *  offset  size  field
 *  0       8     answered at, milliseconds since 1970-01-01T00:00Z
 *  8       32    SHA-256 of the request
 *  40      n     response
 * </pre>
 */
final class AnswerLayout {
    static final int MAGIC = 0x53414E53; // "SANS"
    static final byte VERSION = 1;

    private static final int DIGEST_BYTES = 32;

    private AnswerLayout() {}

    static byte[] key(String idempotencyKey) {
        return idempotencyKey.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] encode(RecordedAnswer answer) {
        byte[] response = answer.response();
        byte[] payload = ByteBuffer.allocate(Long.BYTES + DIGEST_BYTES + response.length)
                .putLong(answer.answeredAt().toEpochMilli())
                .put(HexFormat.of().parseHex(answer.request().sha256()))
                .put(response)
                .array();
        return RecordLayout.frame(MAGIC, VERSION, payload);
    }

    /** @throws CorruptStoreException when the record is damaged */
    static RecordedAnswer decode(byte[] key, byte[] record) {
        String idempotencyKey = new String(key, StandardCharsets.US_ASCII);
        ByteBuffer payload = RecordLayout.payload(MAGIC, VERSION, record, () -> recordName(idempotencyKey));
        try {
            Instant answeredAt = Instant.ofEpochMilli(payload.getLong());
            byte[] digest = new byte[DIGEST_BYTES];
            payload.get(digest);
            byte[] response = new byte[payload.remaining()];
            payload.get(response);
            IdempotentRequest request =
                    new IdempotentRequest(idempotencyKey, HexFormat.of().formatHex(digest));
            return new RecordedAnswer(request, answeredAt, response);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new CorruptStoreException(recordName(idempotencyKey), "its content can not be read", e);
        }
    }

    private static String recordName(String idempotencyKey) {
        return "answers/" + idempotencyKey;
    }
}
