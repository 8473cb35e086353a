package id.sidik.eligibility.journey;

import id.sidik.eligibility.claim.Claim;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Ledger;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.records.RecordKey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What earlier claims of a member, and her employers' reports, say of one more claim. */
final class ClaimFacts {
    private static final String UNSTATED = "UNSTATED";

    /** Each of these is paid beside others; for all other reasons a programme pays once. */
    private static final Set<String> PAID_APART = Set.of("PARTIAL_10", "PARTIAL_30", "SCHOLARSHIP", "ACCIDENT");

    private final Books books;

    ClaimFacts(Books books) {
        this.books = books;
    }

    void add(Facts.Builder facts, Asked asked, Nid nid, Collection<Contribution> paid) {
        String reason = asked.statedWord(Fact.CLAIM_REASON).orElse(UNSTATED);
        if (reason.equals(UNSTATED)) {
            return; // a counter asks whether there is anything to claim: nothing of the case is known
        }
        List<Claim> granted = books.claimsOf(nid).stream()
                .filter(claim -> claim.programme() == asked.purpose().programme())
                .filter(claim -> claim.grantedRupiah().isPresent())
                .toList();
        if (asked.purpose() == Purpose.CLAIM_JKP) {
            unemployment(facts, asked, granted);
        } else {
            facts.with(Fact.CLAIM_PAID_BEFORE, paidBefore(asked, granted, reason));
        }
        monthsSincePaid(granted, paid, asked).ifPresent(months -> facts.with(Fact.CLAIM_MONTHS_SINCE_PAID, months));
        employed(asked, books.ofAllNumbers(nid, books::employmentsOf))
                .ifPresent(employed -> facts.with(Fact.CLAIM_EMPLOYED, employed));
    }

    /**
     * How often the same was paid: at least what the books are certain of. A claim for which nobody stated a reason may have been for
     * the same; then an officer has to say so.
     */
    private Optional<Long> paidBefore(Asked asked, Collection<Claim> granted, String reason) {
        List<Optional<String>> reasons = granted.stream().map(this::reasonOf).toList();
        long certain = reasons.stream()
                .flatMap(Optional::stream)
                .filter(earlier -> benefit(earlier).equals(benefit(reason)))
                .count();
        boolean unclear = reasons.stream().anyMatch(Optional::isEmpty);
        Optional<Long> stated = asked.statedNumber(Fact.CLAIM_PAID_BEFORE);
        return unclear && certain == 0 ? stated : Optional.of(Math.max(certain, stated.orElse(0L)));
    }

    private static String benefit(String reason) {
        return PAID_APART.contains(reason) ? reason : "WHOLE";
    }

    /** As it was stated when presence was shown for the claim. */
    private Optional<String> reasonOf(Claim claim) {
        return claim.presence() instanceof PresenceEvidence.Receipt receipt
                ? books.store()
                        .find(KeptRuling.KIND, RecordKey.of(receipt.decisionId()))
                        .flatMap(kept -> kept.facts().find(Fact.CLAIM_REASON))
                        .map(String.class::cast)
                        .filter(reason -> !reason.equals(UNSTATED))
                : Optional.empty();
    }

    /** Months of one layoff are paid one after the other; other layoffs are other benefits. */
    private static void unemployment(Facts.Builder facts, Asked asked, Collection<Claim> granted) {
        Optional<LocalDate> layoff = asked.statedDay(Fact.CLAIM_EVENT_ON);
        if (layoff.isEmpty()) {
            return;
        }
        long others = granted.stream()
                .map(Claim::eventOn)
                .filter(day -> !day.equals(layoff.get()))
                .distinct()
                .count();
        long months = granted.stream()
                .filter(claim -> claim.eventOn().equals(layoff.get()))
                .count();
        facts.with(Fact.CLAIM_PAID_BEFORE, atLeast(others, asked, Fact.CLAIM_PAID_BEFORE));
        facts.with(Fact.CLAIM_MONTH, atLeast(months + 1, asked, Fact.CLAIM_MONTH));
    }

    private static long atLeast(long known, Asked asked, Fact fact) {
        return Math.max(known, asked.statedNumber(fact).orElse(0L));
    }

    private static Optional<Integer> monthsSincePaid(
            Collection<Claim> granted, Collection<Contribution> paid, Asked asked) {
        Ledger ledger = Ledger.of(asked.purpose().programme(), paid);
        return granted.stream()
                .flatMap(claim -> claim.grantedAt().stream())
                .max(Comparator.naturalOrder())
                .map(at -> YearMonth.from(Contribution.dayOf(at)).plusMonths(1))
                .map(first -> ledger.monthsPaid(first, YearMonth.from(asked.day())));
    }

    /** Work that began after the layoff counts whatever is stated; else the employers' reports count where nothing is. */
    private static Optional<Boolean> employed(Asked asked, Collection<Employment> works) {
        Optional<LocalDate> event = asked.statedDay(Fact.CLAIM_EVENT_ON);
        boolean again = works.stream()
                .anyMatch(work -> work.runsOn(asked.day())
                        && event.map(day -> work.since().isAfter(day)).orElse(false));
        boolean stated = asked.stated().containsKey(Fact.CLAIM_EMPLOYED);
        if (again) {
            return Optional.of(true);
        }
        return stated || works.isEmpty()
                ? Optional.empty()
                : Optional.of(works.stream().anyMatch(work -> work.runsOn(asked.day())));
    }
}
