package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.util.Locale;

/**
 * Our own comparator. Minutiae are first compared by their neighbourhoods; the pairs that support each other most lay one print
 * over the other; then all minutiae are paired under a smooth distortion, and the score weighs what was paired against what
 * should have been, and how the ridges run. A reference takes about 5 kB. A comparison allocates nothing.
 */
public final class SidikComparator implements TemplateComparator {
    private final ScratchPool scratch = new ScratchPool();

    @Override
    public String algorithm() {
        return SidikPayload.ALGORITHM.toString();
    }

    @Override
    public PreparedReference prepare(Template reference) {
        return PreparedPrint.of(featuresOf(reference));
    }

    @Override
    public Comparison comparisonOf(Template probe) {
        ScaledProbe scaled = new ScaledProbe(featuresOf(probe));
        return reference -> score(scaled, reference);
    }

    private double score(ScaledProbe probe, PreparedReference reference) {
        if (!(reference instanceof PreparedPrint print)) {
            throw new IllegalArgumentException("Another comparator prepared this reference: " + reference.getClass());
        }
        PreparedPrint asLarge = probe.asLargeAs(print);
        PrintComparison comparison = scratch.take();
        try {
            double score = comparison.score(probe.asLabelled(), print);
            return asLarge == null ? score : Math.max(score, comparison.score(asLarge, print));
        } finally {
            scratch.giveBack(comparison);
        }
    }

    /**
     * Compares as {@link #comparisonOf} does, and says why.
     *
     * @throws InvalidSampleException if a template is of another algorithm
     */
    public Explanation explain(Template probe, Template reference) {
        ScaledProbe scaled = new ScaledProbe(featuresOf(probe));
        PreparedPrint print = PreparedPrint.of(featuresOf(reference));
        PreparedPrint asLarge = scaled.asLargeAs(print);
        PrintComparison comparison = new PrintComparison();
        Explanation asLabelled = comparison.explain(scaled.asLabelled(), print);
        if (asLarge == null) {
            return asLabelled;
        }
        Explanation other = comparison.explain(asLarge, print);
        return other.score() > asLabelled.score() ? other : asLabelled;
    }

    private static FingerFeatures featuresOf(Template template) {
        if (!template.algorithm().equals(SidikPayload.ALGORITHM.toString())) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                    String.format(
                            Locale.ROOT,
                            "This comparator compares templates of %s, not of %s. Extract the template again from its image.",
                            SidikPayload.ALGORITHM,
                            template.algorithm()));
        }
        return SidikPayload.read(template.payload(TemplateAccess.get()));
    }
}
