package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.Prints;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanner's driver that says the wrong resolution must not turn people away. */
class WrongResolutionTest {
    private final SidikComparator comparator = new SidikComparator();

    @ParameterizedTest
    @ValueSource(doubles = {0.65, 0.75, 1.3, 1.4})
    void matchesTheFingerHoweverItsResolutionIsLabelled(double factor) {
        Template reference = template(Prints.FVC2002_DB1.image(101, 1), 1);
        Template mislabelled = template(Prints.FVC2002_DB1.image(101, 2), factor);
        Template stranger = template(Prints.FVC2002_DB1.image(102, 2), factor);

        assertThat(fmr(mislabelled, reference)).isLessThan(1e-4);
        assertThat(fmr(stranger, reference)).isGreaterThan(1e-2);
        assertThat(comparator.explain(mislabelled, reference).probeScale()).isNotEqualTo(1);
    }

    @Test
    void takesALabelThatFitsAsItIs() {
        Template reference = template(Prints.FVC2002_DB1.image(101, 1), 1);
        Template probe = template(Prints.FVC2002_DB1.image(101, 2), 1);

        assertThat(comparator.explain(probe, reference).probeScale()).isEqualTo(1);
    }

    private double fmr(Template probe, Template reference) {
        return Calibration.SIDIK.fmrAt(comparator.comparisonOf(probe).against(comparator.prepare(reference)));
    }

    private static Template template(FingerImage image, double labelFactor) {
        FingerImage labelled =
                FingerImage.of(image.widthPx(), image.heightPx(), image.dpi() * labelFactor, image.pixels());
        return switch (FingerEngine.SIDIK.extractor().extract(labelled)) {
            case ExtractionResult.Extracted(Template template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) -> throw new AssertionError("Too poor: " + quality);
        };
    }
}
