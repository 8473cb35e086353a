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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten fingers of each of eight sensors, three impressions each, every one against every other: some 28,000 impostor pairs, those of
 * two sensors included, enough to see rates down to about 1 in 3,000. Genuine pairs are those of two sensors of ordinary quality.
 */
class SidikCalibrationTest {
    private static final int FINGERS = 10;
    private static final int IMPRESSIONS = 3;
    private static final Set<Prints> ORDINARY = EnumSet.of(Prints.FVC2002_DB1, Prints.FVC2002_DB2);

    private static final List<Double> GENUINE = new ArrayList<>();
    private static final List<Double> IMPOSTOR = new ArrayList<>();

    private record Print(Prints set, String finger, Template template, PreparedReference reference) {}

    @BeforeAll
    static void compareAll() {
        SidikComparator comparator = new SidikComparator();
        List<Print> prints = new ArrayList<>();
        for (Prints set : Prints.values()) {
            for (int finger = 0; finger < FINGERS; finger++) {
                for (int impression = 1; impression <= IMPRESSIONS; impression++) {
                    Template template = template(set.image(101 + finger, impression));
                    prints.add(new Print(set, fingerName(set, 101 + finger), template, comparator.prepare(template)));
                }
            }
        }
        for (int probe = 0; probe < prints.size(); probe++) {
            Comparison comparison = comparator.comparisonOf(prints.get(probe).template());
            for (Print reference : prints.subList(probe + 1, prints.size())) {
                double fmr = Calibration.SIDIK.fmrAt(comparison.against(reference.reference()));
                if (!reference.finger().equals(prints.get(probe).finger())) {
                    IMPOSTOR.add(fmr);
                } else if (ORDINARY.contains(reference.set())) {
                    GENUINE.add(fmr);
                }
            }
        }
    }

    /** Two sets show the same ten fingers, and two others look as if they shared one. */
    private static String fingerName(Prints set, int finger) {
        return switch (set) {
            case FVC2000_DB1, FVC2000_DB2 -> "fvc2000/" + finger;
            case FVC2002_DB3 -> finger == 108 ? "shared" : set.name() + finger;
            case FVC2004_DB3 -> finger == 102 ? "shared" : set.name() + finger;
            default -> set.name() + finger;
        };
    }

    @Test
    void promisesNoLowerRateThanImpostorsShow() {
        for (double fmr : new double[] {0.3, 0.1, 0.03, 0.01, 0.003, 0.001}) {
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
