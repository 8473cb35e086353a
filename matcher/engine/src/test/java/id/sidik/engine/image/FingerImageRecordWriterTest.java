package id.sidik.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.synthesis.SyntheticFinger;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FingerImageRecordWriterTest {
    @Test
    void writesWhatTheReaderReadsPixelByPixel() {
        FingerImage image = SyntheticFinger.of(1).impression(1);

        byte[] record = FingerImageRecordWriter.iso2011(image, 10, Instant.parse("2026-01-15T03:04:05.678Z"), 93);
        FingerImage read = ImageDecoder.decode(record, 300);

        assertThat(read.pixels()).isEqualTo(image.pixels());
        assertThat(read.widthPx()).isEqualTo(image.widthPx());
        assertThat(read.dpi()).isEqualTo(image.dpi());
    }

    @Test
    void saysWhenAndHowGoodWhereTheStandardSaysIt() {
        byte[] record = FingerImageRecordWriter.iso2011(
                SyntheticFinger.of(1).impression(1), 10, Instant.parse("2026-01-15T03:04:05.678Z"), -1);

        assertThat(record).startsWith('F', 'I', 'R', 0, '0', '2', '0', 0);
        assertThat(record).containsSubsequence(0x07, 0xEA, 1, 15, 3, 4, 5, 0x02, 0xA6);
        assertThat(record[35] & 0xFF).isEqualTo(255);
        assertThat(record[40]).isEqualTo((byte) 10);
    }
}
