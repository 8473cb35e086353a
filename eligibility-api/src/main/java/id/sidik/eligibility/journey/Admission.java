package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.SampleQuality;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Enrolment;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.Application;
import id.sidik.eligibility.member.Block;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.CaseOrigin;
import id.sidik.eligibility.member.Consent;
import id.sidik.eligibility.member.ConsentBody;
import id.sidik.eligibility.member.Dependant;
import id.sidik.eligibility.member.DependantBody;
import id.sidik.eligibility.member.EmploymentBody;
import id.sidik.eligibility.member.Likeness;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.ProfileBody;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.FingersTooPoor;
import id.sidik.eligibility.v1.HeldForAdjudication;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.Registered;
import java.util.List;
import java.util.Optional;

/**
 * From an application to a member, whichever way it came: everybody else is searched by fingers and by data, and whoever looks like
 * somebody is held for an officer. To be called in the turn of the applicant's number.
 */
final class Admission {
    private final Books books;
    private final FingerEnrolment fingers;
    private final DataDuplicates duplicates;
    private final NidTurns turns;
    private final RegistrationNotes notes;
    private final Cards cards;

    Admission(Books books, FingerEnrolment fingers, DataDuplicates duplicates, NidTurns turns) {
        this.books = books;
        this.fingers = fingers;
        this.duplicates = duplicates;
        this.turns = turns;
        this.notes = new RegistrationNotes(books);
        this.cards = new Cards(books);
    }

    /** How a journey ends an admission: it adds what is its own to the transaction, and commits. */
    interface Ending {
        RegisterMemberResponse commit(Transaction transaction, RegisterMemberResponse response);
    }

