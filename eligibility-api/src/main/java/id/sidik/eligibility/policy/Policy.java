package id.sidik.eligibility.policy;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.policy.RuleFinding.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * May this person be served for this purpose? A pure function: the same facts on the same day always get the same ruling. What the rules
 * are is data ({@link PolicyFiles}); what no rule can change is here:
 *
 * <ol>
 *   <li>A number without a member is denied: nobody can ever prove to be that member.
 *   <li>A finger that is not the member's is denied for that alone; what else speaks against goes to the audit.
 *   <li>Where presence is not proved as the policy asks, there is no ruling: Undetermined, and nothing about membership or payments is
 *       told, because nobody has shown whose they are.
 *   <li>A member who is present is denied with every objection that is certain, referred if a rule refers or could not be evaluated, and
 *       granted otherwise.
 * </ol>
 *
 * <p>Safe for any number of threads.
 */
public final class Policy {
    private static final int HASH_DIGITS = 12;

    private final Edition edition;
    private final PolicyFiles files;
    private final String hash;
    private final String version;
    private final Map<Purpose, List<PurposeTerms>> terms;
    private final Map<Purpose, List<Rule>> rules;
    private final Map<Purpose, List<Benefit>> benefits;

    private Policy(Edition edition, PolicyFiles files) {
        this.edition = edition;
        this.files = files;
        this.hash = files.hash();
        this.version = edition.name() + "+" + hash.substring(0, HASH_DIGITS);
        this.terms = byPurpose(purpose -> edition.terms().stream()
                .filter(each -> each.purpose() == purpose)
                .toList());
        this.rules = byPurpose(purpose -> edition.rules().stream()
                .filter(rule -> rule.purposes().contains(purpose))
                .toList());
        this.benefits = byPurpose(purpose -> edition.benefits().stream()
                .filter(benefit -> benefit.purposes().contains(purpose))
                .toList());
    }

    private static <T> Map<Purpose, List<T>> byPurpose(Function<Purpose, List<T>> ofOne) {
        return Arrays.stream(Purpose.values())
                .collect(Collectors.toMap(
                        Function.identity(), ofOne, (one, _) -> one, () -> new EnumMap<>(Purpose.class)));
    }

    private static <T> List<T> of(Purpose purpose, Map<Purpose, List<T>> byPurpose) {
        return byPurpose.getOrDefault(purpose, List.of());
    }

    /**
     * Compiles and checks.
     *
     * @throws PolicyRefusedException with all that is wrong
     */
    public static Policy of(PolicyFiles files) {
        List<PolicyProblem> problems = new ArrayList<>();
        Edition edition = EditionReader.read(files, problems);
        EditionCheck.check(edition, problems);
        if (!problems.isEmpty()) {
            throw new PolicyRefusedException(problems);
        }
        return new Policy(edition, files);
    }

    /** The one that comes with the program. */
    public static Policy builtIn() {
        return of(PolicyFiles.builtIn());
    }

    /** The day on which something happened, as all rules see it: cover must not depend on the time zone of a counter. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, Contribution.ZONE);
    }

    /** Edition and the beginning of the hash of its files, for example {@code 2026.2+0a1b2c3d4e5f}. On every decision. */
    public String version() {
        return version;
    }

    /** Of its files, whole. */
    public String hash() {
        return hash;
    }

    /** The text that it was made of. */
    public PolicyFiles files() {
        return files;
    }

    /** All figures of the law, in order of their names. */
    public List<Figure> figures() {
        return edition.figures().values().stream()
                .sorted(Comparator.comparing(Figure::name))
                .toList();
    }

    /** A figure of the law on a day; empty where nobody told us. */
    public Optional<Long> figure(String name, LocalDate day) {
        return Optional.ofNullable(edition.figures().get(name)).flatMap(figure -> figure.on(day));
    }

    /** How many rules and formulas there are. */
    public int size() {
        return edition.rules().size() + edition.benefits().size();
    }

    /** Rules on the facts for a day. */
    public Ruling decide(Facts facts, LocalDate day) {
        List<RuleFinding> findings = of(facts.purpose(), rules).stream()
                .map(rule -> finding(rule, facts, day))
                .toList();
        Decision decision = decision(facts, day, findings);
        return new Ruling(
                decision,
                findings,
                decision instanceof Decision.Granted ? figures(facts, day) : List.of(),
                facts.memberKnown(),
                facts.presence(),
                version);
    }

    private Decision decision(Facts facts, LocalDate day, List<RuleFinding> findings) {
        PresenceKind presence = facts.presence();
        if (!facts.memberKnown()) {
            return presence.tellsOfUnknown()
                    ? new Decision.Denied(List.of(DenialReason.NOT_A_MEMBER))
                    : new Decision.Undetermined(presence.unaccepted());
        }
        if (presence == PresenceKind.MISMATCH) {
            return new Decision.Denied(List.of(DenialReason.PRESENCE_MISMATCH));
        }
        Optional<PurposeTerms> inForce = of(facts.purpose(), terms).stream()
                .filter(each -> each.inForce().contains(day))
                .findFirst();
        if (inForce.isEmpty()) {
            return new Decision.Undetermined(UndeterminedCause.POLICY_FAILED);
        }
        if (!presence.acceptable()) {
            return new Decision.Undetermined(presence.unaccepted());
        }
        Scope scope = Scope.of(facts, day, edition.figures(), day);
        Optional<Object> present = inForce.get().presentIf().evaluate(scope);
        if (present.isEmpty()) {
            return new Decision.Undetermined(RuleFinding.causeOf(scope.missing()));
        }
        return present.get().equals(true)
                ? present(facts, day, inForce.get(), findings)
                : new Decision.Undetermined(presence.unaccepted());
    }

