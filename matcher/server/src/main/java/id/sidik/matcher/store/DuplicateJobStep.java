package id.sidik.matcher.store;

import java.util.List;

/**
 * One batch of a job of de-duplication: all of it is on the disk, or none.
 *
 * @param cursor the last subject that has been searched for; empty before the first
 * @param subjectsDone so far
 * @param finished whether nobody is left
 * @param pairs that this batch found and no earlier one
 */
public record DuplicateJobStep(String cursor, long subjectsDone, boolean finished, List<DuplicatePair> pairs) {
    /** What a job that has done nothing yet stands at. */
    static final DuplicateJobStep NONE = new DuplicateJobStep("", 0, false, List.of());

    public DuplicateJobStep {
        pairs = List.copyOf(pairs);
    }
}
