package id.sidik.engine.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When rows are put together. Open rows are compared one by one, so they are sealed soon; a segment costs each search some fixed
 * time, so small ones are merged, eight of about a size into one: a row is laid out anew once a level, four times in all (the
 * log-structured merge tree of O'Neil and others, 1996). Segments of withdrawn rows are laid out without them.
 *
 * @param openRowsMin as many open rows are sealed
 * @param fanOut as many segments of a level are merged; a level's segments have {@code fanOut} times the rows of the level below
 * @param deadShareMax a segment with a greater share of rows that do not count is laid out anew
 * @param rowsMax of a segment
 * @param keptRowsMin smaller segments are not worth a copy on the disk: they are soon merged
 */
record CompactionPolicy(int openRowsMin, int fanOut, double deadShareMax, int rowsMax, int keptRowsMin) {
    static final CompactionPolicy USUAL = new CompactionPolicy(256, 8, 0.25, Segment.ROWS_MAX, 64);

    CompactionPolicy {
        if (openRowsMin < 1 || fanOut < 2 || rowsMax < 2 || rowsMax > Segment.ROWS_MAX || !(deadShareMax > 0)) {
            throw new IllegalArgumentException("Not a policy of compaction");
        }
    }

    /** What to put together next. */
    record Choice(List<OpenRow> open, List<SegmentView> segments) {}

    /**
     * The most urgent of what is to be done.
     *
     * @param eraseUpTo rows that ceased to count in this version or before are to be erased now
     */
    Optional<Choice> choose(GalleryVersion now, long eraseUpTo) {
        if (now.open().size() >= openRowsMin) {
            int count = Math.min(rowsMax, now.open().size());
            return Optional.of(new Choice(now.open().subList(0, count), List.of()));
        }
        return spoilt(now, eraseUpTo).or(() -> crowded(now));
    }

    private Optional<Choice> spoilt(GalleryVersion now, long eraseUpTo) {
        return now.segments().stream()
                .filter(view -> view.erasableSince() <= eraseUpTo
                        || view.deadRows() > deadShareMax * view.segment().rows())
                .findFirst()
                .map(view -> new Choice(List.of(), List.of(view)));
    }

    /** The smallest level that has enough segments which together fit in one. */
    private Optional<Choice> crowded(GalleryVersion now) {
        List<SegmentView> ascending = now.segments().stream()
                .sorted(Comparator.comparingInt(SegmentView::aliveRows))
                .toList();
        for (int first = 0; first < ascending.size(); first++) {
            List<SegmentView> together = together(ascending.subList(first, ascending.size()));
            if (together.size() >= fanOut || fills(together)) {
                return Optional.of(new Choice(List.of(), together));
            }
        }
        return Optional.empty();
    }

    /** As many as are of the first one's level and fit, smallest first. */
    private List<SegmentView> together(List<SegmentView> ascending) {
        long levelMax = levelMax(ascending.getFirst().aliveRows());
        List<SegmentView> taken = new ArrayList<>();
        long rows = 0;
        for (SegmentView view : ascending) {
            rows += view.aliveRows();
            if (view.aliveRows() > levelMax || rows > rowsMax || taken.size() == fanOut) {
                break;
            }
            taken.add(view);
        }
        return taken;
    }

    private long levelMax(int rows) {
        long max = openRowsMin;
        while (max < rows) {
            max *= fanOut;
        }
        return max;
    }

    /** Of the greatest segments fewer than usual fill one. */
    private boolean fills(List<SegmentView> together) {
        return together.size() >= 2
                && together.stream().mapToLong(SegmentView::aliveRows).sum() > rowsMax * 3L / 4;
    }
}
