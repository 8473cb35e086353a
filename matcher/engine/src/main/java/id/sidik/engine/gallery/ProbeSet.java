package id.sidik.engine.gallery;

import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.ComparisonScore;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import java.util.List;
import java.util.Optional;

/** The probes of one person, prepared for comparison. */
final class ProbeSet {
    private final List<Probe> probes;

    private record Probe(FingerPosition finger, Comparison comparison) {}

    /** The best of several comparisons with one subject, and how many there were. */
    record Best(ComparisonScore score, FingerPosition finger, int comparisons) {}

    private ProbeSet(List<Probe> probes) {
        this.probes = probes;
    }

    static ProbeSet prepare(TemplateComparator comparator, List<FingerTemplate> templates) {
        return new ProbeSet(templates.stream()
                .map(probe -> new Probe(probe.finger(), comparator.comparisonOf(probe.template())))
                .toList());
    }

    /** Compares each probe with each reference that may be of the same finger; empty if there is none. */
    Optional<Best> bestAgainst(Subject subject) {
        ComparisonScore best = ComparisonScore.NONE;
        FingerPosition bestFinger = FingerPosition.UNKNOWN;
        int comparisons = 0;
        for (Probe probe : probes) {
            for (Subject.Reference reference : subject.references()) {
                if (!probe.finger().mayBe(reference.finger())) {
                    continue;
                }
                ComparisonScore score = probe.comparison().against(reference.prepared());
                if (comparisons++ == 0 || score.compareTo(best) > 0) {
                    best = score;
                    bestFinger = reference.finger();
                }
            }
        }
        return comparisons == 0 ? Optional.empty() : Optional.of(new Best(best, bestFinger, comparisons));
    }

    /** How many comparisons a search makes of a gallery with these references. */
    long comparisonsWith(FingerCounts references) {
        return probes.stream()
                .mapToLong(probe -> references.thatMayBe(probe.finger()))
                .sum();
    }
}
