package id.sidik.engine.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole gallery at one moment: what a search works on from its beginning to its end. Immutable; a change makes another one,
 * which shares all that did not change. A subject that counts is in one place only.
 *
 * @param number one more for each change of who is in it
 * @param segments of rows that lie outside the heap
 * @param open rows that came lately
 * @param ready partitions, ascending, that vouch for their part of an answer
 */
record GalleryVersion(long number, List<SegmentView> segments, List<OpenRow> open, List<Integer> ready) {
    static final GalleryVersion EMPTY = new GalleryVersion(0, List.of(), List.of(), List.of());

    GalleryVersion {
        segments = List.copyOf(segments);
        open = List.copyOf(open);
        ready = List.copyOf(ready);
    }

    /** Where a subject lies. */
    sealed interface Place {
        record Open(OpenRow row) implements Place {}

        record Sealed(SegmentView view, int row) implements Place {}

        /** The subject's row, to be read only while the version is held. */
        default SubjectRow read(TemplatePayloads payloads) {
            return switch (this) {
                case Open(OpenRow row) -> row;
                case Sealed(SegmentView view, int row) -> new SegmentRow(view.segment(), row, payloads);
            };
        }
    }

    Optional<Place> find(String subjectId) {
        for (OpenRow row : open) {
            if (row.id().equals(subjectId)) {
                return Optional.of(new Place.Open(row));
            }
        }
        byte[] id = SegmentIds.bytesOf(subjectId);
        for (SegmentView view : segments) {
            int row = view.find(id);
            if (row >= 0) {
                return Optional.of(new Place.Sealed(view, row));
            }
        }
        return Optional.empty();
    }

    GalleryVersion with(OpenRow row) {
        List<OpenRow> more = new ArrayList<>(open.size() + 1);
        more.addAll(open);
        more.add(row);
        return new GalleryVersion(number + 1, segments, more, ready);
    }

    GalleryVersion without(Place place) {
        return switch (place) {
            case Place.Open(OpenRow row) ->
                new GalleryVersion(
                        number + 1,
                        segments,
                        open.stream().filter(other -> other != row).toList(),
                        ready);
            case Place.Sealed(SegmentView view, int row) ->
                new GalleryVersion(
                        number + 1,
                        segments.stream()
                                .map(other -> other == view ? view.without(row, number + 1) : other)
                                .toList(),
                        open,
                        ready);
        };
    }

    /** One change: the row in place of another of the same subject. */
    GalleryVersion replacing(Place place, OpenRow row) {
        GalleryVersion rest = without(place);
        return new GalleryVersion(number, rest.segments, rest.open, ready).with(row);
    }

    /** The same subjects in other places: no change, as far as anybody can tell. */
    GalleryVersion relaid(List<SegmentView> otherSegments, List<OpenRow> otherOpen) {
        return new GalleryVersion(number, otherSegments, otherOpen, ready);
    }

    /** With segments of subjects that are not there yet, and partitions that vouch from now on. */
    GalleryVersion joined(List<SegmentView> moreSegments, List<Integer> morePartitions) {
        return new GalleryVersion(
                number + 1,
                Stream.concat(segments.stream(), moreSegments.stream()).toList(),
                open,
                Stream.concat(ready.stream(), morePartitions.stream())
                        .sorted()
                        .distinct()
                        .toList());
    }
}
