package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.SampleQuality;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Enrolment;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.FingersTooPoor;
import id.sidik.eligibility.v1.HeldForAdjudication;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.Registered;
import java.util.List;
import java.util.Optional;

/** Who is this new person? Registers a member, with fingers only when nobody else's look like them. */
public final class RegistrationJourney {
    private final Books books;
    private final FingerEnrolment fingers;
    private final NidTurns turns;
    private final OutcomeMeter meter;
    private final AnswerBook<RegisterMemberResponse> answers;

    RegistrationJourney(Books books, FingerEnrolment fingers, NidTurns turns, OutcomeMeter meter) {
        this.books = books;
        this.fingers = fingers;
        this.turns = turns;
        this.meter = meter;
        this.answers = new AnswerBook<>(books.store(), "RegisterMember", RegisterMemberResponse.parser());
    }

    /** What the applicant said, as far as it makes sense. */
    private record Application(
            RegisterMemberRequest request, NidCheck.Accepted nid, String fullName, Segment segment, Samples samples) {

        String key() {
            return request.getIdempotencyKey();
        }
    }

    /**
     * Registers once for each idempotency key.
     *
     * @throws RequestRefusedException MEMBER_EXISTS, and for whatever is wrong with the request
     * @throws id.sidik.eligibility.matching.MatcherUnavailableException when fingers are given; nothing is registered then
     */
    public RegisterMemberResponse register(RegisterMemberRequest request, Caller caller) {
        Application application = application(request);
        return turns.take(application.nid().nid(), caller.patience(), () -> inTurn(application, caller));
    }

    private Application application(RegisterMemberRequest request) {
        Requests.idempotencyKey(request.getIdempotencyKey());
        Samples samples = Requests.samples(request.getSamplesList());
        if (!samples.isEmpty()) {
            Requests.consent(request.getBiometricConsent());
        }
        return new Application(
                request,
                books.checkedNid(request.getNid()),
                Requests.fullName(request.getFullName()),
                Requests.segment(request.getSegment()),
                samples);
    }

    private RegisterMemberResponse inTurn(Application application, Caller caller) {
        Optional<RegisterMemberResponse> earlier = answers.find(application.key(), application.request());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (books.store().findMember(application.nid().nid()).isPresent()) {
            throw memberExists(application);
        }
        Member member = Member.registered(
                application.nid().nid(),
                application.fullName(),
                application.segment(),
                SubjectId.random(books.random()),
                books.now());
        if (application.samples().isEmpty()) {
            return registered(application, member, List.of(), caller);
        }
        return fingers.enrol(
                member.subject(),
                application.key(),
                application.samples(),
                caller.patience(),
                enrolment -> recorded(application, member, enrolment, caller));
    }

    private RegisterMemberResponse recorded(
            Application application, Member member, Enrolment enrolment, Caller caller) {
        return switch (enrolment) {
            case Enrolment.Enrolled enrolled ->
                registered(application, member.withFingers(), enrolled.qualities(), caller);
            case Enrolment.DuplicatesSuspected suspected -> held(application, suspected, caller);
            case Enrolment.TooPoor tooPoor -> tooPoor(application, tooPoor, caller);
        };
    }

    private RegisterMemberResponse registered(
            Application application, Member member, List<SampleQuality> qualities, Caller caller) {
        RegisterMemberResponse response = RegisterMemberResponse.newBuilder()
                .setRegistered(Registered.newBuilder()
                        .setMember(Wording.member(member, List.of()))
                        .addAllWarnings(application.nid().warnings().stream()
                                .map(Enum::name)
                                .toList())
                        .addAllQualities(qualities))
                .build();
        return committed(
                Transaction.auditing(books.event(AuditEventType.MEMBER_REGISTERED, caller, member.nid())
                                .with(AuditField.REFERENCE_COUNT, Integer.toString(qualities.size())))
                        .adding(MemberBody.KIND, member),
                application,
                response);
    }

    private RegisterMemberResponse held(
            Application application, Enrolment.DuplicatesSuspected suspected, Caller caller) {
        AdjudicationCase held = fingers.newCase(application.nid().nid(), application.fullName(), suspected);
        RegisterMemberResponse response = RegisterMemberResponse.newBuilder()
                .setHeld(HeldForAdjudication.newBuilder()
                        .setCaseId(held.caseId())
                        .setCandidateCount(held.candidates().size()))
                .build();
        return committed(
                Transaction.auditing(books.event(AuditEventType.REGISTRATION_HELD, caller, held.applicant())
                                .with(AuditField.CASE_ID, held.caseId())
                                .with(
                                        AuditField.CANDIDATE_COUNT,
                                        Integer.toString(held.candidates().size())))
                        .adding(CaseBody.KIND, held),
                application,
                response);
    }

    private RegisterMemberResponse tooPoor(Application application, Enrolment.TooPoor tooPoor, Caller caller) {
        RegisterMemberResponse response = RegisterMemberResponse.newBuilder()
                .setTooPoor(FingersTooPoor.newBuilder().addAllQualities(tooPoor.qualities()))
                .build();
        return committed(
                Transaction.auditing(books.event(
                        AuditEventType.FINGERS_TOO_POOR,
                        caller,
                        application.nid().nid())),
                application,
                response);
    }

    private RegisterMemberResponse committed(
            Transaction transaction, Application application, RegisterMemberResponse response) {
        CommitResult result = books.store()
                .commit(transaction.answering(answers.answer(application.key(), application.request(), response)));
        return switch (result) {
            case CommitResult.Committed _ -> {
                meter.count("register", response.getOutcomeCase().name());
                yield response;
            }
            case CommitResult.AlreadyAnswered already -> answers.read(already.answer());
            case CommitResult.IdempotencyKeyReused _ -> throw AnswerBook.reused();
            case CommitResult.RecordExists exists when exists.of(MemberBody.KIND) -> throw memberExists(application);
            case CommitResult.RecordExists _, CommitResult.RecordChanged _ ->
                throw new IllegalStateException("a registration adds a member and a fresh subject: " + result);
        };
    }

    private static RequestRefusedException memberExists(Application application) {
        return new RequestRefusedException(
                RequestRefusedException.Kind.EXISTS,
                "MEMBER_EXISTS",
                "Somebody is registered under " + application.nid().nid().masked());
    }
}
