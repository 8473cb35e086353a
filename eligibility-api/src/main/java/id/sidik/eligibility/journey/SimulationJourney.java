package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.contribution.ChannelKind;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.Ruling;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.SimulateBenefitRequest;
import id.sidik.eligibility.v1.SimulateBenefitResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a benefit would come to, if contributions go on as they did. Decides nothing. */
public final class SimulationJourney {
    /** Longer than anybody works. */
    private static final int YEARS_AHEAD_MAX = 60;

    private final Books books;
    private final PolicyBook policies;
    private final FactGathering gathering;

    SimulationJourney(Books books, PolicyBook policies, FactGathering gathering) {
        this.books = books;
        this.policies = policies;
        this.gathering = gathering;
    }

    /** Answers from the policy of today, for a day that is not past. Whoever asks is written down. */
    public SimulateBenefitResponse simulate(SimulateBenefitRequest request, Caller caller) {
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        Purpose purpose = Enquiry.purpose(request.getPurpose());
        LocalDate day = day(request.getOn());
        List<Contribution> paid = books.contributionsOf(member.nid());
        List<Contribution> assumed = assumed(paid, purpose, day);
        Asked asked = new Asked(purpose, Optional.empty(), stated(request, day), day, day);
        Facts facts = gathering.gather(
                asked,
                Optional.of(member),
                PolicyJourney.assumedPresence(),
                Stream.concat(paid.stream(), assumed.stream()).toList());
        Ruling ruling = policies.current().decide(facts, day);
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.BENEFIT_SIMULATED, caller, member.nid())
                        .with(AuditField.PURPOSE, purpose.name())
                        .with(AuditField.POLICY_VERSION, ruling.policyVersion())));
        SimulateBenefitResponse.Builder response = SimulateBenefitResponse.newBuilder()
                .setPolicyVersion(ruling.policyVersion())
                .setOn(day.toString())
                .setMonthsAssumed(assumed.size())
                .setMonthRupiah(assumed.stream()
                        .mapToLong(Contribution::amountRupiah)
                        .findFirst()
                        .orElse(0));
        return switch (ruling.decision()) {
            case Decision.Granted granted ->
                response.setGranted(PolicyWording.granted(granted, ruling)).build();
            case Decision.Denied denied ->
                response.setDenied(PolicyWording.denied(denied, ruling)).build();
            case Decision.Undetermined undetermined ->
                response.setUndetermined(PolicyWording.undetermined(undetermined))
                        .build();
        };
    }

    private LocalDate day(String text) {
        LocalDate today = Policy.dayOf(books.now());
        if (text.isEmpty()) {
            return today;
        }
        LocalDate day = MemberRequests.date(text, "SERVICE_DATE_INVALID", "on");
        if (day.isBefore(today) || day.isAfter(today.plusYears(YEARS_AHEAD_MAX))) {
            throw RequestRefusedException.invalid(
                    "SERVICE_DATE_INVALID", "on must lie from today to 60 years ahead: " + day);
        }
        return day;
    }

    private static Map<Fact, Object> stated(SimulateBenefitRequest request, LocalDate day) {
        Map<Fact, Object> stated = Circumstances.facts(request.getCircumstancesMap(), Fact::statable);
        if ("PENSION_AGE".equals(stated.get(Fact.CLAIM_REASON))) {
            stated.putIfAbsent(Fact.CLAIM_EVENT_ON, day);
        }
        return stated;
    }

    /** The months after the last one that was paid for the programme, to the month before that of the day. */
    private static List<Contribution> assumed(Collection<Contribution> paid, Purpose purpose, LocalDate day) {
        Optional<Contribution> last = paid.stream()
                .filter(each -> each.programme() == purpose.programme() && each.paysMonth())
                .max(Comparator.comparing(Contribution::period));
        return last.stream()
                .flatMap(payment -> Stream.iterate(
                                payment.period().plusMonths(1),
                                month -> month.isBefore(YearMonth.from(day)),
                                month -> month.plusMonths(1))
                        .map(month -> again(payment, month, day)))
                .toList();
    }

    private static Contribution again(Contribution payment, YearMonth month, LocalDate day) {
        return new Contribution(
                "assumed-" + month,
                payment.nid(),
                payment.programme(),
                month,
                payment.amountRupiah(),
                payment.channel(),
                ChannelKind.UNSPECIFIED,
                "assumed-" + month,
                month.atEndOfMonth(),
                payment.wageRupiah(),
                payment.employer(),
                day.plusDays(1).atStartOfDay(Contribution.ZONE).toInstant());
    }
}
