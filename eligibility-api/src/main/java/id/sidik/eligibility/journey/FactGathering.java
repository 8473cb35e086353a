package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Standing;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.Citizenship;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.member.StatusChange;
import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.records.RecordKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All facts about one person and one purpose: what the caller states of the case, and what the books know of person, payments, visits
 * and claims. What the books are certain of counts against what was stated.
 */
final class FactGathering {
    private final Books books;
    private final AccountFacts accounts;
    private final VisitFacts visits;
    private final ClaimFacts claims;

    /** @param policies whose dated tables some facts are worked out by */
    FactGathering(Books books, PolicyBook policies) {
        this.books = books;
        this.accounts = new AccountFacts(books, policies);
        this.visits = new VisitFacts(books);
        this.claims = new ClaimFacts(books);
    }

    /** Gathers all that the books know. */
    Facts gather(Asked asked, Optional<Member> member, Presence presence) {
        return gather(
                asked,
                member,
                presence,
                member.map(Member::nid).map(books::contributionsOf).orElse(List.of()));
    }

    /**
     * Gathers, as if so much were paid.
     *
     * @param paid everything, of all programmes
     */
    Facts gather(Asked asked, Optional<Member> member, Presence presence, List<Contribution> paid) {
        Facts.Builder facts = Facts.about(asked.purpose(), member)
                .nothingStated(asked.askedOn())
                .presence(presence);
        asked.stated().forEach(facts::with);
        member.ifPresentOrElse(known -> registered(facts, asked, known, paid), () -> facts.standing(Optional.empty()));
        return facts.build();
    }

    private void registered(Facts.Builder facts, Asked asked, Member member, List<Contribution> paid) {
        facts.standing(Optional.ofNullable(Standing.of(paid).get(asked.purpose().programme())));
        person(facts, member);
        accounts.add(facts, asked, member, paid);
        switch (asked.purpose()) {
            case HOSPITAL_ADMISSION, HOSPITAL_OUTPATIENT, HOSPITAL_DIALYSIS, HOSPITAL_EMERGENCY ->
                visits.add(facts, asked, member.nid());
            case CLAIM_JHT, CLAIM_JP, CLAIM_JKK, CLAIM_JKM, CLAIM_JKP -> claims.add(facts, asked, member.nid(), paid);
            case PENSION_PROOF_OF_LIFE -> {}
        }
    }

    private void person(Facts.Builder facts, Member member) {
        Optional<Profile> profile = books.profileOf(member.nid());
        facts.with(Fact.MEMBER_BORN_ON, profile.map(Profile::birthDate).or(() -> bornOn(member)));
        facts.with(
                Fact.MEMBER_CITIZEN,
                profile.flatMap(Profile::citizenship).map(citizenship -> citizenship == Citizenship.INDONESIAN));
        if (member.status() == MemberStatus.DECEASED) {
            facts.with(Fact.MEMBER_DIED_ON, books.deathOf(member.nid()).map(StatusChange::effectiveOn));
        }
        facts.with(Fact.MEMBER_UNDER_REVIEW, underReview(member));
    }

    /** What the number says, where its two digits of the year can mean one year only. */
    private Optional<LocalDate> bornOn(Member member) {
        List<LocalDate> candidates =
                books.checkedNid(member.nid().wholeDigits()).details().birthDateCandidates();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /** Whom another one resembles is not held up for it: a stranger could do that to anybody. */
    private boolean underReview(Member member) {
        return books.store()
                .asOfNow(view -> !view.page(
                                CaseBody.KIND, CaseBody.BY_APPLICANT, RecordKey.of(member.nid()), Optional.empty(), 1)
                        .entries()
                        .isEmpty());
    }
}
