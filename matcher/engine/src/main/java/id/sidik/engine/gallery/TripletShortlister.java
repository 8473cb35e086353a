package id.sidik.engine.gallery;

import id.sidik.engine.index.FingerProbe;
import id.sidik.engine.index.FingerSearch;
import id.sidik.engine.index.MeantReferences;
import id.sidik.engine.index.Prospects;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.TemplateAccess;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lists rows whose fingers share triplets of minutiae with the probes, and of these the ones whose minutiae pair best. Fingers of a
 * subject support each other: their scores are added.
 */
final class TripletShortlister implements Shortlister {
    /** Mates are among fewer as a rule, also of 1.6 million subjects (docs/performance.md). */
    private static final int FINALISTS_MAX = 32;

    /** One row in so many gets a second look, but of small segments some more. */
    private static final int ROWS_PER_SECOND_LOOK = 320;

    private static final int SECOND_LOOKS_MIN = 48;

    /**
     * So few rows are compared in full without any look, which costs about as much: a look at a whole segment by two fingers takes some
     * two milliseconds, and a comparison a tenth of one for each finger.
     */
    private static final int FEW_ROWS = 24;

    /** With fewer rows than one in so many left out, the look is at all: masking would cost more than it saves. */
    private static final int LEFT_OUT_SHARE = 8;

    private final ConcurrentLinkedQueue<Scratch> pool = new ConcurrentLinkedQueue<>();

    @Override
    public int finalistsMax() {
        return FINALISTS_MAX;
    }

    @Override
    public SegmentIndex index(Segment segment, Arena arena) {
        return TripletIndex.build(segment, arena);
    }

    @Override
    public SegmentIndex restore(Segment segment, MemorySegment kept) {
        return TripletIndex.restore(segment, kept);
    }

    @Override
    public Listing listingOf(ProbeSet probes) {
        List<Looker> lookers = probes.templates().stream()
                .map(probe -> new Looker(
                        probe.finger(), FingerProbe.of(probe.template().payload(TemplateAccess.get()))))
                .toList();
        return (segment, rows, promising) -> list(segment, rows, lookers, promising);
    }

    /** A probe as an index looks for it. */
    private record Looker(FingerPosition finger, FingerProbe probe) {}

    private void list(Segment segment, RowSet rows, List<Looker> lookers, RowSink promising) {
        if (rows.count() <= FEW_ROWS) {
            rows.forEach(row -> promising.take(row, RowSink.CERTAINLY));
            return;
        }
        if (!(segment.index() instanceof TripletIndex index)) {
            throw new IllegalStateException("Another shortlister indexed this segment: " + segment);
        }
        Scratch scratch = pool.poll();
        if (scratch == null) {
            scratch = new Scratch();
        }
        scratch.list(segment, index, rows, lookers, promising);
        pool.add(scratch);
    }

    /** A probe's prospects in a block. */
    private static final class Look {
        private final Prospects prospects = new Prospects();
        private FingerProbe probe;
        private TripletIndex.Block block;

        Look(FingerProbe probe, TripletIndex.Block block) {
            this.probe = probe;
            this.block = block;
        }

        int reference(int prospect) {
            return block.reference(prospects.reference(prospect));
        }

        int row(int prospect) {
            return block.row(prospects.reference(prospect));
        }

        /** The prospect after the last of the same row: a row's references lie together. */
        int endOfRow(int first) {
            int end = first + 1;
            while (end < prospects.count() && row(end) == row(first)) {
                end++;
            }
            return end;
        }
    }

    /** Memory of one search at a time. */
    private static final class Scratch {
        private final FingerSearch search = new FingerSearch();
        private final MeantReferences meant = new MeantReferences();
        private final List<Look> looks = new ArrayList<>();
        private final float[] agreement = new float[Segment.ROWS_MAX];
        private final float[] surprise = new float[Segment.ROWS_MAX];
        private int[] met = new int[1 << 10];
        private int metCount;
        private int lookCount;

