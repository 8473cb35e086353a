package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.facility.FacilityLevel;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.Segment;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a rule may look at, besides figures and the day. Rules name a fact by its dotted name. Names are stored with every
 * decision: never rename one. Whoever supplies more adds a constant here, and a worked case that needs it.
 */
public enum Fact {
    PURPOSE("purpose", "what the person wants to be served for", Purpose.values()),
    ASKED_ON("asked_on", FactType.DATE, "the day on which the gate is asked; the day decided about may lie before it"),

    PRESENCE_KIND("presence.kind", "what the finger, or what stands in for it, proved", PresenceKind.values()),
    PRESENCE_METHOD("presence.method", FactType.TEXT, "which fallback, where the kind is FALLBACK"),

    MEMBER_KNOWN("member.known", FactType.FLAG, "whether the number is registered"),
    MEMBER_STATUS("member.status", "whether the registration counts", MemberStatus.values()),
    MEMBER_SEGMENT("member.segment", "how the member earns", Segment.values()),
    MEMBER_BORN_ON("member.born_on", FactType.DATE, "date of birth"),
    MEMBER_DIED_ON("member.died_on", FactType.DATE, "date of death, where it is recorded"),
    MEMBER_REGISTERED_ON("member.registered_on", FactType.DATE, "the day of registration"),
    MEMBER_CITIZEN("member.citizen", FactType.FLAG, "whether the member is an Indonesian citizen"),
    MEMBER_UNDER_REVIEW("member.under_review", FactType.FLAG, "whether an officer still looks at a possible duplicate"),

    PROGRAMME_PAID("programme.paid", FactType.MONTHS, "months paid to the programme of the purpose"),
    PROGRAMME_TOTAL("programme.total", FactType.NUMBER, "rupiah paid to it in all"),
    JHT_BALANCE("jht.balance", FactType.NUMBER, "rupiah saved, with what they earned"),
    JP_BALANCE("jp.balance", FactType.NUMBER, "rupiah paid for the pension, with what they earned"),
    JP_YEARLY_WAGE("jp.yearly_wage", FactType.NUMBER, "weighted average yearly wage, rupiah"),
    JP_YEARLY_WAGE_REPORTED(
            "jp.yearly_wage_reported", FactType.NUMBER, "average yearly wage as it was reported, not weighted, rupiah"),
    JP_INDEX_MISSING_YEAR(
            "jp.index_missing_year",
            FactType.NUMBER,
            "the first year whose wages cannot be weighted for want of an index"),
    WAGE_MONTHLY("wage.monthly", FactType.NUMBER, "the wage last reported, rupiah a month"),
    JKN_REACTIVATED_ON("jkn.reactivated_on", FactType.DATE, "when arrears were paid, where there were any"),
    JKN_MONTHS_IN_ARREARS("jkn.months_in_arrears", FactType.NUMBER, "how many months those were"),

    CLAIM_REASON(
            "claim.reason",
            FactType.TEXT,
            "why the benefit falls due; UNSTATED where a counter only asks whether there is something to claim",
            Set.of(
                    "UNSTATED",
                    "PENSION_AGE",
                    "TOTAL_DISABILITY",
                    "DEATH",
                    "RESIGN",
                    "LAYOFF",
                    "LEFT_COUNTRY",
                    "PARTIAL_10",
                    "PARTIAL_30",
                    "ACCIDENT",
                    "SCHOLARSHIP")),
    CLAIM_EVENT_ON(
            "claim.event_on", FactType.DATE, "the day of the resignation, layoff, accident, retirement or death"),
    CLAIM_EMPLOYED("claim.employed", FactType.FLAG, "whether the member is employed on the day decided about"),
    CLAIM_STATEMENT("claim.statement", FactType.FLAG, "whether a doctor's statement was handed in"),
    CLAIM_TAX_NUMBER("claim.tax_number", FactType.FLAG, "whether a tax number (NPWP) was handed in"),
    CLAIM_CONTRACT_AGE(
            "claim.contract_age", FactType.NUMBER, "pension age by the work contract, years, where it names one"),
    CLAIM_PAID_BEFORE("claim.paid_before", FactType.NUMBER, "how often this benefit was paid already"),
    CLAIM_MONTHS_SINCE_PAID(
            "claim.months_since_paid", FactType.NUMBER, "months paid to the programme since the last time"),
    CLAIM_MONTH("claim.month", FactType.NUMBER, "which month of a monthly benefit, from 1"),
    CLAIM_TRANSPORT("claim.transport", FactType.TEXT, "how the injured was carried", Set.of("LAND", "SEA", "AIR")),
    CLAIM_TRANSPORT_COST("claim.transport_cost", FactType.NUMBER, "rupiah"),
    CLAIM_HOME_CARE_COST("claim.home_care_cost", FactType.NUMBER, "rupiah"),
    CLAIM_CHILDREN("claim.children", FactType.NUMBER, "children for whom a scholarship is paid, this one included"),
    CLAIM_SCHOOL("claim.school", FactType.TEXT, "the child's school", Set.of("TK_SD", "SMP", "SMA", "UNIVERSITY")),
    CLAIM_SCHOOL_YEAR("claim.school_year", FactType.NUMBER, "which year at that school, from 1"),

