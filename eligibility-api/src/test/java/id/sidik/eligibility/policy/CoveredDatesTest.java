package id.sidik.eligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.contribution.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The worked cases stand on every date on which a rule, a formula or a figure of the policy begins or ends, and try every rule. */
class CoveredDatesTest {
    private static final Policy POLICY = Policy.builtIn();
    private static final Edition EDITION = EditionReader.read(PolicyFiles.builtIn(), new ArrayList<>());
    private static final List<WorkedCase> CASES = WorkedCases.builtIn();

    /** A day on which the law changes, and what changes. */
    private record Change(Programme programme, LocalDate day, String what) {}

    @Test
    void eachChangeOfTheLawHasACaseOnTheDayBeforeOnTheDayAndAfter() {
        Map<Programme, NavigableSet<LocalDate>> days = daysOfCases();
        List<String> uncovered = new ArrayList<>();
        changes().forEach(change -> {
            NavigableSet<LocalDate> tried = days.getOrDefault(change.programme(), new TreeSet<>());
            boolean covered = tried.contains(change.day().minusDays(1))
                    && tried.contains(change.day())
                    && tried.higher(change.day()) != null;
            if (!covered) {
                uncovered.add(change.programme() + " " + change.day() + ": " + change.what());
            }
        });

        assertThat(changes()).as("changes of the law").hasSizeGreaterThan(60);
        assertThat(uncovered).isEmpty();
    }

    private static Map<Programme, NavigableSet<LocalDate>> daysOfCases() {
        Map<Programme, NavigableSet<LocalDate>> days = new EnumMap<>(Programme.class);
        CASES.forEach(worked -> Stream.of(
                        Optional.of(worked.day()), day(worked, Fact.CLAIM_EVENT_ON), day(worked, Fact.MEMBER_DIED_ON))
                .flatMap(Optional::stream)
                .forEach(day -> days.computeIfAbsent(worked.facts().purpose().programme(), _ -> new TreeSet<>())
                        .add(day)));
        return days;
    }

    private static Optional<LocalDate> day(WorkedCase worked, Fact fact) {
        return worked.facts().find(fact).map(LocalDate.class::cast);
    }

    /** Of figures that decide; what is to be paid in is the ledger's. */
    private static List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        POLICY.figures().stream()
                .filter(figure -> figure.where().startsWith("figures-benefits"))
                .forEach(figure -> programme(figure.name())
                        .ifPresent(programme -> figure.values()
                                .forEach(value -> add(changes, programme, value.range(), figure.name()))));
        EDITION.rules()
                .forEach(rule -> programme(rule.id())
                        .ifPresent(programme -> add(changes, programme, rule.inForce(), rule.id())));
        EDITION.benefits()
                .forEach(benefit -> programme(benefit.id())
                        .ifPresent(programme -> add(changes, programme, benefit.inForce(), benefit.id())));
        return changes;
    }

    private static void add(List<Change> changes, Programme programme, DateRange range, String what) {
        changes.add(new Change(programme, range.from(), what));
        if (!range.isOpen()) {
            changes.add(new Change(programme, range.until().plusDays(1), what));
        }
    }

    private static Optional<Programme> programme(String id) {
        String prefix = id.substring(0, id.indexOf('.')).toUpperCase(Locale.ROOT);
        return Arrays.stream(Programme.values())
                .filter(programme -> programme.name().equals(prefix))
                .findFirst();
    }

    @Test
    void eachRuleSpeaksInACaseAndIsSilentInAnother() {
        Set<String> spoke = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        CASES.stream()
                .flatMap(worked -> worked.run(POLICY).ruling().findings().stream())
                .forEach(finding ->
                        (finding.spoke() ? spoke : silent).add(finding.rule().id()));
        Set<String> all = EDITION.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));

        assertThat(spoke).as("rules that speak").containsExactlyElementsOf(all);
        assertThat(silent).as("rules that are silent").containsExactlyElementsOf(all);
    }

    @Test
    void eachFormulaGivesAFigureThatIsExpected() {
        Set<String> expected = CASES.stream()
                .flatMap(worked -> worked.figures().entrySet().stream())
                .filter(figure -> figure.getValue().matches("-?[0-9]+"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(expected)
                .containsAll(EDITION.benefits().stream().map(Benefit::id).toList());
    }
}