        @SuppressWarnings("unused") // so that the reads happen
        private int fetched;

        void list(Segment segment, TripletIndex index, RowSet rows, List<Looker> lookers, RowSink promising) {
            metCount = 0;
            lookCount = 0;
            boolean isNarrow = segment.rows() - rows.count() > segment.rows() / LEFT_OUT_SHARE;
            for (Looker looker : lookers) {
                for (TripletIndex.Block block : index.blocks()) {
                    if (looker.finger().mayBe(block.finger())) {
                        look(looker.probe(), block, rows, isNarrow);
                    }
                }
            }
            float least = leastAgreement(Math.max(SECOND_LOOKS_MIN, rows.count() / ROWS_PER_SECOND_LOOK));
            for (int look = 0; look < lookCount; look++) {
                pair(looks.get(look), segment, least);
            }
            for (int i = 0; i < metCount; i++) {
                int row = met[i];
                if (agreement[row] >= least && surprise[row] > 0) {
                    promising.take(row, surprise[row]);
                }
                agreement[row] = 0;
                surprise[row] = 0;
            }
        }

        private void look(FingerProbe probe, TripletIndex.Block block, RowSet rows, boolean isNarrow) {
            if (isNarrow) {
                meant.choose(block.triplets(), reference -> rows.contains(block.row(reference)));
                if (meant.count() == 0) {
                    return;
                }
            }
            Look look = nextLook(probe, block);
            if (isNarrow) {
                search.look(probe, block.triplets(), meant, look.prospects);
            } else {
                search.look(probe, block.triplets(), look.prospects);
            }
            meet(look, rows);
        }

        private void meet(Look look, RowSet rows) {
            int end;
            for (int first = 0; first < look.prospects.count(); first = end) {
                int row = look.row(first);
                end = look.endOfRow(first);
                if (rows.contains(row)) {
                    float best = 0;
                    for (int prospect = first; prospect < end; prospect++) {
                        best = Math.max(best, look.prospects.agreement(prospect));
                    }
                    meet(row, best);
                }
            }
        }

        private Look nextLook(FingerProbe probe, TripletIndex.Block block) {
            if (lookCount == looks.size()) {
                looks.add(new Look(probe, block));
            }
            Look look = looks.get(lookCount++);
            look.probe = probe;
            look.block = block;
            return look;
        }

        private void meet(int row, float agreed) {
            if (agreement[row] == 0) {
                if (metCount == met.length) {
                    met = Arrays.copyOf(met, 2 * metCount);
                }
                met[metCount++] = row;
            }
            agreement[row] += agreed;
        }

        /** That of the last row that gets a second look. */
        private float leastAgreement(int looks) {
            if (metCount <= looks) {
                return Float.MIN_VALUE;
            }
            float[] sorted = new float[metCount];
            for (int i = 0; i < metCount; i++) {
                sorted[i] = agreement[met[i]];
            }
            Arrays.sort(sorted);
            return sorted[metCount - looks];
        }

        /** Whatever the processor has to wait for, it waits for all of it together. */
        private void fetch(Look look, Segment segment, float least) {
            for (int prospect = 0; prospect < look.prospects.count(); prospect++) {
                if (agreement[look.row(prospect)] >= least) {
                    fetched += segment.touch(look.reference(prospect));
                }
            }
        }

        private void pair(Look look, Segment segment, float least) {
            fetch(look, segment, least);
            int end;
            for (int first = 0; first < look.prospects.count(); first = end) {
                int row = look.row(first);
                end = look.endOfRow(first);
                if (agreement[row] >= least) {
                    float best = 0;
                    for (int prospect = first; prospect < end; prospect++) {
                        byte[] payload = segment.payload(look.reference(prospect));
                        best = Math.max(best, search.pair(look.probe, look.prospects, prospect, payload));
                    }
                    surprise[row] += best;
                }
            }
        }
    }
}
