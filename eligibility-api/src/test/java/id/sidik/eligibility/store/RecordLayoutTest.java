package id.sidik.eligibility.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.records.CorruptRecordException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordLayoutTest {
    private static final byte[] BODY = "a member".getBytes(StandardCharsets.UTF_8);

    private static final Table MEMBERS = Table.of(MemberBody.KIND);
    private static final Table CASES = Table.of(CaseBody.KIND);

    private final byte[] record = RecordLayout.wrap(MEMBERS, BODY);

    @Test
    void givesBackWhatItWrapped() {
        assertThat(RecordLayout.unwrap(MEMBERS, "members/00", record)).isEqualTo(BODY);
        assertThat(RecordLayout.unwrap(CASES, "cases/00", RecordLayout.wrap(CASES, new byte[0])))
                .isEmpty();
    }

    @Test
    void looksAsItIsDrawn() {
        assertThat(record).startsWith('S', 'E', 1, 'm', 0, 0, 0, 8, 'a').hasSize(8 + 8 + 4);
    }

    @Test
    void refusesEveryFlippedBitAndNamesTheRecord() {
        for (int bit = 0; bit < record.length * 8; bit++) {
            byte[] flipped = record.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));

            assertThatThrownBy(() -> RecordLayout.unwrap(MEMBERS, "members/00", flipped))
                    .isInstanceOf(CorruptRecordException.class)
                    .hasMessageContaining("members/00");
        }
    }

    @Test
    void refusesEveryLength() {
        for (int length = 0; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);

            assertThatThrownBy(() -> RecordLayout.unwrap(MEMBERS, "members/00", cut))
                    .isInstanceOf(CorruptRecordException.class);
        }
    }

    @Test
    void refusesARecordOfAnotherTable() {
        assertThatThrownBy(() -> RecordLayout.unwrap(CASES, "cases/00", record))
                .isInstanceOf(CorruptRecordException.class)
                .hasMessageContaining("another table");
    }
}
