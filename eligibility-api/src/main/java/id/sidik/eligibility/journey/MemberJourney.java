package id.sidik.eligibility.journey;

import com.google.protobuf.Empty;
import com.google.protobuf.MessageLite;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.member.Block;
import id.sidik.eligibility.member.CardNumber;
import id.sidik.eligibility.member.Consent;
import id.sidik.eligibility.member.ConsentBody;
import id.sidik.eligibility.member.Dependant;
import id.sidik.eligibility.member.DependantBody;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.EmploymentBody;
import id.sidik.eligibility.member.Likeness;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.MergeLink;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.member.ProfileBody;
import id.sidik.eligibility.member.StatusChange;
import id.sidik.eligibility.member.StatusChangeBody;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.report.DeathEvent;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.AddDependantRequest;
import id.sidik.eligibility.v1.ChangeMemberStatusRequest;
import id.sidik.eligibility.v1.EndCardRequest;
import id.sidik.eligibility.v1.EndDependantRequest;
import id.sidik.eligibility.v1.EndEmploymentRequest;
import id.sidik.eligibility.v1.GetMemberFileRequest;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.RecordCardRequest;
import id.sidik.eligibility.v1.RecordConsentRequest;
import id.sidik.eligibility.v1.ReportEmploymentRequest;
import id.sidik.eligibility.v1.Segment;
import id.sidik.eligibility.v1.UpdateProfileRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is known of a member, and what becomes of it. Every change is one event, in the member's turn. */
public final class MemberJourney {
    /** The most entries that one member's file has of a kind. */
    private static final int ENTRIES_MAX = 1_000;

    private final Books books;
    private final FingerRemoval removal;
    private final Cards cards;
    private final MemberRequests requests;
    private final DataDuplicates duplicates;
    private final TwoOfficers officers;
    private final NidTurns turns;
    private final RegistrationNotes notes;

    MemberJourney(Books books, FingerRemoval removal, DataDuplicates duplicates, TwoOfficers officers, NidTurns turns) {
        this.books = books;
        this.removal = removal;
        this.cards = new Cards(books);
        this.requests = new MemberRequests(books);
        this.duplicates = duplicates;
        this.officers = officers;
        this.turns = turns;
        this.notes = new RegistrationNotes(books);
    }

    /** Everything about one member. */
    public MemberFile file(GetMemberFileRequest request, Caller caller) {
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        books.store().commit(Transaction.auditing(books.event(AuditEventType.MEMBER_READ, caller, member.nid())));
        return file(member.nid());
    }

    private MemberFile file(Nid nid) {
        MemberFile.Builder file = MemberFile.newBuilder()
                .setMember(Wording.member(books.member(nid), books.contributionsOf(nid), cards.of(nid)))
                .addAllDependants(worded(DependantBody.KIND, nid, MemberWording::dependant))
                .addAllEmployments(worded(EmploymentBody.KIND, nid, MemberWording::employment))
                .addAllConsents(worded(ConsentBody.KIND, nid, MemberWording::consent))
                .addAllHistory(worded(StatusChangeBody.KIND, nid, MemberWording::change))
                .addAllAbsorbed(books.absorbedBy(nid).stream()
                        .map(merge -> merge.absorbed().wholeDigits())
                        .toList());
        books.profileOf(nid).map(MemberWording::profile).ifPresent(file::setProfile);
        books.mergeOf(nid).map(MergeLink::survivor).map(Nid::wholeDigits).ifPresent(file::setMergedInto);
        return file.build();
    }

    private <T, W> List<W> worded(RecordKind<T> kind, Nid nid, Function<T, W> wording) {
        return books.store().list(kind, RecordKey.of(nid), ENTRIES_MAX).stream()
                .map(wording)
                .toList();
    }

    /** What a change does to the member, in her turn. */
    private interface Change {
        Transaction of(Member member);
    }

