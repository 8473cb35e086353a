package id.sidik.matcher.deduplication;

import id.sidik.matcher.store.DuplicateJob;

/** A job has found as many pairs as it may. */
public final class TooManyPairsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyPairsException() {
        super("the job has found " + DuplicateJob.PAIRS_MAX
                + " pairs, more than anybody can look at; begin another one with a lower target_fpir");
    }
}
