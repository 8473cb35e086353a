package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Enrolment;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.EnrolFingersResponse;
import id.sidik.eligibility.v1.FingersEnrolled;
import id.sidik.eligibility.v1.FingersTooPoor;
import id.sidik.eligibility.v1.HeldForAdjudication;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import id.sidik.eligibility.v1.WithdrawFingersResponse;
import java.util.Optional;

/** Fingers of a member who is registered already: more of them, or none any more. */
public final class FingerJourney {
    private final Books books;
    private final FingerEnrolment fingers;
    private final EnrolmentTrust trust;
    private final FingerRemoval removal;
    private final DataDuplicates duplicates;
    private final NidTurns turns;
    private final RegistrationNotes notes;
    private final AnswerBook<EnrolFingersResponse> enrolments;
    private final AnswerBook<WithdrawFingersResponse> withdrawals;

    FingerJourney(
            Books books, FingerEnrolment fingers, FingerRemoval removal, DataDuplicates duplicates, NidTurns turns) {
        this.books = books;
        this.fingers = fingers;
        this.trust = new EnrolmentTrust(books);
        this.removal = removal;
        this.duplicates = duplicates;
        this.turns = turns;
        this.notes = new RegistrationNotes(books);
        this.enrolments = new AnswerBook<>(books.store(), "EnrolFingers", EnrolFingersResponse.parser());
        this.withdrawals = new AnswerBook<>(books.store(), "WithdrawFingers", WithdrawFingersResponse.parser());
    }

    /** Adds fingers, unless somebody else's look like them. */
    public EnrolFingersResponse enrol(EnrolFingersRequest request, Caller caller) {
        Requests.idempotencyKey(request.getIdempotencyKey());
        Samples samples = Requests.atLeastOneSample(request.getSamplesList());
        Requests.consent(request.getBiometricConsent());
        Nid nid = books.checkedNid(request.getNid()).nid();
        return turns.take(nid, caller.patience(), () -> enrolInTurn(request, nid, samples, caller));
    }