    private MemberFile changed(
            String method, String idempotencyKey, MessageLite request, String nidText, Caller caller, Change change) {
        String key = Requests.idempotencyKey(idempotencyKey);
        Nid nid = books.checkedNid(nidText).nid();
        AnswerBook<Empty> answers = new AnswerBook<>(books.store(), method, Empty.parser());
        return turns.take(nid, caller.patience(), () -> {
            if (answers.find(key, request).isEmpty()) {
                Transaction transaction =
                        change.of(changeable(nid)).answering(answers.answer(key, request, Empty.getDefaultInstance()));
                settle(books.store().commit(transaction));
            }
            return file(nid);
        });
    }

    private Member changeable(Nid nid) {
        Member member = books.member(nid);
        if (member.status() == MemberStatus.MERGED) {
            throw RequestRefusedException.conflict(
                    "MEMBER_MERGED", nid.masked() + " was merged into another number, which counts instead");
        }
        return member;
    }

    static void settle(CommitResult result) {
        switch (result) {
            case CommitResult.Committed _, CommitResult.AlreadyAnswered _ -> {}
            case CommitResult.IdempotencyKeyReused _ -> throw AnswerBook.reused();
            case CommitResult.RecordExists _, CommitResult.RecordChanged _ ->
                throw RequestRefusedException.conflict(
                        "MEMBER_CHANGED", "Somebody changed it at the same moment; read it again and decide again");
        }
    }

    /** Another name, segment or profile. */
    public MemberFile updateProfile(UpdateProfileRequest request, Caller caller) {
        return changed("UpdateProfile", request.getIdempotencyKey(), request, request.getNid(), caller, member -> {
            Member next = member.described(
                    request.getFullName().isEmpty() ? member.fullName() : Requests.fullName(request.getFullName()),
                    request.getSegment() == Segment.SEGMENT_UNSPECIFIED
                            ? member.segment()
                            : Requests.segment(request.getSegment()));
            Profile profile = books.profileOf(member.nid())
                    .map(known -> requests.profile(known, request.getProfile()))
                    .orElseGet(() -> requests.profile(books.checkedNid(request.getNid()), request.getProfile()));
            Transaction event = Transaction.auditing(books.event(AuditEventType.PROFILE_CHANGED, caller, member.nid())
                    .with(AuditField.REGISTRATION_CHANNEL, profile.channel().name()));
            Transaction all = notes.described(event, next, profile)
                    .replacing(MemberBody.KIND, member, next)
                    .putting(ProfileBody.KIND, profile);
            for (Block block : duplicates.blocks(member.nid(), Likeness.Person.of(next.fullName(), profile))) {
                all = all.putting(Block.KIND, block);
            }
            return all;
        });
    }

    /** Active, suspended or deceased; back from the dead only with two officers. */
    public MemberFile changeStatus(ChangeMemberStatusRequest request, Caller caller) {
        MemberStatus to = status(request);
        LocalDate effectiveOn = MemberRequests.date(request.getEffectiveOn(), "DATE_INVALID", "effective_on");
        if (effectiveOn.isAfter(requests.today())) {
            throw RequestRefusedException.invalid("DATE_INVALID", "effective_on must not be after today");
        }
        String reason = MemberRequests.reason(request.getReason());
        String officer = MemberRequests.officer(request.getOfficer(), caller);
        return changed("ChangeMemberStatus", request.getIdempotencyKey(), request, request.getNid(), caller, member -> {
            if (member.status() == to) {
                throw RequestRefusedException.conflict("STATUS_UNCHANGED", "The member is " + to + " already");
            }
            if (member.status() != MemberStatus.DECEASED) {
                return changing(member, to, effectiveOn, reason, List.of(officer), caller);
            }
            String wish = to + " on " + effectiveOn;
            return switch (officers.hear(matter(member.nid()), wish, officer, reason, caller)) {
                case TwoOfficers.Standing.Proposed proposed ->
                    proposed.in(Transaction.auditing(
                            books.event(AuditEventType.STATUS_CHANGE_PROPOSED, caller, member.nid())
                                    .with(AuditField.STATUS, to.name())
                                    .with(AuditField.OFFICERS, officer)));
                case TwoOfficers.Standing.Agreed agreed ->
                    agreed.in(changing(member, to, effectiveOn, reason, agreed.officers(), caller));
            };
        });
    }

