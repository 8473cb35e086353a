package id.sidik.bridge.console.explain;

import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.comparison.Explanation.Pair;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The pairs of an explanation, numbered from 1 as they lie in the first print, from top to bottom. */
record NumberedPairs(List<Pair> inOrder) {
    static NumberedPairs of(Explanation explanation, Impression.Usable first) {
        return new NumberedPairs(explanation.pairs().stream()
                .sorted(Comparator.comparingDouble(
                        pair -> first.features().minutiae().y(pair.probeMinutia())))
                .toList());
    }

    /** The number of the pair that a minutia of the first print belongs to. */
    OptionalInt ofProbe(int minutia) {
        return numberOf(Pair::probeMinutia, minutia);
    }

    OptionalInt ofReference(int minutia) {
        return numberOf(Pair::referenceMinutia, minutia);
    }

    private OptionalInt numberOf(ToIntFunction<Pair> side, int minutia) {
        return IntStream.range(0, inOrder.size())
                .filter(index -> side.applyAsInt(inOrder.get(index)) == minutia)
                .map(index -> index + 1)
                .findFirst();
    }
}