    VISIT_FACILITY_CONTRACTED(
            "visit.facility_contracted", FactType.FLAG, "whether the facility is contracted for such care on that day"),
    VISIT_FACILITY_LEVEL(
            "visit.facility_level",
            "what sort of care the facility gives, as its contract says",
            FacilityLevel.values()),
    VISIT_REFERRAL("visit.referral", FactType.FLAG, "whether a referral for such care there has a visit left"),
    VISIT_OTHER_STAY("visit.other_stay", FactType.FLAG, "whether another facility has the member as an inpatient"),
    VISIT_OTHER_AUTHORISATION(
            "visit.other_authorisation", FactType.FLAG, "whether another authorisation covers the same time"),
    VISIT_WORK_INJURY("visit.work_injury", FactType.FLAG, "whether the injury happened at work"),
    VISIT_APPROVAL(
            "visit.approval",
            FactType.FLAG,
            "whether an exception was approved for such care of that day, and has a visit left"),
    VISIT_HOURS("visit.hours", FactType.NUMBER, "whole hours since the arrival"),
    VISIT_COST("visit.cost", FactType.NUMBER, "rupiah of the package of the first diagnosis");

    private static final Map<String, Fact> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Fact::factName, Function.identity()));

    private final String factName;
    private final FactType type;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of or a collector of unmodifiable sets
    private final Set<String> words;

    Fact(String factName, FactType type, String meaning) {
        this(factName, type, meaning, Set.of());
    }

    Fact(String factName, String meaning, Enum<?>[] words) {
        this(
                factName,
                FactType.TEXT,
                meaning,
                Arrays.stream(words).map(Enum::name).collect(Collectors.toUnmodifiableSet()));
    }

    Fact(String factName, FactType type, String meaning, Set<String> words) {
        this.factName = factName;
        this.type = type;
        this.meaning = meaning;
        this.words = words;
    }

    /** The fact that rules call so. */
    public static Optional<Fact> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** As rules write it. */
    public String factName() {
        return factName;
    }

    public FactType type() {
        return type;
    }

    /** One line for whoever writes a rule. */
    public String meaning() {
        return meaning;
    }

    /** All texts that it may be; empty where any word will do, and for other types. */
    public Set<String> words() {
        return words;
    }

    /** Whether a caller may state it of a case: what happened, and not what the register or the gate itself knows. */
    public boolean statable() {
        return switch (this) {
            case VISIT_WORK_INJURY, VISIT_HOURS, VISIT_COST -> true;
            default -> factName.startsWith("claim."); // every fact of a claim, also one that is yet to be added
        };
    }

    /**
     * Reads a value as a person writes it.
     *
     * @throws IllegalArgumentException if the fact can not have it
     */
    public Object parse(String text) {
        try {
            Object value = type.read(text);
            if (takes(value)) {
                return value;
            }
        } catch (IllegalArgumentException notOfTheType) {
            // said below, as for a word that it does not take
        }
        throw new IllegalArgumentException(factName + " is " + type
                + (words.isEmpty() ? "" : " of " + words.stream().sorted().toList()) + ", not '" + text + "'");
    }

    /** Whether it may have this value. */
    boolean takes(Object value) {
        return type.holds(value) && (words.isEmpty() || words.contains(value));
    }
}
