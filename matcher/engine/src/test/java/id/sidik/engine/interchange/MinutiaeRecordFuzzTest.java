package id.sidik.engine.interchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;

/**
 * Records from anybody. The seeds, one of each standard, hold minutiae of nobody. {@code JAZZER_FUZZ=1} searches for more.
 */
class MinutiaeRecordFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void readsAndWritesOrRefuses(byte[] content) {
        MinutiaeRecord record;
        try {
            record = MinutiaeRecord.parse(content);
        } catch (InvalidSampleException e) {
            if (e.fault() != SampleFault.TEMPLATE_CORRUPT && e.fault() != SampleFault.TEMPLATE_VERSION_UNSUPPORTED) {
                throw new AssertionError("This is about templates", e);
            }
            return;
        }
        if (record.views().stream().allMatch(view -> view.features().minutiae().count() > 0)) {
            rewrite(record);
        }
    }

    private static void rewrite(MinutiaeRecord record) {
        try {
            MinutiaeRecord.parse(record.encode());
        } catch (IllegalArgumentException e) {
            // Any number of views of a finger can be read, and 16 be written.
            if (record.views().size() <= FingerView.NUMBER_MAX) {
                throw new AssertionError("These views can be written", e);
            }
        }
    }
}
