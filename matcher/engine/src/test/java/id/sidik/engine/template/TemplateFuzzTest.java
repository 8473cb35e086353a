package id.sidik.engine.template;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.sidik.engine.comparison.SourceAfisComparator;
import id.sidik.engine.image.InvalidSampleException;
import java.util.Arrays;

/**
 * Templates from anybody. By default the seeds and past findings in {@code TemplateFuzzTestInputs} are replayed; {@code
 * JAZZER_FUZZ=1} searches for more. The seeds hold minutiae on a diagonal.
 */
class TemplateFuzzTest {
    private static final SourceAfisComparator COMPARATOR = new SourceAfisComparator();

    @FuzzTest(maxDuration = "1m")
    void parsesOrRefusesContainers(byte[] container) {
        try {
            Template template = Template.parse(container);
            if (!Arrays.equals(template.bytes(TemplateAccess.get()), container)) {
                throw new AssertionError("A template must keep its bytes");
            }
        } catch (InvalidSampleException e) {
            requireTemplateFault(e);
        }
    }

    /** In a proper container, so that the checksum does not keep the fuzzer from the payload. What passes can be compared. */
    @FuzzTest(maxDuration = "2m")
    void comparesOrRefusesPayloads(byte[] payload) {
        if (payload.length > 8_192) {
            return;
        }
        try {
            Template template = Template.parse(TemplateLayout.write(SourceAfisPayload.ALGORITHM, payload));
            COMPARATOR.comparisonOf(template).against(COMPARATOR.prepare(template));
        } catch (InvalidSampleException e) {
            requireTemplateFault(e);
        }
    }

    private static void requireTemplateFault(InvalidSampleException e) {
        switch (e.fault()) {
            case TEMPLATE_CORRUPT, TEMPLATE_VERSION_UNSUPPORTED -> {}
            default -> throw new AssertionError("Not a fault of a template", e);
        }
    }
}
