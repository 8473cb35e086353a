package id.sidik.eligibility.policy;

import dev.cel.runtime.CelVariableResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression sees: facts by name, {@code known.} and a name, {@code figure.} and a name, and the day. For one evaluation. */
final class Scope implements CelVariableResolver {
    static final String DAY = "on";
    static final String FIGURE = "figure.";
    static final String KNOWN = "known.";

    private final Optional<Facts> facts;
    private final Optional<LocalDate> day;
    private final Map<String, Figure> figures;
    private final LocalDate figuresOn;
    private final List<String> missing = new ArrayList<>();

    private Scope(Optional<Facts> facts, Optional<LocalDate> day, Map<String, Figure> figures, LocalDate figuresOn) {
        this.facts = facts;
        this.day = day;
        this.figures = figures;
        this.figuresOn = figuresOn;
    }

    static Scope of(Facts facts, LocalDate day, Map<String, Figure> figures, LocalDate figuresOn) {
        return new Scope(Optional.of(facts), Optional.of(day), figures, figuresOn);
    }

    /** Nothing is known: whatever still has a value is a constant. */
    static Scope empty() {
        return new Scope(Optional.empty(), Optional.empty(), Map.of(), LocalDate.EPOCH);
    }

    @Override
    public Optional<Object> find(String name) {
        Optional<Object> value = value(name);
        if (value.isEmpty()) {
            missing.add(name);
        }
        return value;
    }

    private Optional<Object> value(String name) {
        if (name.equals(DAY)) {
            return day.map(CelDates::of);
        }
        if (name.startsWith(FIGURE)) {
            return Optional.ofNullable(figures.get(name.substring(FIGURE.length())))
                    .flatMap(figure -> figure.on(figuresOn))
                    .map(Object.class::cast);
        }
        if (name.startsWith(KNOWN)) {
            String asked = name.substring(KNOWN.length());
            return facts.map(known -> Fact.named(asked).flatMap(known::find).isPresent());
        }
        return facts.flatMap(known -> Fact.named(name).flatMap(known::find)).map(CelDates::wrapped);
    }

    /** What was looked for in vain, each once, in the order in which it was looked for. */
    List<String> missing() {
        return missing.stream().distinct().toList();
    }
}