    private Decision present(Facts facts, LocalDate day, PurposeTerms terms, List<RuleFinding> findings) {
        List<DenialReason> reasons = Ruling.reasons(findings);
        if (!reasons.isEmpty()) {
            return new Decision.Denied(reasons);
        }
        Optional<UndeterminedCause> referral = findings.stream()
                .filter(RuleFinding::spoke)
                .map(RuleFinding::cause)
                .min(Comparator.naturalOrder());
        if (referral.isPresent()) {
            return new Decision.Undetermined(referral.get());
        }
        Scope scope = Scope.of(facts, day, edition.figures(), day);
        return terms.holdsUntil()
                .evaluate(scope)
                .<Decision>map(until -> new Decision.Granted(terms.purpose().programme(), CelDates.day(until)))
                .orElseGet(() -> new Decision.Undetermined(RuleFinding.causeOf(scope.missing())));
    }

    private RuleFinding finding(Rule rule, Facts facts, LocalDate day) {
        Scope scope = Scope.of(facts, day, edition.figures(), day);
        Optional<Boolean> applies = truth(rule.applies(), scope);
        if (applies.filter(Boolean.FALSE::equals).isPresent()) {
            return new RuleFinding(rule, Result.NOT_APPLICABLE, List.of());
        }
        Optional<LocalDate> lawOf = lawOf(rule.asOf(), scope, day);
        if (lawOf.isEmpty()) {
            return new RuleFinding(rule, Result.FAILED, scope.missing());
        }
        if (!rule.inForce().contains(lawOf.get())) {
            return new RuleFinding(rule, Result.NOT_IN_FORCE, List.of());
        }
        Scope law = Scope.of(facts, day, edition.figures(), lawOf.get());
        Optional<Boolean> speaks = truth(Optional.of(rule.when()), law);
        if (speaks.filter(Boolean.FALSE::equals).isPresent()) {
            return new RuleFinding(rule, Result.SILENT, List.of());
        }
        if (applies.isEmpty() || speaks.isEmpty()) {
            List<String> missing = new ArrayList<>(scope.missing());
            missing.addAll(law.missing());
            return new RuleFinding(rule, Result.FAILED, missing);
        }
        return new RuleFinding(
                rule,
                switch (rule.effect()) {
                    case Rule.Effect.Denies _ -> Result.DENIES;
                    case Rule.Effect.Refers _ -> Result.REFERS;
                },
                List.of());
    }

    private static Optional<Boolean> truth(Optional<Expression> expression, Scope scope) {
        return expression.isEmpty()
                ? Optional.of(true)
                : expression.get().evaluate(scope).map(Boolean.TRUE::equals);
    }

    private static Optional<LocalDate> lawOf(Optional<Expression> asOf, Scope scope, LocalDate day) {
        return asOf.isEmpty() ? Optional.of(day) : asOf.get().evaluate(scope).map(CelDates::day);
    }

    private List<BenefitFigure> figures(Facts facts, LocalDate day) {
        return of(facts.purpose(), benefits).stream()
                .map(benefit -> figure(benefit, facts, day))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<BenefitFigure> figure(Benefit benefit, Facts facts, LocalDate day) {
        Scope scope = Scope.of(facts, day, edition.figures(), day);
        Optional<LocalDate> lawOf = lawOf(benefit.asOf(), scope, day);
        boolean ofAnotherTime =
                lawOf.filter(law -> !benefit.inForce().contains(law)).isPresent();
        Optional<Boolean> applies = ofAnotherTime ? Optional.of(false) : truth(benefit.applies(), scope);
        if (applies.filter(Boolean.FALSE::equals).isPresent()) {
            return Optional.empty();
        }
        if (applies.isEmpty() || lawOf.isEmpty()) {
            return Optional.of(unknown(benefit, scope.missing()));
        }
        Scope law = Scope.of(facts, day, edition.figures(), lawOf.get());
        return Optional.of(benefit.amount()
                .evaluate(law)
                .map(amount -> new BenefitFigure(
                        benefit.id(), OptionalLong.of((Long) amount), benefit.unit(), benefit.text(), ""))
                .orElseGet(() -> unknown(benefit, law.missing())));
    }

    private static BenefitFigure unknown(Benefit benefit, Collection<String> missing) {
        String what = missing.isEmpty() ? "a result" : String.join(", ", missing);
        return new BenefitFigure(benefit.id(), OptionalLong.empty(), benefit.unit(), benefit.text(), what);
    }
}
