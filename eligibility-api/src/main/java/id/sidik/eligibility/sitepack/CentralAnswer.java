package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import java.util.stream.Collectors;

/** What the gate made of a check that was answered without it. */
public sealed interface CentralAnswer {
    record Granted() implements CentralAnswer {}

    /**
     * She is not to be served for this.
     *
     * @param why names of the reasons, with a comma between them
     */
    record Denied(String why) implements CentralAnswer {}

    /**
     * Nobody can say.
     *
     * @param why the cause
     */
    record Undetermined(String why) implements CentralAnswer {}

    /**
     * The question was none, so there is no decision.
     *
     * @param why the reason that a caller would have been told
     */
    record Refused(String why) implements CentralAnswer {}

    /** Of a decision. */
    static CentralAnswer of(Decision decision) {
        return switch (decision) {
            case Decision.Granted _ -> new Granted();
            case Decision.Denied denied ->
                new Denied(denied.reasons().stream().map(DenialReason::name).collect(Collectors.joining(",")));
            case Decision.Undetermined undetermined ->
                new Undetermined(undetermined.cause().name());
        };
    }

    /** In upper case, as it is stored. */
    default String word() {
        return switch (this) {
            case Granted _ -> "GRANTED";
            case Denied _ -> "DENIED";
            case Undetermined _ -> "UNDETERMINED";
            case Refused _ -> "REFUSED";
        };
    }

    /** Empty when granted. */
    default String why() {
        return switch (this) {
            case Granted _ -> "";
            case Denied denied -> denied.why;
            case Undetermined undetermined -> undetermined.why;
            case Refused refused -> refused.why;
        };
    }

    /** What {@link #word} and {@link #why} say. */
    static CentralAnswer read(String word, String why) {
        return switch (word) {
            case "GRANTED" -> new Granted();
            case "DENIED" -> new Denied(why);
            case "UNDETERMINED" -> new Undetermined(why);
            case "REFUSED" -> new Refused(why);
            default -> throw new IllegalArgumentException("no central answer is called " + word);
        };
    }
}
