package id.sidik.engine.gallery;

import id.sidik.engine.template.FingerPosition;

/** All that a gallery keeps of one subject, wherever it lies: on the heap while it is new, in a {@link Segment} later. */
interface SubjectRow {
    String id();

    int partition();

    SubjectTraits traits();

    /** At least 1. */
    int referenceCount();

    FingerPosition finger(int reference);

    /** A copy of what the algorithm wrote of the reference's template. */
    byte[] payload(int reference);
}
