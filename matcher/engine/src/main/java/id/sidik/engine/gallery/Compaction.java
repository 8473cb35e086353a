package id.sidik.engine.gallery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One segment made of open rows, or of those rows of some segments that still count. It is chosen from one version, made beside all
 * that goes on, and put into a later one, which may have lost some of its rows meanwhile.
 */
final class Compaction {
    private final long number;
    private final List<OpenRow> open;
    private final List<SegmentView> sources;
    /** Of each row of the new segment: its place in {@link #sources}, and its row there. Open rows come before all of them. */
    private int[] sourceOf = {};

    private int[] rowInSource = {};

    /**
     * Of rows that are to be one segment.
     *
     * @param number for the new segment
     */
    Compaction(long number, CompactionPolicy.Choice choice) {
        this.number = number;
        this.open = List.copyOf(choice.open());
        this.sources = List.copyOf(choice.segments());
    }

    List<SegmentView> sources() {
        return sources;
    }

    /** Makes the segment; takes as long as it takes. Nothing, if no row is left. The sources must be part of the gallery. */
    Optional<Segment> build(TemplatePayloads payloads, SegmentForm form) {
        List<SubjectRow> rows = new ArrayList<>(open);
        int sealedRows = sources.stream().mapToInt(SegmentView::aliveRows).sum();
        sourceOf = new int[sealedRows];
        rowInSource = new int[sealedRows];
        for (int source = 0; source < sources.size(); source++) {
            take(source, rows, payloads);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(SegmentBuilder.build(number, rows, form));
    }

    private void take(int source, List<SubjectRow> rows, TemplatePayloads payloads) {
        SegmentView view = sources.get(source);
        view.aliveSet().forEach(row -> {
            sourceOf[rows.size() - open.size()] = source;
            rowInSource[rows.size() - open.size()] = row;
            rows.add(new SegmentRow(view.segment(), row, payloads));
        });
    }

    /** The version that has the new segment in place of what it was made of. */
    GalleryVersion applyTo(GalleryVersion now, Optional<Segment> built) {
        Map<Segment, SegmentView> sourcesNow = new HashMap<>();
        sources.forEach(source -> sourcesNow.put(source.segment(), source));
        List<SegmentView> views = new ArrayList<>();
        for (SegmentView view : now.segments()) {
            if (sourcesNow.replace(view.segment(), view) == null) {
                views.add(view);
            }
        }
        Set<OpenRow> openNow = new HashSet<>(now.open());
        built.map(segment -> SegmentView.of(segment, stillAlive(segment, openNow, sourcesNow), now.number()))
                .ifPresent(views::add);
        open.forEach(openNow::remove);
        return now.relaid(views, now.open().stream().filter(openNow::contains).toList());
    }

    private RowSet stillAlive(Segment built, Set<OpenRow> openNow, Map<Segment, SegmentView> sourcesNow) {
        List<SegmentView> views = sources.stream()
                .map(source -> sourcesNow.getOrDefault(source.segment(), source))
                .toList();
        RowSet alive = RowSet.none(built.rows());
        for (int row = 0; row < built.rows(); row++) {
            int sealed = row - open.size();
            if (sealed < 0
                    ? openNow.contains(open.get(row))
                    : views.get(sourceOf[sealed]).isAlive(rowInSource[sealed])) {
                alive.add(row);
            }
        }
        return alive;
    }
}
