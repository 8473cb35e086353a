package id.sidik.eligibility.journey;

import id.sidik.eligibility.member.CaseOrigin;
import id.sidik.eligibility.member.DecidedCase;
import id.sidik.eligibility.member.Proposal;
import id.sidik.eligibility.member.Verdict;
import id.sidik.eligibility.nid.Nid;
import id.sidik.wire.rpc.ProtoTime;
import java.util.Optional;

/** Cases and verdicts in the words of the contract. */
final class AdjudicationWording {
    private AdjudicationWording() {}

    static id.sidik.eligibility.v1.CaseOrigin origin(CaseOrigin origin) {
        return switch (origin) {
            case FINGERS_ALIKE -> id.sidik.eligibility.v1.CaseOrigin.FINGERS_ALIKE;
            case DATA_ALIKE -> id.sidik.eligibility.v1.CaseOrigin.DATA_ALIKE;
            case REPORTED -> id.sidik.eligibility.v1.CaseOrigin.REPORTED;
        };
    }

    static Verdict verdict(id.sidik.eligibility.v1.Verdict verdict) {
        return switch (verdict) {
            case SAME_PERSON -> Verdict.SAME_PERSON;
            case DIFFERENT_PEOPLE -> Verdict.DIFFERENT_PEOPLE;
            case VERDICT_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "VERDICT_INVALID", "verdict must be SAME_PERSON or DIFFERENT_PEOPLE");
        };
    }

    private static id.sidik.eligibility.v1.Verdict verdict(Verdict verdict) {
        return switch (verdict) {
            case SAME_PERSON -> id.sidik.eligibility.v1.Verdict.SAME_PERSON;
            case DIFFERENT_PEOPLE -> id.sidik.eligibility.v1.Verdict.DIFFERENT_PEOPLE;
        };
    }

    /** A verdict as officers agree on it: the same with the same counterpart, and nothing else. */
    static String wish(Verdict verdict, Optional<String> counterpartHash) {
        return verdict.name() + counterpartHash.map(hash -> " " + hash).orElse("");
    }

    static id.sidik.eligibility.v1.Verdict proposed(Proposal proposal) {
        return verdict(Verdict.valueOf(proposal.wish().split(" ", 2)[0]));
    }

    static id.sidik.eligibility.v1.DecidedCase decided(DecidedCase decided) {
        return id.sidik.eligibility.v1.DecidedCase.newBuilder()
                .setCaseId(decided.file().caseId())
                .setApplicantNid(decided.file().applicant().wholeDigits())
                .setCounterpartNid(decided.counterpart().map(Nid::wholeDigits).orElse(""))
                .setOrigin(origin(decided.file().origin()))
                .setVerdict(verdict(decided.verdict()))
                .addAllOfficers(decided.officers())
                .setReason(decided.reason())
                .setOpenedAt(ProtoTime.of(decided.file().openedAt()))
                .setDecidedAt(ProtoTime.of(decided.decidedAt()))
                .build();
    }
}
