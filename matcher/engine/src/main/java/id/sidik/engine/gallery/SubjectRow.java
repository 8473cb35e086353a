package id.sidik.engine.gallery;

/** All that a gallery keeps of one subject, wherever it lies: on the heap while it is new, in a {@link Segment} later. */
interface SubjectRow extends References {
    String id();

    int partition();

    SubjectTraits traits();

    /** A copy of what the algorithm wrote of the reference's template. */
    byte[] payload(int reference);
}
