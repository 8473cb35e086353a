package id.sidik.eligibility.journey;

import id.sidik.eligibility.claim.ClaimState;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.facility.Approval;
import id.sidik.eligibility.facility.Contract;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.visit.Stays;
import id.sidik.eligibility.visit.Visit;
import id.sidik.eligibility.visit.VisitKind;
import id.sidik.eligibility.visit.VisitState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the visits of a member, claims of work injuries, contracts and approvals say of one more visit. */
final class VisitFacts {
    private final Books books;
    private final Contracts contracts;
    private final Approvals approvals;

    VisitFacts(Books books) {
        this.books = books;
        this.contracts = new Contracts(books);
        this.approvals = new Approvals(books);
    }

    void add(Facts.Builder facts, Asked asked, Nid nid) {
        List<Visit> visits = books.visitsOf(nid);
        List<Visit> elsewhere = visits.stream()
                .filter(visit -> asked.facility()
                        .map(here -> !here.equals(visit.facility()))
                        .orElse(true))
                .toList();
        facts.with(Fact.VISIT_OTHER_STAY, otherStay(elsewhere, asked));
        facts.with(
                Fact.VISIT_OTHER_AUTHORISATION,
                elsewhere.stream()
                        .anyMatch(visit -> visit.kind() != VisitKind.ADMISSION && runsOn(visit, asked.day())));
        asked.facility().ifPresent(here -> agreed(facts, asked, nid, here));
        if (injuredOn(nid, asked.day())) {
            facts.with(Fact.VISIT_WORK_INJURY, true);
        }
        if (asked.purpose() == Purpose.HOSPITAL_EMERGENCY && asked.aboutToday()) {
            hours(facts, asked, visits);
        }
    }

    private void agreed(Facts.Builder facts, Asked asked, Nid nid, Facility here) {
        Purpose care = asked.purpose();
        List<Contract> agreed = contracts.of(here);
        List<Approval> given = Approvals.concerning(approvals.of(nid), here, care, asked.day());
        facts.with(Fact.VISIT_FACILITY_CONTRACTED, contracts.cover(agreed, care, asked.day()));
        facts.with(
                Fact.VISIT_FACILITY_LEVEL, Contracts.level(agreed, asked.day()).map(Enum::name));
        facts.with(Fact.VISIT_REFERRAL, Approvals.isLeft(Approval.Kind.REFERRAL, given));
        facts.with(Fact.VISIT_APPROVAL, Approvals.isLeft(Approval.Kind.EXCEPTION, given));
    }

    /**
     * Today a stay counts that is under way. Of an earlier day one that held all of it: who is discharged in the morning may be
     * admitted in the evening.
     */
    private boolean otherStay(Collection<Visit> elsewhere, Asked asked) {
        if (asked.aboutToday()) {
            return !Stays.crossing(elsewhere, books.now(), Optional.empty()).isEmpty();
        }
        Instant from = asked.day().atStartOfDay(Contribution.ZONE).toInstant();
        Instant until = asked.day().plusDays(1).atStartOfDay(Contribution.ZONE).toInstant();
        return Stays.crossing(elsewhere, from, Optional.of(until)).stream()
                .anyMatch(stay -> !stay.servicedFrom().isAfter(from)
                        && stay.endedAt().map(end -> !end.isBefore(until)).orElse(true));
    }

    /** Care without a bed is authorised for its day, until it is completed. */
    private static boolean runsOn(Visit visit, LocalDate day) {
        return visit.state() instanceof VisitState.UnderWay
                && Contribution.dayOf(visit.servicedFrom()).equals(day);
    }

    /** Whether an accident at work of that day is claimed for, and was not refused. */
    private boolean injuredOn(Nid nid, LocalDate day) {
        return books.claimsOf(nid).stream()
                .anyMatch(claim -> claim.programme() == Programme.JKK
                        && claim.eventOn().equals(day)
                        && !(claim.state() instanceof ClaimState.Rejected));
    }

    /** Nobody arrived later than the books say. */
    private void hours(Facts.Builder facts, Asked asked, Collection<Visit> visits) {
        visits.stream()
                .filter(visit -> visit.state() instanceof VisitState.UnderWay)
                .filter(visit -> asked.facility().map(visit.facility()::equals).orElse(false))
                .map(Visit::servicedFrom)
                .min(Comparator.naturalOrder())
                .map(arrival -> Duration.between(arrival, books.now()).toHours())
                .ifPresent(hours -> facts.with(
                        Fact.VISIT_HOURS,
                        Math.max(hours, asked.statedNumber(Fact.VISIT_HOURS).orElse(0L))));
    }
}
