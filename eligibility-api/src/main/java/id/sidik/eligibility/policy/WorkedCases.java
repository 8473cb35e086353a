package id.sidik.eligibility.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads files of worked cases:
 *
 * <pre>
 * groups:
 *   - name: resignation
 *     source: Permenaker 4/2022
 *     facts: {purpose: CLAIM_JHT, member: {known: true, status: ACTIVE}, ...}    for all of the group
 *     cases:
 *       - {name: one day early, on: 2026-06-14, facts: {claim: {event_on: 2026-05-15}}, expect: DENIED WAITING_TIME}
 *       - {name: in time, on: 2026-06-15, facts: {...}, expect: GRANTED, until: 2026-07-31, figures: {jht.balance: 60000000}}
 * </pre>
 *
 * A case has its group's facts and its own, which win. Unless it says otherwise, the gate is asked on the day decided about.
 */
public final class WorkedCases {
    private static final List<String> BUILT_IN = List.of("jht", "jkk", "jkm", "jp", "jkp", "jkn");

    private WorkedCases() {}

    /** The cases that come with the program, around every date and limit of its policy. */
    public static List<WorkedCase> builtIn() {
        return BUILT_IN.stream()
                .map(name -> name + ".yaml")
                .flatMap(name -> read(name, PolicyFiles.resource("cases/" + name)).stream())
                .toList();
    }

    /**
     * Reads one file.
     *
     * @throws PolicyRefusedException with all that is wrong
     */
    public static List<WorkedCase> read(String file, String text) {
        List<PolicyProblem> problems = new ArrayList<>();
        List<WorkedCase> cases = new ArrayList<>();
        YamlNode root = YamlNode.root(file, text, problems);
        root.list("groups").forEach(group -> group(group, cases));
        root.nothingElse();
        if (problems.isEmpty() && cases.isEmpty()) {
            root.problem("there is no case in it");
        }
        if (!problems.isEmpty()) {
            throw new PolicyRefusedException(problems);
        }
        return List.copyOf(cases);
    }

    private static void group(YamlNode group, List<WorkedCase> cases) {
        String name = group.text("name");
        String source = group.text("source");
        Optional<Facts.Builder> shared = facts(group);
        for (YamlNode node : group.list("cases")) {
            shared.flatMap(facts -> worked(name, source, facts, node)).ifPresent(cases::add);
        }
        group.nothingElse();
    }

    private static Optional<Facts.Builder> facts(YamlNode node) {
        JsonNode json = node.has("facts") ? node.child("facts").json() : MissingNode.getInstance();
        try {
            return Optional.of(json.isObject() ? FactsReader.read(json) : Facts.none());
        } catch (IllegalArgumentException e) {
            node.problem(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<WorkedCase> worked(String group, String source, Facts.Builder shared, YamlNode node) {
        String name = group + ": " + node.text("name");
        LocalDate day = node.day("on");
        Optional<Facts.Builder> own = facts(node);
        String expected = node.text("expect");
        Optional<LocalDate> until = node.has("until") ? Optional.of(node.day("until")) : Optional.empty();
        Map<String, String> figures = new HashMap<>();
        node.child("figures")
                .json()
                .properties()
                .forEach(entry -> figures.put(entry.getKey(), entry.getValue().asText()));
        String itsSource = node.optionalText("source").orElse(source);
        node.nothingElse();
        try {
            return own.map(more -> Facts.none()
                            .with(Fact.ASKED_ON, day)
                            .with(shared)
                            .with(more)
                            .build())
                    .map(facts -> new WorkedCase(name, itsSource, day, facts, expected, until, figures));
        } catch (IllegalArgumentException e) {
            node.problem(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
