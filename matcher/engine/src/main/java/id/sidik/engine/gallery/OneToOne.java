package id.sidik.engine.gallery;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import java.util.List;

/**
 * Compares the probes of one person with the references of one subject where there is no gallery: as a gallery does it, to the last
 * digit of the rate. References are prepared at each comparison, which takes less than a millisecond a finger. Safe for many threads.
 */
public final class OneToOne {
    private final TemplateComparator comparator;
    private final Calibration calibration;

    /** @throws IllegalArgumentException when the calibration is of another comparator's scores */
    public OneToOne(TemplateComparator comparator, Calibration calibration) {
        calibration.requireScoresOf(comparator.algorithm());
        this.comparator = comparator;
        this.calibration = calibration;
    }

    /**
     * Compares.
     *
     * @return {@code Compared}, or {@code NotEnrolled} where no reference could be of the same finger as a probe
     * @throws id.sidik.engine.image.InvalidSampleException when a template is of another algorithm
     */
    public VerificationResult compare(List<FingerTemplate> probes, List<FingerTemplate> references) {
        return VerificationResult.of(
                ProbeSet.prepare(comparator, calibration, probes),
                new Prepared(
                        references,
                        references.stream()
                                .map(reference -> comparator.prepare(reference.template()))
                                .toList()));
    }

    private record Prepared(List<FingerTemplate> templates, List<PreparedReference> references) implements References {
        @Override
        public int referenceCount() {
            return references.size();
        }

        @Override
        public FingerPosition finger(int reference) {
            return templates.get(reference).finger();
        }

        @Override
        public PreparedReference prepared(int reference) {
            return references.get(reference);
        }
    }
}
