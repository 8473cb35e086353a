package id.sidik.engine.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The order of {@link Gallery#subjectIdsAfter}, made of ids in no order. */
final class SubjectWalk {
    private SubjectWalk() {}

    /** @param idsOf the ids of a partition, in no order */
    static List<String> after(
            Optional<String> last, int max, Partitioning partitioning, IntFunction<Stream<String>> idsOf) {
        if (max < 1 || max > Gallery.PAGE_MAX) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A page has 1 to %,d subjects, not %,d", Gallery.PAGE_MAX, max));
        }
        List<String> page = new ArrayList<>();
        int first = last.map(partitioning::partitionOf).orElse(0);
        for (int partition = first; partition < partitioning.count() && page.size() < max; partition++) {
            Optional<String> lower = partition == first ? last : Optional.empty();
            page.addAll(smallest(max - page.size(), lower, idsOf.apply(partition)));
        }
        return page;
    }

    private static List<String> smallest(int max, Optional<String> lower, Stream<String> ids) {
        PriorityQueue<String> greatestFirst = new PriorityQueue<>(Comparator.reverseOrder());
        ids.filter(id -> lower.isEmpty() || id.compareTo(lower.get()) > 0).forEach(id -> {
            greatestFirst.add(id);
            if (greatestFirst.size() > max) {
                greatestFirst.remove();
            }
        });
        return greatestFirst.stream().sorted().toList();
    }
}