    private EnrolFingersResponse enrolInTurn(EnrolFingersRequest request, Nid nid, Samples samples, Caller caller) {
        Optional<EnrolFingersResponse> earlier = enrolments.find(request.getIdempotencyKey(), request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Member member = books.member(nid);
        DeviceTrust.Origin origin = trust.require(
                DeviceTrust.Capture.of(request), request.getIdempotencyKey(), request.getFacilityId(), nid, caller);
        return fingers.enrol(
                new FingerEnrolment.Enrollee(member.subject(), books.traitsOf(nid, books.profileOf(nid))),
                request.getIdempotencyKey(),
                samples,
                other -> isKnown(nid, other),
                caller.patience(),
                enrolment -> recorded(request, origin, member, samples, enrolment, caller));
    }

    /** Officers have found that the other is another person, or this person's other number. */
    private boolean isKnown(Nid nid, SubjectId other) {
        return books.store()
                .findMember(other)
                .map(found -> duplicates.knownToBeTwo(nid, found.nid()) || books.isMerged(nid, found.nid()))
                .orElse(false);
    }

    private EnrolFingersResponse recorded(
            EnrolFingersRequest request,
            DeviceTrust.Origin origin,
            Member member,
            Samples samples,
            Enrolment enrolment,
            Caller caller) {
        return switch (enrolment) {
            case Enrolment.Enrolled enrolled ->
                committed(
                        origin.followedBy(becoming(
                                books.event(AuditEventType.FINGERS_ENROLLED, caller, member.nid())
                                        .with(
                                                AuditField.REFERENCE_COUNT,
                                                Integer.toString(
                                                        enrolled.qualities().size())),
                                member,
                                member.withFingers())),
                        request,
                        EnrolFingersResponse.newBuilder()
                                .setEnrolled(FingersEnrolled.newBuilder().addAllQualities(enrolled.qualities()))
                                .build());
            case Enrolment.DuplicatesSuspected suspected -> held(request, origin, member, samples, suspected, caller);
            case Enrolment.TooPoor tooPoor ->
                committed(
                        origin.followedBy(Transaction.auditing(
                                books.event(AuditEventType.FINGERS_TOO_POOR, caller, member.nid()))),
                        request,
                        EnrolFingersResponse.newBuilder()
                                .setTooPoor(FingersTooPoor.newBuilder().addAllQualities(tooPoor.qualities()))
                                .build());
        };
    }

    private Transaction becoming(AuditEvent event, Member asRead, Member next) {
        return notes.fingers(Transaction.auditing(event), next).replacing(MemberBody.KIND, asRead, next);
    }

    private EnrolFingersResponse held(
            EnrolFingersRequest request,
            DeviceTrust.Origin origin,
            Member member,
            Samples samples,
            Enrolment.DuplicatesSuspected suspected,
            Caller caller) {
        AdjudicationCase held = fingers.newCase(member.nid(), member.fullName(), suspected);
        AuditEvent event = books.event(AuditEventType.ENROLMENT_HELD, caller, member.nid())
                .with(AuditField.CASE_ID, held.caseId())
                .with(
                        AuditField.CANDIDATE_COUNT,
                        Integer.toString(held.candidates().size()));
        return committed(
                origin.followedBy(fingers.keeping(
                        Admission.opening(Transaction.auditing(event), held), held, samples, caller.patience())),
                request,
                EnrolFingersResponse.newBuilder()
                        .setHeld(HeldForAdjudication.newBuilder()
                                .setCaseId(held.caseId())
                                .setCandidateCount(held.candidates().size()))
                        .build());
    }

    private EnrolFingersResponse committed(
            Transaction transaction, EnrolFingersRequest request, EnrolFingersResponse response) {
        CommitResult result = books.store()
                .commit(transaction.answering(enrolments.answer(request.getIdempotencyKey(), request, response)));
        return result instanceof CommitResult.AlreadyAnswered already
                ? enrolments.read(already.answer())
                : whenCommitted(result, response);
    }

    /** Destroys the references. */
    public WithdrawFingersResponse withdraw(WithdrawFingersRequest request, Caller caller) {
        Requests.idempotencyKey(request.getIdempotencyKey());
        String reason = Requests.withdrawalReason(request.getReason());
        Nid nid = books.checkedNid(request.getNid()).nid();
        return turns.take(nid, caller.patience(), () -> withdrawInTurn(request, nid, reason, caller));
    }

    private WithdrawFingersResponse withdrawInTurn(
            WithdrawFingersRequest request, Nid nid, String reason, Caller caller) {
        Optional<WithdrawFingersResponse> earlier = withdrawals.find(request.getIdempotencyKey(), request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Member member = books.member(nid);
        int withdrawn = removal.atMatcher(member, request.getIdempotencyKey(), caller);
        WithdrawFingersResponse response = WithdrawFingersResponse.newBuilder()
                .setWithdrawnReferences(withdrawn)
                .build();
        CommitResult result = books.store()
                .commit(removal.inBooks(
                                books.event(AuditEventType.FINGERS_WITHDRAWN, caller, nid)
                                        .with(AuditField.NOTE, reason),
                                withdrawn,
                                member)
                        .answering(withdrawals.answer(request.getIdempotencyKey(), request, response)));
        return result instanceof CommitResult.AlreadyAnswered already
                ? withdrawals.read(already.answer())
                : whenCommitted(result, response);
    }

    private static <T> T whenCommitted(CommitResult result, T response) {
        return switch (result) {
            case CommitResult.Committed _ -> response;
            case CommitResult.IdempotencyKeyReused _ -> throw AnswerBook.reused();
            // Members change in their turn only; a device may have gone on to its next key.
            case CommitResult.RecordChanged _ -> throw ReceiptPresence.changedMeanwhile();
            case CommitResult.AlreadyAnswered _, CommitResult.RecordExists _ ->
                throw new IllegalStateException("nothing is added under a key of its own: " + result);
        };
    }
}
