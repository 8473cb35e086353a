package id.sidik.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.Prints;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten fingers of each of two sensors, three impressions each, every one against every other: 60 genuine and 1,710 impostor pairs,
 * those of two sensors included. Enough to see rates down to about 1 in 500.
 */
class SidikCalibrationTest {
    private static final int FINGERS = 10;
    private static final int IMPRESSIONS = 3;

    private static final List<Double> GENUINE = new ArrayList<>();
    private static final List<Double> IMPOSTOR = new ArrayList<>();

    private record Print(String finger, Template template, PreparedReference reference) {}

    @BeforeAll
    static void compareAll() {
        SidikComparator comparator = new SidikComparator();
        List<Print> prints = new ArrayList<>();
        for (Prints set : Prints.values()) {
            for (int finger = 0; finger < FINGERS; finger++) {
                for (int impression = 1; impression <= IMPRESSIONS; impression++) {
                    Template template = template(set.image(101 + finger, impression));
                    prints.add(new Print(set.name() + finger, template, comparator.prepare(template)));
                }
            }
        }
        for (int probe = 0; probe < prints.size(); probe++) {
            Comparison comparison = comparator.comparisonOf(prints.get(probe).template());
            for (Print reference : prints.subList(probe + 1, prints.size())) {
                boolean isGenuine = reference.finger().equals(prints.get(probe).finger());
                (isGenuine ? GENUINE : IMPOSTOR)
                        .add(Calibration.SIDIK.fmrAt(comparison.against(reference.reference())));
            }
        }
    }

    @Test
    void promisesNoLowerRateThanImpostorsShow() {
        for (double fmr : new double[] {0.3, 0.1, 0.03, 0.01, 0.003}) {
            double measured = shareMatching(IMPOSTOR, fmr);
            assertThat(measured)
                    .as("share of impostors that match at FMR %s", fmr)
                    .isLessThanOrEqualTo(fmr);
        }
    }

    @Test
    void promisesNoMuchHigherRateEither() {
        assertThat(shareMatching(IMPOSTOR, 0.1)).isGreaterThan(0.005);
    }

    @Test
    void letsNearlyAllGenuineImpressionsPassAtOneInTenThousand() {
        assertThat(shareMatching(GENUINE, 1e-4)).isGreaterThan(0.97);
    }

    private static double shareMatching(List<Double> rates, double fmr) {
        return rates.stream().filter(rate -> rate <= fmr).count() / (double) rates.size();
    }

    private static Template template(FingerImage image) {
        return switch (new SidikExtractor().extract(image)) {
            case ExtractionResult.Extracted(Template template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) -> throw new AssertionError("Too poor: " + quality);
        };
    }
}
