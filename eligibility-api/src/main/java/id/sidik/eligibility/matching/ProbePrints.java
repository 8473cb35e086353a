package id.sidik.eligibility.matching;

import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.SubjectId;

/** Whose prints are laid over a subject's. */
public sealed interface ProbePrints {
    /** Somebody who is enrolled. */
    record Enrolled(SubjectId subject) implements ProbePrints {}

    /** Somebody who is held up. */
    record Held(HeldPrints prints) implements ProbePrints {}
}
