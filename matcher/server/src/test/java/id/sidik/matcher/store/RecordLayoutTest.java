package id.sidik.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordLayoutTest {
    private static final int MAGIC = 0x54455354;
    private static final byte VERSION = 1;

    @Test
    void readsWhatItWrote() {
        byte[] payload = {1, 2, 3};
        byte[] record = RecordLayout.frame(MAGIC, VERSION, payload);
        assertThat(record).hasSize(payload.length + RecordLayout.OVERHEAD_BYTES);
        assertThat(payloadOf(record)).isEqualTo(payload);
    }

    @Test
    void writesTheBytesOfItsPicture() {
        byte[] record = RecordLayout.frame(MAGIC, VERSION, new byte[] {9});
        assertThat(Arrays.copyOf(record, 10)).containsExactly('T', 'E', 'S', 'T', 1, 0, 0, 0, 1, 9);
    }

    @Test
    void refusesEachFlippedBit() {
        byte[] record = RecordLayout.frame(MAGIC, VERSION, new byte[] {1, 2, 3, 4, 5});
        for (int bit = 0; bit < record.length * 8; bit++) {
            byte[] damaged = record.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(damaged);
        }
    }

    @Test
    void refusesEachTruncation() {
        byte[] record = RecordLayout.frame(MAGIC, VERSION, new byte[] {1, 2, 3, 4, 5});
        for (int length = 0; length < record.length; length++) {
            assertRefused(Arrays.copyOf(record, length));
        }
    }

    @Test
    void refusesTrailingBytes() {
        byte[] record = RecordLayout.frame(MAGIC, VERSION, new byte[] {1});
        assertRefused(Arrays.copyOf(record, record.length + 1));
    }

    @Test
    void refusesAnotherKindAndAnotherVersion() {
        byte[] record = RecordLayout.frame(MAGIC, VERSION, new byte[] {1});
        assertThatThrownBy(() -> RecordLayout.payload(MAGIC + 1, VERSION, record, () -> "r"))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> RecordLayout.payload(MAGIC, (byte) 2, record, () -> "r"))
                .isInstanceOf(CorruptStoreException.class);
    }

    @Test
    void holdsOneMebibyteAndNoMore() {
        byte[] largest = new byte[RecordLayout.PAYLOAD_BYTES_MAX];
        assertThat(payloadOf(RecordLayout.frame(MAGIC, VERSION, largest))).hasSize(largest.length);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordLayout.frame(MAGIC, VERSION, new byte[largest.length + 1]));
    }

    private static byte[] payloadOf(byte[] record) {
        ByteBuffer payload = RecordLayout.payload(MAGIC, VERSION, record, () -> "r");
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }

    private static void assertRefused(byte[] record) {
        assertThatThrownBy(() -> RecordLayout.payload(MAGIC, VERSION, record, () -> "the damaged record"))
                .isInstanceOfSatisfying(
                        CorruptStoreException.class, e -> assertThat(e.record()).isEqualTo("the damaged record"));
    }
}
