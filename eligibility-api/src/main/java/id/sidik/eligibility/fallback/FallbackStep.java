package id.sidik.eligibility.fallback;

/** What became of an action. */
public sealed interface FallbackStep {

    /** It was taken, or time took another: the fallback as it stands now. */
    record Moved(Fallback fallback) implements FallbackStep {}

    /** Nothing changed. */
    record Refused(FallbackRefusal refusal) implements FallbackStep {}
}
