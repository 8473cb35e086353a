package id.sidik.matcher.deduplication;

import id.sidik.matcher.store.DuplicatePair;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which pairs a job has, whoever of the two was searched for: each comes once. */
final class KnownPairs {
    private final Set<Set<String>> pairs = new HashSet<>();

    KnownPairs(List<DuplicatePair> found) {
        found.forEach(pair -> pairs.add(subjectsOf(pair)));
    }

    /** Whether nobody has asked for this pair before, and it was not among the found. */
    boolean isNew(DuplicatePair pair) {
        return pairs.add(subjectsOf(pair));
    }

    private static Set<String> subjectsOf(DuplicatePair pair) {
        return Set.of(pair.subjectId(), pair.otherSubjectId());
    }
}
