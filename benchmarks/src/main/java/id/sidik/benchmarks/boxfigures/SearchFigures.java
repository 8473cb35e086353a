package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.sizing.FigureKey;
import id.sidik.engine.index.FingerBlock;
import id.sidik.engine.index.FingerProbe;
import id.sidik.engine.index.FingerSearch;
import id.sidik.engine.index.Prospects;
import id.sidik.engine.synthesis.TemplateFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.SidikPayload;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * What both looks of a search take of one core, in a block of the index as a large gallery has it: synthetic references for as long as
 * there is time, up to a full block. A search looks at nothing else that grows with the gallery. Of a block that did not become full the
 * figure is too high: what a look costs in any block is taken for what its references cost.
 */
final class SearchFigures {
    private static final long SEED = 1;
    private static final int FINGERS = 2;
    private static final int ROUND_REFERENCES = 1 << 12;
    private static final int PROBES = 16;

    /** As in the gallery: one reference in so many gets a second look. */
    private static final int REFERENCES_PER_SECOND_LOOK = 320;

    private final LongSupplier nanoClock;

    /** @param nanoClock as {@link System#nanoTime} */
    SearchFigures(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** @param time for making the references, on all cores, and again for the looks; the index takes some seconds more */
    Map<FigureKey, Double> measure(Stopwatch stopwatch, Duration time) {
        List<byte[]> references = references(time);
        List<FingerProbe> probes = IntStream.range(0, PROBES)
                .mapToObj(finger -> FingerProbe.of(payload(finger, 1)))
                .toList();
        try (Arena arena = Arena.ofConfined()) {
            FingerBlock block = FingerBlock.build(arena, references.size(), references::get);
            Looks looks = new Looks(block, references);
            double nanos = stopwatch.nanosEach(time, PROBES, () -> looks.at(probes));
            Map<FigureKey, Double> figures = new EnumMap<>(FigureKey.class);
            // a millisecond for a million is a nanosecond for one
            figures.put(FigureKey.SEARCH_MILLIS_PER_MILLION, FINGERS * nanos / references.size());
            return figures;
        }
    }

    private List<byte[]> references(Duration time) {
        long end = nanoClock.getAsLong() + time.toNanos();
        List<byte[]> references = new ArrayList<>();
        do {
            references.addAll(IntStream.range(references.size(), references.size() + ROUND_REFERENCES)
                    .parallel()
                    .mapToObj(finger -> payload(finger, 0))
                    .toList());
        } while (references.size() < FingerBlock.REFERENCES_MAX && nanoClock.getAsLong() < end);
        return references;
    }

    private static byte[] payload(int finger, int impression) {
        return SidikPayload.write(
                TemplateFinger.of(SEED, finger, FingerPosition.RIGHT_INDEX).impression(impression));
    }

    /** Both looks of one thread. */
    private static final class Looks {
        private final FingerBlock block;
        private final List<byte[]> references;
        private final FingerSearch search = new FingerSearch();
        private final Prospects prospects = new Prospects();

        Looks(FingerBlock block, List<byte[]> references) {
            this.block = block;
            this.references = references;
        }

        long at(List<FingerProbe> probes) {
            float sum = 0;
            for (FingerProbe probe : probes) {
                search.look(probe, block, prospects);
                int second = Math.min(prospects.count(), references.size() / REFERENCES_PER_SECOND_LOOK);
                for (int prospect = 0; prospect < second; prospect++) {
                    sum += search.pair(probe, prospects, prospect, references.get(prospects.reference(prospect)));
                }
            }
            return Float.floatToRawIntBits(sum);
        }
    }
}
