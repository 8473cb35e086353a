package id.sidik.eligibility.visit;

/** What somebody is there for. Names are stored: never rename one. */
public enum VisitKind {
    OUTPATIENT,
    DIALYSIS,
    ADMISSION
}
