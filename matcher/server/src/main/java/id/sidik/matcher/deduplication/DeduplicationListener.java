package id.sidik.matcher.deduplication;

import id.sidik.matcher.store.DuplicatePair;

/** Who is told of a job's pairs and progress, on its thread; may wait, which makes the job wait. */
public interface DeduplicationListener {
    /**
     * A pair, which is on the disk.
     *
     * @param number of the pair in the job, from 1
     */
    void pair(long number, DuplicatePair pair) throws InterruptedException;

    /** How far the job is: at the beginning, after each batch, and at the end. */
    void progress(Progress progress) throws InterruptedException;
}
