package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.contribution.Standing;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.matching.MatchCandidate;
import id.sidik.eligibility.member.Card;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.policy.Ruling;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.FallbackNote;
import id.sidik.eligibility.v1.MemberCandidate;
import id.sidik.eligibility.v1.MemberCard;
import id.sidik.eligibility.v1.ProgrammeStanding;
import id.sidik.wire.rpc.ProtoTime;
import java.util.List;
import java.util.Optional;

/** Says in the words of the contract what the domain knows. */
final class Wording {
    private Wording() {}

    static CheckEligibilityResponse.Builder decision(
            RecordedDecision recorded, Ruling ruling, Optional<FallbackMethod> fallback) {
        CheckEligibilityResponse.Builder response = CheckEligibilityResponse.newBuilder()
                .setDecisionId(recorded.decisionId())
                .setPolicyVersion(recorded.policyVersion())
                .setDecidedAt(ProtoTime.of(recorded.decidedAt()));
        fallback.ifPresent(method -> response.setFallback(FallbackNote.newBuilder()
                .setMethod(method.name())
                .setCode(FallbackMethod.CODE)
                .setTextId(method.textIndonesian())
                .setTextEn(method.textEnglish())));
        return switch (recorded.decision()) {
            case Decision.Granted granted -> response.setGranted(PolicyWording.granted(granted, ruling));
            case Decision.Denied denied -> response.setDenied(PolicyWording.denied(denied, ruling));
            case Decision.Undetermined undetermined ->
                response.setUndetermined(PolicyWording.undetermined(undetermined));
        };
    }

    static id.sidik.eligibility.v1.Member member(Member member, List<Contribution> contributions, List<Card> cards) {
        return id.sidik.eligibility.v1.Member.newBuilder()
                .setNid(member.nid().wholeDigits())
                .setFullName(member.fullName())
                .setSegment(segment(member.segment()))
                .setStatus(status(member.status()))
                .setFingersEnrolled(member.fingersEnrolled())
                .setRegisteredAt(ProtoTime.of(member.registeredAt()))
                .addAllStandings(Standing.of(contributions).values().stream()
                        .map(Wording::standing)
                        .toList())
                .addAllCards(cards.stream().map(Wording::card).toList())
                .build();
    }

    private static MemberCard card(Card card) {
        MemberCard.Builder worded = MemberCard.newBuilder()
                .setScheme(
                        switch (card.number().scheme()) {
                            case JKN -> MemberCard.Scheme.JKN_CARD;
                            case KPJ -> MemberCard.Scheme.KPJ_CARD;
                        })
                .setNumber(card.number().wholeDigits())
                .setRecordedAt(ProtoTime.of(card.recordedAt()));
        card.endedAt().ifPresent(end -> worded.setEndedAt(ProtoTime.of(end)));
        return worded.build();
    }

    private static ProgrammeStanding standing(Standing standing) {
        return ProgrammeStanding.newBuilder()
                .setProgramme(programme(standing.programme()))
                .setPaidUntil(standing.paidUntil().toString())
                .setMonthsPaid(standing.monthsPaid())
                .setTotalRupiah(standing.totalRupiah())
                .build();
    }

    /** Without number and name where the candidate is not a member: a subject that was never registered, or is no more. */
    static MemberCandidate candidate(MatchCandidate candidate, Optional<Member> member) {
        MemberCandidate.Builder named =
                MemberCandidate.newBuilder().setFmr(candidate.fmr()).setFpir(candidate.fpir());
        member.ifPresent(known -> named.setNid(known.nid().wholeDigits()).setFullName(known.fullName()));
        return named.build();
    }

    private static id.sidik.eligibility.v1.Segment segment(Segment segment) {
        return switch (segment) {
            case WAGE_EARNER -> id.sidik.eligibility.v1.Segment.WAGE_EARNER;
            case INFORMAL -> id.sidik.eligibility.v1.Segment.INFORMAL;
            case CONSTRUCTION -> id.sidik.eligibility.v1.Segment.CONSTRUCTION;
            case MIGRANT -> id.sidik.eligibility.v1.Segment.MIGRANT;
        };
    }

    static id.sidik.eligibility.v1.MemberStatus status(MemberStatus status) {
        return switch (status) {
            case ACTIVE -> id.sidik.eligibility.v1.MemberStatus.ACTIVE;
            case SUSPENDED -> id.sidik.eligibility.v1.MemberStatus.SUSPENDED;
            case DECEASED -> id.sidik.eligibility.v1.MemberStatus.DECEASED;
            case MERGED -> id.sidik.eligibility.v1.MemberStatus.MERGED;
        };
    }

    static id.sidik.eligibility.v1.Programme programme(Programme programme) {
        return switch (programme) {
            case JHT -> id.sidik.eligibility.v1.Programme.JHT;
            case JKK -> id.sidik.eligibility.v1.Programme.JKK;
            case JKM -> id.sidik.eligibility.v1.Programme.JKM;
            case JP -> id.sidik.eligibility.v1.Programme.JP;
            case JKP -> id.sidik.eligibility.v1.Programme.JKP;
            case JKN -> id.sidik.eligibility.v1.Programme.JKN;
        };
    }
}
