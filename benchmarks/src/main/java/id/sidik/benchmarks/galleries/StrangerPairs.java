package id.sidik.benchmarks.galleries;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.report.Progress;
import id.sidik.benchmarks.sets.SameFingers;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.SidikComparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Scores of pairs of prints that are of two fingers.
 *
 * @param scores of our comparator
 * @param neighbourhoods similarities of codes, of every so many of these pairs
 */
record StrangerPairs(Sample scores, Sample neighbourhoods) {
    /** Codes say as much with fewer pairs. */
    private static final int PAIRS_PER_CODE_PAIR = 5;

    /** Each pair of a list once. */
    static StrangerPairs among(
            SidikComparator comparator,
            List<StudiedPrint> prints,
            SameFingers same,
            Workers workers,
            Progress progress) {
        return of(
                comparator,
                prints,
                probe -> prints.subList(prints.indexOf(probe) + 1, prints.size()),
                same,
                workers,
                progress);
    }

    /** Each print of the one list against each of the other. */
    static StrangerPairs between(
            SidikComparator comparator,
            List<StudiedPrint> probes,
            List<StudiedPrint> references,
            SameFingers same,
            Workers workers,
            Progress progress) {
        return of(comparator, probes, probe -> references, same, workers, progress);
    }

    private static StrangerPairs of(
            SidikComparator comparator,
            List<StudiedPrint> probes,
            Function<StudiedPrint, List<StudiedPrint>> references,
            SameFingers same,
            Workers workers,
            Progress progress) {
        List<StrangerPairs> rows = workers.all(probes.size(), i -> {
            StudiedPrint probe = probes.get(i);
            List<StudiedPrint> strangers = references.apply(probe).stream()
                    .filter(other -> areStrangers(probe, other, same))
                    .toList();
            progress.add(1);
            return row(comparator, probe, strangers);
        });
        return new StrangerPairs(
                new Sample(rows.stream().flatMapToDouble(row -> row.scores.values())),
                new Sample(rows.stream().flatMapToDouble(row -> row.neighbourhoods.values())));
    }

    private static StrangerPairs row(SidikComparator comparator, StudiedPrint probe, List<StudiedPrint> strangers) {
        Comparison comparison = comparator.comparisonOf(probe.template());
        Sample scores = new Sample(strangers.stream()
                .mapToDouble(other -> comparison.against(other.prepared()).value()));
        Sample neighbourhoods = new Sample(IntStream.range(0, strangers.size())
                .filter(other -> other % PAIRS_PER_CODE_PAIR == 0)
                .mapToDouble(other -> comparator.neighbourhoodSimilarity(
                        probe.prepared(), strangers.get(other).prepared())));
        return new StrangerPairs(scores, neighbourhoods);
    }

    private static boolean areStrangers(StudiedPrint one, StudiedPrint other, SameFingers same) {
        boolean isSameFinger = one.set().equals(other.set()) && one.finger().equals(other.finger());
        return !isSameFinger && !same.mayBe(one.set(), one.finger(), other.set(), other.finger());
    }
}
