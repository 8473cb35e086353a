package id.sidik.eligibility.policy;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import id.sidik.eligibility.decision.Purpose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what compiles and still cannot be meant: holes and overlaps in time, rules that never speak, words that no fact ever is. */
final class EditionCheck {
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

    private final Edition edition;
    private final List<PolicyProblem> problems;

    private EditionCheck(Edition edition, List<PolicyProblem> problems) {
        this.edition = edition;
        this.problems = problems;
    }

    static void check(Edition edition, List<PolicyProblem> problems) {
        EditionCheck check = new EditionCheck(edition, problems);
        edition.figures().values().forEach(check::figure);
        check.purposes();
        check.rules();
        check.benefits();
    }

    private void problem(String where, String message) {
        problems.add(new PolicyProblem(where, message));
    }

    // ------------------------------------------------------------ time

    private void figure(Figure figure) {
        if (figure.values().isEmpty()) {
            problem(figure.where(), "has no value");
        }
        List<DateRange> known = Stream.concat(
                        figure.values().stream().map(Figure.DatedValue::range), figure.gaps().stream())
                .sorted(Comparator.comparing(DateRange::from))
                .toList();
        contiguous(figure.where(), known, "declare a gap and say why, or give the value");
    }

    private void contiguous(String where, List<DateRange> ranges, String cure) {
        for (int i = 1; i < ranges.size(); i++) {
            DateRange before = ranges.get(i - 1);
            DateRange next = ranges.get(i);
            if (before.overlaps(next)) {
                problem(where, "two overlap: " + before + ", and " + next);
            } else if (!before.meets(next)) {
                problem(where, "nothing is said between " + before + " and " + next + "; " + cure);
            }
        }
    }

    private void purposes() {
        for (Purpose purpose : Purpose.values()) {
            List<PurposeTerms> terms = edition.terms().stream()
                    .filter(each -> each.purpose() == purpose)
                    .sorted(Comparator.comparing(each -> each.inForce().from()))
                    .toList();
            if (terms.isEmpty()) {
                problem(PolicyFiles.MANIFEST, "no file says on what terms " + purpose + " is served");
                continue;
            }
            contiguous(
                    terms.getFirst().where(),
                    terms.stream().map(PurposeTerms::inForce).toList(),
                    "the terms of a purpose have no gap");
            if (!terms.getLast().inForce().isOpen()) {
                problem(terms.getLast().where(), "the terms of a purpose do not end");
            }
            terms.forEach(each -> {
                words(each.where(), each.presentIf());
                words(each.where(), each.holdsUntil());
            });
        }
    }

    private void versions(Collection<List<Version>> byId) {
        byId.forEach(versions -> contiguous(
                versions.getFirst().where(),
                versions.stream()
                        .map(Version::inForce)
                        .sorted(Comparator.comparing(DateRange::from))
                        .toList(),
                "versions of one rule follow each other; give the other rule another id"));
    }

    private record Version(String id, DateRange inForce, String where) {}

    private static Collection<List<Version>> byId(Stream<Version> versions) {
        return versions.collect(Collectors.groupingBy(Version::id)).values();
    }

    // ------------------------------------------------------------ reach

    private void rules() {
        versions(byId(edition.rules().stream().map(rule -> new Version(rule.id(), rule.inForce(), rule.where()))));
        for (Rule rule : edition.rules()) {
            reachable(rule.where(), rule.inForce(), rule.purposes(), rule.applies());
            neverFalse(rule.where(), "when", rule.when());
            Stream.of(rule.applies(), rule.asOf(), Optional.of(rule.when()))
                    .flatMap(Optional::stream)
                    .forEach(expression -> words(rule.where(), expression));
        }
        twins();
    }

    private void benefits() {
        versions(byId(edition.benefits().stream()
                .map(benefit -> new Version(benefit.id(), benefit.inForce(), benefit.where()))));
        for (Benefit benefit : edition.benefits()) {
            reachable(benefit.where(), benefit.inForce(), benefit.purposes(), benefit.applies());
            Stream.of(benefit.applies(), benefit.asOf(), Optional.of(benefit.amount()))
                    .flatMap(Optional::stream)
                    .forEach(expression -> words(benefit.where(), expression));
        }
    }

    private void reachable(String where, DateRange inForce, Set<Purpose> purposes, Optional<Expression> applies) {
        boolean served = edition.terms().stream()
                .anyMatch(terms ->
                        purposes.contains(terms.purpose()) && terms.inForce().overlaps(inForce));
        if (!served) {
            problem(where, "cannot be reached: none of " + purposes + " is served " + inForce);
        }
        applies.ifPresent(expression -> neverFalse(where, "applies", expression));
    }

    private void neverFalse(String where, String field, Expression expression) {
        if (expression.evaluate(Scope.empty()).filter(Boolean.FALSE::equals).isPresent()) {
            problem(where, "cannot be reached: " + field + " `" + expression + "` is false whatever the facts are");
        }
    }

    /** Of two rules that say the same with the same effect at the same time, one says nothing. */
    private void twins() {
        Map<List<Object>, List<Rule>> alike = edition.rules().stream()
                .collect(Collectors.groupingBy(
                        rule -> List.of(rule.purposes(), rule.applies(), rule.asOf(), rule.when(), rule.effect())));
        for (List<Rule> rules : alike.values()) {
            for (int i = 1; i < rules.size(); i++) {
                if (rules.get(i - 1).inForce().overlaps(rules.get(i).inForce())) {
                    problem(
                            rules.get(i).where(),
                            "cannot be reached: " + rules.get(i - 1).id() + " says the same");
                }
            }
        }
    }

    // ------------------------------------------------------------ words

    private void words(String where, Expression expression) {
        Map<Long, CelReference> references = expression.tree().getReferenceMap();
        CelNavigableAst.fromAst(expression.tree())
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .filter(node -> node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL)
                .filter(node -> COMPARISONS.contains(node.call().function()))
                .forEach(node -> comparison(where, node.call().args(), id -> fact(references, id)));
    }

    private static Optional<Fact> fact(Map<Long, CelReference> references, long id) {
        return Optional.ofNullable(references.get(id)).flatMap(reference -> Fact.named(reference.name()));
    }

    private void comparison(String where, List<CelExpr> sides, Function<Long, Optional<Fact>> facts) {
        List<String> texts = new ArrayList<>();
        sides.forEach(side -> collectTexts(side, texts));
        for (CelExpr side : sides) {
            Optional<Fact> fact =
                    facts.apply(side.id()).filter(known -> !known.words().isEmpty());
            fact.ifPresent(known -> texts.stream()
                    .filter(text -> !known.words().contains(text))
                    .forEach(text -> problem(
                            where,
                            known.factName() + " is never '" + text + "', only one of "
                                    + known.words().stream().sorted().toList())));
        }
    }

    private static void collectTexts(CelExpr side, List<String> texts) {
        switch (side.exprKind().getKind()) {
            case CONSTANT -> {
                if (side.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
                    texts.add(side.constant().stringValue());
                }
            }
            case LIST -> {
                List<CelExpr> elements = side.list().elements();
                elements.forEach(element -> collectTexts(element, texts));
            }
            default -> {} // anything else is computed
        }
    }
}
