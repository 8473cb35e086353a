package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.util.Locale;
import java.util.function.Function;

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

    /**
     * Likewise, seen in a mirror: a stranger with all the structure of a finger, to measure false match rates with.
     *
     * @throws InvalidSampleException if the template is of another algorithm
     */
    public PreparedReference prepareMirrored(Template reference) {
        return PreparedPrint.of(Mirror.of(featuresOf(reference)));
    }

    @Override
    public Comparison comparisonOf(Template probe) {
        ScaledProbe scaled = new ScaledProbe(featuresOf(probe));
        return reference -> score(scaled, reference);
    }

    private double score(ScaledProbe probe, PreparedReference reference) {
        PreparedPrint print = own(reference);
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
     * The first stage of a comparison alone: how alike the neighbourhoods of minutiae are that are most alike, 0 to 1, wherever they
     * lie. Says little about one pair of prints; over many, whether made prints are as alike as real ones.
     */
    public double neighbourhoodSimilarity(PreparedReference probe, PreparedReference reference) {
        PrintComparison comparison = scratch.take();
        try {
            return comparison.neighbourhoodSimilarity(own(probe), own(reference));
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
        return explanationsOf(probe).apply(prepare(reference));
    }

    /**
     * Likewise for many references, with the probe prepared once.
     *
     * @throws InvalidSampleException if the template is of another algorithm
     */
    public Function<PreparedReference, Explanation> explanationsOf(Template probe) {
        ScaledProbe scaled = new ScaledProbe(featuresOf(probe));
        return reference -> explain(scaled, own(reference));
    }

    private Explanation explain(ScaledProbe probe, PreparedPrint reference) {
        PreparedPrint asLarge = probe.asLargeAs(reference);
        PrintComparison comparison = scratch.take();
        try {
            Explanation asLabelled = comparison.explain(probe.asLabelled(), reference);
            if (asLarge == null) {
                return asLabelled;
            }
            Explanation other = comparison.explain(asLarge, reference);
            return other.score() > asLabelled.score() ? other : asLabelled;
        } finally {
            scratch.giveBack(comparison);
        }
    }

    private static PreparedPrint own(PreparedReference reference) {
        if (reference instanceof PreparedPrint print) {
            return print;
        }
        throw new IllegalArgumentException("Another comparator prepared this reference: " + reference.getClass());
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
