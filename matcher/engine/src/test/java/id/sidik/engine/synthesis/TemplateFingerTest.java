package id.sidik.engine.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.SidikPayload;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateFingerTest {
    /** Ten points of our score are a power of ten of FMR, and 40 are about 1e-4. */
    private static final double FMR_1E4 = 40;

    @Test
    void sameSeedIsSameFinger() throws Exception {
        String known = "250cde0f54a3006b";
        byte[] first = SidikPayload.write(finger(7, 3).impression(0));

        assertThat(SidikPayload.write(finger(7, 3).impression(0))).isEqualTo(first);
        assertThat(SidikPayload.write(finger(7, 3).impression(1))).isNotEqualTo(first);
        assertThat(SidikPayload.write(finger(7, 4).impression(0))).isNotEqualTo(first);
        assertThat(SidikPayload.write(finger(8, 3).impression(0))).isNotEqualTo(first);
        assertThat(HexFormat.of()
                        .formatHex(
                                java.security.MessageDigest.getInstance("SHA-256")
                                        .digest(first),
                                0,
                                8))
                .as("the same on every machine, and in every gallery file that was ever written")
                .isEqualTo(known);
    }

    @Test
    void touchesOfOneFingerMatchAndStrangersDoNot() {
        SidikComparator comparator = new SidikComparator();
        SyntheticGallery gallery = new SyntheticGallery(5, 30, 1);
        List<FingerTemplate> enrolled = references(gallery);
        int mates = 0;
        int strangers = 0;
        for (int subject = 0; subject < gallery.subjects(); subject++) {
            Comparison again = comparator.comparisonOf(
                    gallery.touches(subject, 1).getFirst().template());
            for (int other = 0; other < gallery.subjects(); other++) {
                boolean matches =
                        again.against(comparator.prepare(enrolled.get(other).template()))
                                        .value()
                                > FMR_1E4;
                mates += matches && other == subject ? 1 : 0;
                strangers += matches && other != subject ? 1 : 0;
            }
        }
        assertThat(mates).isGreaterThanOrEqualTo(27);
        assertThat(strangers).isLessThanOrEqualTo(1);
    }

    @Test
    void showsAsMuchAsItsSensorDoes() {
        for (SensorKind sensor : SensorKind.values()) {
            List<FingerFeatures> prints = IntStream.range(0, 200)
                    .mapToObj(subject -> TemplateFinger.of(1, subject, FingerPosition.RIGHT_INDEX, sensor)
                            .impression(0))
                    .toList();
            double density = prints.stream()
                    .mapToDouble(print -> print.minutiae().count() * 1000.0 / areaPx(print))
                    .average()
                    .orElseThrow();
            assertThat(density)
                    .as("minutiae in 1000 px², %s", sensor)
                    .isCloseTo(sensor.seen().density(), within(0.06));
            assertThat(prints)
                    .allSatisfy(print ->
                            assertThat(print.widthPx()).isEqualTo(sensor.glass().widthPx()));
        }
    }

    @Test
    void minutiaeRunWithTheRidges() {
        FingerFeatures print = finger(1, 1).impression(0);
        int along = 0;
        for (int minutia = 0; minutia < print.minutiae().count(); minutia++) {
            int step = print.field()
                    .stepAt(
                            (int) print.minutiae().x(minutia) / RidgeField.CELL_PX,
                            (int) print.minutiae().y(minutia) / RidgeField.CELL_PX);
            double turned = print.minutiae().direction(minutia) - step * Math.PI / RidgeField.STEPS;
            along += step != RidgeField.OUTSIDE && Math.abs(Math.sin(turned)) < 0.4 ? 1 : 0;
        }
        assertThat(along).isGreaterThan(print.minutiae().count() * 8 / 10);
    }

    @Test
    void refusesImpressionsWithoutNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> finger(1, 1).impression(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> finger(1, 1).impression(1 << 16));
    }

    private static TemplateFinger finger(long seed, long subject) {
        return TemplateFinger.of(seed, subject, FingerPosition.RIGHT_INDEX);
    }

    private static List<FingerTemplate> references(SyntheticGallery gallery) {
        List<FingerTemplate> enrolled = new ArrayList<>();
        for (int subject = 0; subject < gallery.subjects(); subject++) {
            enrolled.add(gallery.references(subject).getFirst());
        }
        return enrolled;
    }

    private static int areaPx(FingerFeatures print) {
        int cells = 0;
        for (int row = 0; row < print.field().rows(); row++) {
            for (int col = 0; col < print.field().cols(); col++) {
                cells += print.field().stepAt(col, row) == RidgeField.OUTSIDE ? 0 : 1;
            }
        }
        return cells * RidgeField.CELL_PX * RidgeField.CELL_PX;
    }
}
