package id.sidik.benchmarks.calibration;

import id.sidik.benchmarks.calibration.ComparedPair.Kind;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.PrintFile;
import id.sidik.benchmarks.sets.SameFingers;
import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.Extractor;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All prints of some sets, extracted once, each as it is and mirrored. */
final class PreparedSets {
    private final SidikComparator comparator = new SidikComparator();
    private final List<Print> prints = new ArrayList<>();
    private final SameFingers sameFingers;

    /** @param sameFingers fingers of two sets that are one: their pairs are left out */
    private PreparedSets(SameFingers sameFingers) {
        this.sameFingers = sameFingers;
    }

    /** One print. */
    private record Print(
            int set,
            String setName,
            int finger,
            String fingerName,
            Template template,
            PreparedReference reference,
            PreparedReference mirrored) {
        boolean isSameFingerAs(Print other) {
            return set == other.set && finger == other.finger;
        }
    }

    static PreparedSets of(List<DataSet> sets, SameFingers sameFingers, Workers workers) {
        PreparedSets prepared = new PreparedSets(sameFingers);
        Extractor extractor = new SidikExtractor();
        for (int set = 0; set < sets.size(); set++) {
            int number = set;
            DataSet data = sets.get(set);
            List<String> fingers =
                    data.prints().stream().map(PrintFile::finger).distinct().toList();
            workers.all(
                            data.prints().size(),
                            i -> prepared.prepared(
                                    extractor,
                                    number,
                                    data,
                                    fingers,
                                    data.prints().get(i)))
                    .forEach(print -> print.ifPresent(prepared.prints::add));
        }
        return prepared;
    }

    private Optional<Print> prepared(Extractor extractor, int set, DataSet data, List<String> fingers, PrintFile file) {
        return switch (extractor.extract(ImageDecoder.decode(file.content(), data.dpi()))) {
            case ExtractionResult.TooPoor _ -> Optional.empty();
            case ExtractionResult.Extracted(Template template, var _) ->
                Optional.of(new Print(
                        set,
                        data.name(),
                        fingers.indexOf(file.finger()),
                        file.finger(),
                        template,
                        comparator.prepare(template),
                        comparator.prepareMirrored(template)));
        };
    }

    /** Of all prints from which something was extracted. */
    List<Template> templates() {
        return prints.stream().map(Print::template).toList();
    }

    /** Every print against every later one, and against its own mirror image and theirs. O(prints²). */
    List<ComparedPair> pairs(Workers workers) {
        return workers.all(prints.size(), this::pairsOf).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<ComparedPair> pairsOf(int first) {
        Print probe = prints.get(first);
        Function<PreparedReference, Explanation> explanations = comparator.explanationsOf(probe.template());
        List<ComparedPair> pairs = new ArrayList<>();
        IntStream.range(first, prints.size()).forEach(second -> {
            Print reference = prints.get(second);
            if (!areOneFingerOfTwoSets(probe, reference)) {
                if (first != second) {
                    pairs.add(compared(
                            kind(probe, reference), probe, reference, explanations.apply(reference.reference())));
                }
                pairs.add(compared(Kind.MIRRORED_IMPOSTOR, probe, reference, explanations.apply(reference.mirrored())));
            }
        });
        return pairs;
    }

    private static Kind kind(Print probe, Print reference) {
        if (probe.isSameFingerAs(reference)) {
            return Kind.GENUINE;
        }
        return probe.set() == reference.set() ? Kind.IMPOSTOR : Kind.CROSS_SET_IMPOSTOR;
    }

    private boolean areOneFingerOfTwoSets(Print probe, Print reference) {
        return sameFingers.mayBe(probe.setName(), probe.fingerName(), reference.setName(), reference.fingerName());
    }

    private static ComparedPair compared(Kind kind, Print probe, Print reference, Explanation explanation) {
        List<Double> parts = explanation.parts().stream()
                .skip(1) // the intercept
                .map(Explanation.Part::value)
                .toList();
        return new ComparedPair(
                kind, probe.set(), reference.set(), probe.finger(), reference.finger(), parts, explanation.score());
    }
}
