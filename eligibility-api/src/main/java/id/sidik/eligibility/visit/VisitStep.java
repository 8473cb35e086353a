package id.sidik.eligibility.visit;

/** What became of an action. */
public sealed interface VisitStep {

    /** It was taken: the visit as it stands now. */
    record Moved(Visit visit) implements VisitStep {}

    /** Nothing changed. */
    record Refused(VisitRefusal refusal) implements VisitStep {}
}