    /**
     * An application with what is to be said of it.
     *
     * @param warnings oddities of the number that do not refuse it
     * @param key the idempotency key of the caller's request
     */
    record Request(Application application, List<String> warnings, Samples samples, String key) {
        Request {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Registers, or opens a case.
     *
     * @throws RequestRefusedException MEMBER_EXISTS
     * @throws id.sidik.eligibility.matching.MatcherUnavailableException when fingers are given; nothing is registered then
     */
    RegisterMemberResponse admit(Request request, Caller caller, Ending ending) {
        if (books.store().findMember(request.application().nid()).isPresent()) {
            throw memberExists(request.application());
        }
        return turns.take(
                Likeness.turnsOf(request.application().person()),
                caller.patience(),
                () -> inTurn(request, caller, ending));
    }

    static RequestRefusedException memberExists(Application application) {
        return new RequestRefusedException(
                RequestRefusedException.Kind.EXISTS,
                "MEMBER_EXISTS",
                "Somebody is registered under " + application.nid().masked());
    }

    private RegisterMemberResponse inTurn(Request request, Caller caller, Ending ending) {
        Application application = request.application();
        DataDuplicates.Found alike = duplicates.search(application.nid(), application.person());
        if (request.samples().isEmpty()) {
            return withoutFingers(request, alike, caller, ending);
        }
        SubjectId subject = SubjectId.random(books.random());
        return fingers.enrol(
                new FingerEnrolment.Enrollee(
                        subject, books.traitsOf(application.nid(), Optional.of(application.profile()))),
                request.key(),
                request.samples(),
                caller.patience(),
                enrolment -> recorded(request, newMember(application, subject), enrolment, alike, caller, ending));
    }

    private RegisterMemberResponse withoutFingers(
            Request request, DataDuplicates.Found alike, Caller caller, Ending ending) {
        if (!alike.suspects().isEmpty()) {
            return held(request, dataCase(request.application(), alike), alike.cutShort(), caller, ending);
        }
        Member member = newMember(request.application(), SubjectId.random(books.random()));
        return registered(request, member, List.of(), caller, ending);
    }

    private Member newMember(Application application, SubjectId subject) {
        return Member.registered(
                application.nid(), application.fullName(), application.segment(), subject, books.now());
    }

    /** Fingers that were enrolled for somebody who is then held are withdrawn again: see {@link FingerEnrolment#enrol}. */
    private RegisterMemberResponse recorded(
            Request request,
            Member member,
            Enrolment enrolment,
            DataDuplicates.Found alike,
            Caller caller,
            Ending ending) {
        return switch (enrolment) {
            case Enrolment.Enrolled enrolled -> {
                DataDuplicates.Found left = alike.clearedByFingers();
                yield left.suspects().isEmpty()
                        ? registered(request, member.withFingers(), enrolled.qualities(), caller, ending)
                        : held(request, dataCase(request.application(), left), left.cutShort(), caller, ending);
            }
            case Enrolment.DuplicatesSuspected suspected ->
                held(request, fingerCase(request.application(), suspected), alike.cutShort(), caller, ending);
            case Enrolment.TooPoor tooPoor -> tooPoor(request, tooPoor, caller, ending);
        };
    }

    private RegisterMemberResponse registered(
            Request request, Member member, List<SampleQuality> qualities, Caller caller, Ending ending) {
        RegisterMemberResponse response = RegisterMemberResponse.newBuilder()
                .setRegistered(Registered.newBuilder()
                        .setMember(Wording.member(
                                member,
                                List.of(),
                                Cards.recorded(
                                        member.nid(), request.application().cards(), member.registeredAt())))
                        .addAllWarnings(request.warnings())
                        .addAllQualities(qualities))
                .build();
        AuditEvent event = books.event(AuditEventType.MEMBER_REGISTERED, caller, member.nid())
                .with(AuditField.REFERENCE_COUNT, Integer.toString(qualities.size()))
                .with(
                        AuditField.REGISTRATION_CHANNEL,
                        request.application().profile().channel().name());
        return ending.commit(
                registering(
                        Transaction.auditing(event),
                        request.application(),
                        member,
                        Optional.of(Acting.officer(caller))),
                response);
    }

    /**
     * Everything that becomes true with a member.
     *
     * @param registrar who brought the application, where that is known
     */
    Transaction registering(
            Transaction transaction, Application application, Member member, Optional<Officer> registrar) {
        Transaction all = notes.joined(transaction, application, member, registrar)
                .adding(MemberBody.KIND, member)
                .putting(ProfileBody.KIND, application.profile());
        for (Dependant dependant : application.dependants()) {
            all = all.putting(DependantBody.KIND, dependant);
        }
        for (Consent consent : application.consents()) {
            all = all.putting(ConsentBody.KIND, consent);
        }
        for (Block block : duplicates.blocks(member.nid(), application.person())) {
            all = all.putting(Block.KIND, block);
        }
        if (application.employment().isPresent()) {
            all = all.putting(EmploymentBody.KIND, application.employment().get())
                    .putting(EmploymentBody.WORKERS, application.employment().get());
        }
        return cards.recording(all, member.nid(), application.cards(), member.registeredAt());
    }

    private AdjudicationCase dataCase(Application application, DataDuplicates.Found alike) {
        return new AdjudicationCase(
                books.newId(),
                application.nid(),
                application.fullName(),
                alike.candidates(AdjudicationCase.CANDIDATES_MAX),
                books.now(),
                CaseOrigin.DATA_ALIKE,
                Optional.of(application));
    }

    private AdjudicationCase fingerCase(Application application, Enrolment.DuplicatesSuspected suspected) {
        AdjudicationCase found = fingers.newCase(application.nid(), application.fullName(), suspected);
        return new AdjudicationCase(
                found.caseId(),
                found.applicant(),
                found.applicantName(),
                found.candidates().stream()
                        .map(candidate -> withLikeness(candidate, application))
                        .toList(),
                found.openedAt(),
                CaseOrigin.FINGERS_ALIKE,
                Optional.of(application));
    }

    private AdjudicationCase.Candidate withLikeness(AdjudicationCase.Candidate candidate, Application application) {
        double likeness = books.store()
                .findMember(candidate.subject())
                .flatMap(member -> duplicates.likeness(member, application.person()))
                .orElse(0.0);
        return new AdjudicationCase.Candidate(candidate.subject(), candidate.fmr(), candidate.fpir(), likeness);
    }

    private RegisterMemberResponse held(
            Request request, AdjudicationCase held, boolean cutShort, Caller caller, Ending ending) {
        RegisterMemberResponse response = RegisterMemberResponse.newBuilder()
                .setHeld(HeldForAdjudication.newBuilder()
                        .setCaseId(held.caseId())
                        .setCandidateCount(held.candidates().size()))
                .build();
        AuditEvent event = books.event(AuditEventType.REGISTRATION_HELD, caller, held.applicant())
                .with(AuditField.CASE_ID, held.caseId())
                .with(AuditField.CAUSE, held.origin().name())
                .with(
                        AuditField.CANDIDATE_COUNT,
                        Integer.toString(held.candidates().size()));
        AuditEvent whole = cutShort ? event.with(AuditField.SEARCH_CUT_SHORT, "true") : event;
        return ending.commit(
                fingers.keeping(opening(Transaction.auditing(whole), held), held, request.samples(), caller.patience()),
                response);
    }

    /** A case that waits, and where to find it. */
    static Transaction opening(Transaction transaction, AdjudicationCase held) {
        return transaction
                .adding(CaseBody.KIND, held)
                .adding(CaseBody.OPENINGS, new CaseBody.Opening(held.caseId(), held.openedAt()));
    }

    private RegisterMemberResponse tooPoor(Request request, Enrolment.TooPoor tooPoor, Caller caller, Ending ending) {
        RegisterMemberResponse response = RegisterMemberResponse.newBuilder()
                .setTooPoor(FingersTooPoor.newBuilder().addAllQualities(tooPoor.qualities()))
                .build();
        AuditEvent event = books.event(
                AuditEventType.FINGERS_TOO_POOR, caller, request.application().nid());
        return ending.commit(Transaction.auditing(event), response);
    }
}
