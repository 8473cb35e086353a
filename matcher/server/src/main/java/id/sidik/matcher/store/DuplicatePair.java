package id.sidik.matcher.store;

import id.sidik.engine.template.FingerPosition;

/**
 * Two subjects who may be one person, as a job of de-duplication found them.
 *
 * @param subjectId who was searched for
 * @param otherSubjectId who was found
 * @param fmr of the comparison with the other's references
 * @param fpir of a candidate this good, in the gallery as it was
 * @param finger the other's reference that scored best
 */
public record DuplicatePair(String subjectId, String otherSubjectId, double fmr, double fpir, FingerPosition finger) {
    public DuplicatePair {
        if (subjectId.equals(otherSubjectId)) {
            throw new IllegalArgumentException("nobody is her own duplicate");
        }
    }
}