    private String matter(Nid nid) {
        return "status:" + books.keys().nidHasher().hex(nid, NidHasher.Use.AUDIT);
    }

    private static MemberStatus status(ChangeMemberStatusRequest request) {
        return switch (request.getStatus()) {
            case ACTIVE -> MemberStatus.ACTIVE;
            case SUSPENDED -> MemberStatus.SUSPENDED;
            case DECEASED -> MemberStatus.DECEASED;
            case MERGED, MEMBER_STATUS_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "STATUS_INVALID", "status must be ACTIVE, SUSPENDED or DECEASED; merging has its own call");
        };
    }

    private Transaction changing(
            Member member,
            MemberStatus to,
            LocalDate effectiveOn,
            String reason,
            List<String> decidedBy,
            Caller caller) {
        Member next = member.withStatus(to);
        StatusChange change = new StatusChange(
                member.nid(), next.revision(), member.status(), to, effectiveOn, reason, decidedBy, books.now());
        AuditEvent event = books.event(AuditEventType.STATUS_CHANGED, caller, member.nid())
                .with(AuditField.STATUS, to.name())
                .with(AuditField.EFFECTIVE_ON, effectiveOn.toString())
                .with(AuditField.OFFICERS, String.join(",", decidedBy))
                .with(AuditField.NOTE, reason);
        return death(Transaction.auditing(event), change)
                .replacing(MemberBody.KIND, member, next)
                .adding(StatusChangeBody.KIND, change);
    }

    /** Says for the reports that somebody died, or did not. */
    private Transaction death(Transaction transaction, StatusChange change) {
        if (change.to() == MemberStatus.DECEASED) {
            return transaction.putting(EventBodies.DEATHS, new DeathEvent(change.nid(), change.effectiveOn()));
        }
        return books.store()
                .find(EventBodies.DEATHS, RecordKey.of(change.nid()))
                .map(death -> transaction.deleting(EventBodies.DEATHS, death))
                .orElse(transaction);
    }

    /** One more who depends on the member. */
    public MemberFile addDependant(AddDependantRequest request, Caller caller) {
        return changed("AddDependant", request.getIdempotencyKey(), request, request.getNid(), caller, member -> {
            int number = dependants(member.nid()).size() + 1;
            Dependant dependant = requests.dependant(member.nid(), number, request.getDependant());
            return Transaction.auditing(books.event(AuditEventType.DEPENDANTS_CHANGED, caller, member.nid()))
                    .adding(DependantBody.KIND, dependant);
        });
    }

    private List<Dependant> dependants(Nid nid) {
        return books.store().list(DependantBody.KIND, RecordKey.of(nid), Dependant.COUNT_MAX);
    }

    /** A dependence ends; the record stays. */
    public MemberFile endDependant(EndDependantRequest request, Caller caller) {
        LocalDate until = MemberRequests.date(request.getUntil(), "DATE_INVALID", "until");
        return changed("EndDependant", request.getIdempotencyKey(), request, request.getNid(), caller, member -> {
            Dependant known = dependants(member.nid()).stream()
                    .filter(dependant -> dependant.number() == request.getNumber())
                    .findFirst()
                    .orElseThrow(() -> RequestRefusedException.unknown(
                            "DEPENDANT_UNKNOWN", "The member has no dependant " + request.getNumber()));
            return Transaction.auditing(books.event(AuditEventType.DEPENDANTS_CHANGED, caller, member.nid()))
                    .replacing(DependantBody.KIND, known, known.endingOn(until));
        });
    }

    /** Work begins, or its wage changes. */
    public MemberFile reportEmployment(ReportEmploymentRequest request, Caller caller) {
        return changed("ReportEmployment", request.getIdempotencyKey(), request, request.getNid(), caller, member -> {
            Employment work = requests.employment(member.nid(), request.getEmployment());
            return employment(work, caller);
        });
    }

    private Transaction employment(Employment work, Caller caller) {
        Transaction event = Transaction.auditing(books.event(AuditEventType.EMPLOYMENT_CHANGED, caller, work.nid())
                .with(AuditField.EMPLOYER, work.npp().value()));
        Optional<String> employer =
                work.until().isEmpty() ? Optional.of(work.npp().value()) : Optional.empty();
        return notes.changed(event, work.nid(), registration -> registration.withEmployer(employer))
                .putting(EmploymentBody.KIND, work)
                .putting(EmploymentBody.WORKERS, work);
    }

    /** The work that runs ends. */
    public MemberFile endEmployment(EndEmploymentRequest request, Caller caller) {
        Npp npp = MemberRequests.npp(request.getEmployerId());
        LocalDate until = MemberRequests.date(request.getUntil(), "DATE_INVALID", "until");
        return changed("EndEmployment", request.getIdempotencyKey(), request, request.getNid(), caller, member -> {
            Employment running = books
                    .store()
                    .list(EmploymentBody.KIND, RecordKey.of(member.nid()).then(npp.value()), ENTRIES_MAX)
                    .stream()
                    .filter(work -> work.until().isEmpty())
                    .reduce((_, later) -> later)
                    .orElseThrow(() -> RequestRefusedException.unknown(
                            "EMPLOYMENT_UNKNOWN", "The member does not work for " + npp));
            if (until.isBefore(running.since())) {
                throw RequestRefusedException.invalid("DATE_INVALID", "until must not be before " + running.since());
            }
            return employment(running.endingOn(until), caller);
        });
    }

    /** One more card of the member's. */
    public MemberFile recordCard(RecordCardRequest request, Caller caller) {
        CardNumber number = Cards.number(request.getCardNumber());
        return changed(
                "RecordCard",
                request.getIdempotencyKey(),
                request,
                request.getNid(),
                caller,
                member -> cards.recording(
                        Transaction.auditing(about(number, AuditEventType.CARD_RECORDED, caller, member.nid())),
                        member.nid(),
                        List.of(number),
                        books.now()));
    }

    private AuditEvent about(CardNumber number, AuditEventType type, Caller caller, Nid nid) {
        return books.event(type, caller, nid)
                .with(AuditField.CARD, books.hashOf(number))
                .with(AuditField.CARD_SCHEME, number.scheme().name());
    }

    /** A card of the member's counts no longer. */
    public MemberFile endCard(EndCardRequest request, Caller caller) {
        CardNumber number = Cards.number(request.getCardNumber());
        String reason = MemberRequests.reason(request.getReason());
        return changed(
                "EndCard",
                request.getIdempotencyKey(),
                request,
                request.getNid(),
                caller,
                member -> cards.ending(
                        Transaction.auditing(about(number, AuditEventType.CARD_ENDED, caller, member.nid())
                                .with(AuditField.NOTE, reason)),
                        member.nid(),
                        number));
    }

    /** A yes or a no. After a no to biometrics no print of hers is left, here or at the matcher. */
    public MemberFile recordConsent(RecordConsentRequest request, Caller caller) {
        return changed("RecordConsent", request.getIdempotencyKey(), request, request.getNid(), caller, member -> {
            Consent consent = MemberRequests.consent(
                    member.nid(), request.getConsent(), request.getConsent().getChannel(), books.now());
            AuditEvent event = books.event(AuditEventType.CONSENT_RECORDED, caller, member.nid())
                    .with(AuditField.PURPOSE, consent.use().name())
                    .with(AuditField.OUTCOME, consent.given() ? "GIVEN" : "REFUSED");
            boolean ends = consent.use() == Consent.Use.BIOMETRICS && !consent.given();
            Transaction said =
                    ends ? ended(event, member, request.getIdempotencyKey(), caller) : Transaction.auditing(event);
            return said.putting(ConsentBody.KIND, consent);
        });
    }

    private Transaction ended(AuditEvent refusal, Member member, String idempotencyKey, Caller caller) {
        return member.fingersEnrolled()
                ? removal.inBooks(refusal, removal.atMatcher(member, idempotencyKey, caller), member)
                : removal.alsoHeld(Transaction.auditing(refusal), member.nid());
    }
}
