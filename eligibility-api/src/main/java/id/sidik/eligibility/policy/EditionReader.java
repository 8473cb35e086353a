package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.UndeterminedCause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the files of a policy. Each may hold any of four lists:
 *
 * <pre>
 * figures:  id, unit, source, values: [from, until?, value, confidence], gaps: [from, until, why]
 * purposes: purpose, from, until?, present_if, holds_until, text: {id, en}, source
 * rules:    id, from, until?, purposes, applies?, as_of?, when, denies | refers, text: {id, en}, source
 * benefits: id, from, until?, purposes, applies?, as_of?, amount, unit, text: {id, en}, source
 * </pre>
 */
final class EditionReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*");
    private static final int ENTRIES_MAX = 2_000;
    private static final Expression STAND_IN = new Expressions(Set.of()).condition("on == on");

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<PurposeTerms> terms = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Benefit> benefits = new ArrayList<>();

    private EditionReader() {}

    /** What it cannot read is a problem, and left out. */
    static Edition read(PolicyFiles files, List<PolicyProblem> problems) {
        EditionReader reader = new EditionReader();
        PolicyManifest manifest = PolicyManifest.of(files.texts().getOrDefault(PolicyFiles.MANIFEST, ""));
        Map<String, YamlNode> roots = new TreeMap<>();
        files.texts().forEach((name, text) -> {
            if (manifest.files().contains(name)) {
                roots.put(name, YamlNode.root(name, text, problems));
            } else if (!name.equals(PolicyFiles.MANIFEST)) {
                problems.add(new PolicyProblem(PolicyFiles.MANIFEST, "does not list " + name));
            }
        });
        manifest.files().stream()
                .filter(name -> !roots.containsKey(name))
                .forEach(name -> problems.add(
                        new PolicyProblem(PolicyFiles.MANIFEST, "lists " + name + ", which is not there")));
        roots.values().forEach(root -> root.list("figures").forEach(reader::figure));
        Expressions expressions = new Expressions(reader.figures.keySet());
        roots.values().forEach(root -> reader.terms(root, expressions));
        return new Edition(manifest.edition(), reader.figures, reader.terms, reader.rules, reader.benefits);
    }

    private void terms(YamlNode root, Expressions expressions) {
        root.list("purposes").forEach(node -> purpose(node, expressions));
        root.list("rules").forEach(node -> rule(node, expressions));
        root.list("benefits").forEach(node -> benefit(node, expressions));
        root.nothingElse();
        if (rules.size() + benefits.size() > ENTRIES_MAX) {
            root.problem("a policy has at most 2000 rules and benefits");
        }
    }

    private void figure(YamlNode node) {
        String id = id(node);
        FigureUnit unit = node.word("unit", FigureUnit.class);
        String source = node.text("source");
        List<Figure.DatedValue> values = node.list("values").stream()
                .map(value -> datedValue(value, unit))
                .toList();
        List<DateRange> gaps =
                node.list("gaps").stream().map(EditionReader::gap).toList();
        node.nothingElse();
        if (figures.put(id, new Figure(id, unit, source, values, gaps, node.where())) != null) {
            node.problem("there are two figures of this name");
        }
    }

    private static Figure.DatedValue datedValue(YamlNode node, FigureUnit unit) {
        DateRange range = node.range();
        String text = node.text("value");
        String confidence = node.text("confidence");
        node.nothingElse();
        try {
            return new Figure.DatedValue(range, unit.read(text), confidence);
        } catch (IllegalArgumentException e) {
            node.problem(String.valueOf(e.getMessage()));
            return new Figure.DatedValue(range, 0, confidence);
        }
    }

    private static DateRange gap(YamlNode node) {
        DateRange range = node.range();
        String why = node.text("why");
        node.nothingElse();
        return why.equals(YamlNode.NOTHING) ? new DateRange(range.from(), range.from()) : range;
    }

    private void purpose(YamlNode node, Expressions expressions) {
        terms.add(new PurposeTerms(
                node.word("purpose", Purpose.class),
                node.range(),
                compiled(node, "present_if", expressions::condition),
                compiled(node, "holds_until", expressions::day),
                node.bilingual("text"),
                node.text("source"),
                node.where()));
        node.nothingElse();
    }

    private void rule(YamlNode node, Expressions expressions) {
        rules.add(new Rule(
                id(node),
                node.range(),
                node.words("purposes", Purpose.class),
                optional(node, "applies", expressions::condition),
                optional(node, "as_of", expressions::day),
                compiled(node, "when", expressions::condition),
                effect(node),
                node.bilingual("text"),
                node.text("source"),
                node.where()));
        node.nothingElse();
    }

    private static Rule.Effect effect(YamlNode node) {
        if (node.has("denies") == node.has("refers")) {
            node.problem("a rule either denies with a reason or refers with a cause");
            return new Rule.Effect.Refers(UndeterminedCause.POLICY_FAILED);
        }
        return node.has("denies")
                ? new Rule.Effect.Denies(node.word("denies", DenialReason.class))
                : new Rule.Effect.Refers(node.word("refers", UndeterminedCause.class));
    }

    private void benefit(YamlNode node, Expressions expressions) {
        benefits.add(new Benefit(
                id(node),
                node.range(),
                node.words("purposes", Purpose.class),
                optional(node, "applies", expressions::condition),
                optional(node, "as_of", expressions::day),
                compiled(node, "amount", expressions::number),
                node.word("unit", FigureUnit.class),
                node.bilingual("text"),
                node.text("source"),
                node.where()));
        node.nothingElse();
    }

    private static String id(YamlNode node) {
        String id = node.text("id");
        if (!ID.matcher(id).matches()) {
            node.problem("an id is words of [a-z0-9_] with dots between them, not '" + id + "'");
        }
        return id;
    }

    private static Optional<Expression> optional(YamlNode node, String field, Function<String, Expression> compiler) {
        return node.has(field) ? Optional.of(compiled(node, field, compiler)) : Optional.empty();
    }

    /** A stand-in for what does not compile: the problem keeps it from ever being used. */
    private static Expression compiled(YamlNode node, String field, Function<String, Expression> compiler) {
        String source = node.text(field);
        try {
            return compiler.apply(source);
        } catch (IllegalArgumentException e) {
            node.problem(field + " `" + source + "`: "
                    + String.valueOf(e.getMessage()).strip());
            return STAND_IN;
        }
    }
}
