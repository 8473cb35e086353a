package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Identification;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.matching.Verification;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberResponse;
import id.sidik.eligibility.v1.MemberVerification;
import id.sidik.eligibility.v1.VerifyMemberRequest;
import id.sidik.eligibility.v1.VerifyMemberResponse;
import java.util.concurrent.TimeUnit;

/** Tests of recognition for operators: whose finger is this? Nothing follows from the answer, and each question is audited. */
public final class RecognitionJourney {
    private final Books books;
    private final Matcher matcher;
    private final SearchRequests searches;

    public RecognitionJourney(Books books, Matcher matcher) {
        this.books = books;
        this.matcher = matcher;
        this.searches = new SearchRequests(books::regenciesIn);
    }

    /** Compares with one member. */
    public VerifyMemberResponse verify(VerifyMemberRequest request, Caller caller) {
        Samples samples = Requests.atLeastOneSample(request.getSamplesList());
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        Verification verification = matcher.verify(
                member.subject(),
                samples,
                request.getTargetFmr(),
                caller.patience().leftAfter(EligibilityJourney.RECORDING_RESERVE));
        VerifyMemberResponse response = response(verification);
        AuditEvent event = books.event(AuditEventType.MEMBER_VERIFIED, caller, member.nid())
                .with(AuditField.OUTCOME, response.getOutcome().name());
        books.store().commit(Transaction.auditing(event));
        return response;
    }

    private static VerifyMemberResponse response(Verification verification) {
        VerifyMemberResponse.Builder response =
                VerifyMemberResponse.newBuilder().setFmr(1);
        return switch (verification) {
            case Verification.Compared compared ->
                response.setOutcome(compared.match() ? MemberVerification.VERIFIED : MemberVerification.NOT_VERIFIED)
                        .setFmr(compared.fmr())
                        .setTargetFmr(compared.targetFmr())
                        .setAlgorithm(compared.algorithm())
                        .addAllQualities(compared.qualities())
                        .build();
            case Verification.NoReference _ ->
                response.setOutcome(MemberVerification.NO_REFERENCE).build();
            case Verification.TooPoor tooPoor ->
                response.setOutcome(MemberVerification.SAMPLE_TOO_POOR)
                        .addAllQualities(tooPoor.qualities())
                        .build();
        };
    }

    /**
     * Searches everybody whom the filter can mean, as long as the budget lasts. A candidate without a NID is a subject whom no member answers for yet, or any more.
     */
    public IdentifyMemberResponse identify(IdentifyMemberRequest request, Caller caller) {
        Samples samples = Requests.atLeastOneSample(request.getSamplesList());
        Identification found = matcher.identify(
                samples, searches.terms(request), caller.patience().leftAfter(EligibilityJourney.RECORDING_RESERVE));
        AuditEvent event = books.event(AuditEventType.MEMBER_IDENTIFIED, caller)
                .with(
                        AuditField.CANDIDATE_COUNT,
                        Integer.toString(found.candidates().size()));
        books.store()
                .commit(Transaction.auditing(
                        found.partial() ? event.with(AuditField.SEARCH_CUT_SHORT, "true") : event));
        return IdentifyMemberResponse.newBuilder()
                .addAllCandidates(found.candidates().stream()
                        .map(candidate ->
                                Wording.candidate(candidate, books.store().findMember(candidate.subject())))
                        .toList())
                .setCoverage(found.coverage())
                .setTargetFpir(found.targetFpir())
                .setSearchMicros(
                        (int) TimeUnit.NANOSECONDS.toMicros(found.searchTime().toNanos()))
                .setPartial(found.partial())
                .setGalleryVersion(found.galleryVersion())
                .setSubjectsConsidered(found.subjectsConsidered())
                .build();
    }
}
