package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import id.sidik.engine.Prints;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.Algorithm;
import id.sidik.engine.template.SourceAfisPayload;
import id.sidik.engine.template.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAfisComparatorTest {
    private final SourceAfisComparator comparator = new SourceAfisComparator();

    @Test
    void scoresTheSameFingerAboveAnother() {
        Comparison comparison = comparator.comparisonOf(Prints.FVC2002_DB1.template(101, 1));
        ComparisonScore same = comparison.against(comparator.prepare(Prints.FVC2002_DB1.template(101, 2)));
        ComparisonScore other = comparison.against(comparator.prepare(Prints.FVC2002_DB1.template(102, 1)));

        assertThat(same).isGreaterThan(other);
    }

    @Test
    void refusesTemplatesOfAnotherAlgorithm() {
        Template foreign = Template.of(new Algorithm("other", "1"), new byte[] {1});

        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> comparator.prepare(foreign))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(SampleFault.TEMPLATE_VERSION_UNSUPPORTED));
    }

    @Test
    void refusesReferencesOfAnotherComparator() {
        Comparison comparison = comparator.comparisonOf(Prints.FVC2002_DB1.template(101, 1));

        assertThatIllegalArgumentException().isThrownBy(() -> comparison.against(new PreparedReference() {}));
    }

    /** A grid of as many minutiae as allowed, all alike: made to be a little like everybody. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10, 35})
    void letsNoWolfIn(int spacingPx) throws JsonProcessingException {
        Comparison wolf = comparator.comparisonOf(grid(spacingPx));
        for (int finger = 101; finger <= 110; finger++) {
            ComparisonScore score = wolf.against(comparator.prepare(Prints.FVC2002_DB1.template(finger, 1)));
            assertThat(Calibration.SOURCEAFIS.fmrAt(score)).isGreaterThan(1e-3);
        }
    }

    private static Template grid(int spacingPx) throws JsonProcessingException {
        CBORMapper cbor = new CBORMapper();
        ObjectNode payload = cbor.createObjectNode();
        payload.put("version", "3.18.1-java").put("width", 400).put("height", 400);
        ArrayNode xs = payload.putArray("positionsX");
        ArrayNode ys = payload.putArray("positionsY");
        ArrayNode directions = payload.putArray("directions");
        for (int minutia = 0; minutia < SourceAfisPayload.MINUTIAE_MAX; minutia++) {
            xs.add(20 + spacingPx * (minutia % 10));
            ys.add(20 + spacingPx * (minutia / 10));
            directions.add(1.5f);
        }
        payload.put("types", "E".repeat(SourceAfisPayload.MINUTIAE_MAX));
        return Template.of(SourceAfisPayload.ALGORITHM, cbor.writeValueAsBytes(payload));
    }
}
