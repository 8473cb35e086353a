package id.sidik.engine.gallery;

import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.template.FingerPosition;

/** The references of one subject, ready to be compared. */
interface References {
    /** At least 1. */
    int referenceCount();

    FingerPosition finger(int reference);

    PreparedReference prepared(int reference);
}
