package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A case with the answer that the law gives.
 *
 * @param source the article or figure that says so
 * @param day the day decided about
 * @param expected {@code GRANTED}, {@code DENIED} with all reasons in order, or {@code UNDETERMINED} with its cause
 * @param until the last day that a yes holds; empty where it does not matter
 * @param figures what a formula gives, by its id: a number, or {@link #UNKNOWN}; others do not matter
 */
public record WorkedCase(
        String name,
        String source,
        LocalDate day,
        Facts facts,
        String expected,
        Optional<LocalDate> until,
        Map<String, String> figures) {

    /** Expected of a formula that lacks something. */
    static final String UNKNOWN = "unknown";

    public WorkedCase {
        figures = Map.copyOf(figures);
    }

    /**
     * How a policy did.
     *
     * @param differences one line for each; none if it did well
     */
    public record Result(WorkedCase worked, Ruling ruling, List<String> differences) {
        public Result {
            differences = List.copyOf(differences);
        }

        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /** The name: facts are long. */
    @Override
    public String toString() {
        return name;
    }

    /** What the policy makes of it. */
    public Result run(Policy policy) {
        Ruling ruling = policy.decide(facts, day);
        List<String> differences = new ArrayList<>();
        compare("answer", expected, outcome(ruling), differences);
        until.ifPresent(last -> compare("until", last.toString(), until(ruling), differences));
        figures.keySet().stream()
                .sorted()
                .forEach(id -> compare(id, String.valueOf(figures.get(id)), amount(ruling, id), differences));
        return new Result(this, ruling, differences);
    }

    private static void compare(String what, String expected, String actual, List<String> differences) {
        if (!expected.equals(actual)) {
            differences.add(what + ": expected " + expected + ", and it is " + actual);
        }
    }

    /** The answer in the words of a worked case. */
    public static String outcome(Ruling ruling) {
        return switch (ruling.decision()) {
            case Decision.Granted _ -> "GRANTED";
            case Decision.Denied denied ->
                "DENIED " + denied.reasons().stream().map(Enum::name).collect(Collectors.joining(" "));
            case Decision.Undetermined undetermined -> "UNDETERMINED " + undetermined.cause();
        };
    }

    private static String until(Ruling ruling) {
        return ruling.decision() instanceof Decision.Granted granted
                ? granted.inForceUntil().toString()
                : "no yes";
    }

    private static String amount(Ruling ruling, String id) {
        return ruling.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(figure -> figure.amount().isPresent()
                        ? Long.toString(figure.amount().getAsLong())
                        : UNKNOWN)
                .orElse("not offered");
    }
}
