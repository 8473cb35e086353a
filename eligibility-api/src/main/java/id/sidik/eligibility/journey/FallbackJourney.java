package id.sidik.eligibility.journey;

import com.google.protobuf.MessageLite;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.StoredDecision;
import id.sidik.eligibility.fallback.Fallback;
import id.sidik.eligibility.fallback.FallbackAction;
import id.sidik.eligibility.fallback.FallbackBody;
import id.sidik.eligibility.fallback.FallbackLimits;
import id.sidik.eligibility.fallback.FallbackState;
import id.sidik.eligibility.fallback.FallbackStep;
import id.sidik.eligibility.fallback.OneTimeCode;
import id.sidik.eligibility.fallback.SecretHash;
import id.sidik.eligibility.lockout.Place;
import id.sidik.eligibility.member.Phone;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.AnswerFallbackRequest;
import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.GetFallbackRequest;
import id.sidik.eligibility.v1.OpenFallbackRequest;
import id.sidik.eligibility.v1.VouchFallbackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What helps when a finger does not. Every step is a transaction with its audit leaf; who guesses learns nothing before the wrong answer is
 * on the disk, and wrong answers count as failures of that person at that place, and nowhere else.
 */
public final class FallbackJourney {
    /** How long after a decision something may be tried instead. */
    static final Duration FOLLOWS_WITHIN = Duration.ofMinutes(30);

    private static final int CODES = 1_000_000;

    /** More than any limit: who has opened so many at one facility has reached it. */
    private static final int OPENED_MAX = 10_000;

    private final Books books;
    private final Cards cards;
    private final FailureBook failures;
    private final CardPins pins;
    private final CodeOutbox outbox;
    private final NidTurns turns;
    private final AnswerBook<FallbackRecord> openings;
    private final AnswerBook<FallbackRecord> answered;
    private final AnswerBook<FallbackRecord> vouched;

    FallbackJourney(Books books, FailureBook failures, CardPins pins, CodeOutbox outbox, NidTurns turns) {
        this.books = books;
        this.cards = new Cards(books);
        this.failures = failures;
        this.pins = pins;
        this.outbox = outbox;
        this.turns = turns;
        this.openings = answers("OpenFallback");
        this.answered = answers("AnswerFallback");
        this.vouched = answers("VouchFallback");
    }

    private AnswerBook<FallbackRecord> answers(String method) {
        return new AnswerBook<>(books.store(), method, FallbackRecord.parser());
    }

    /** Opens a fallback, and sends its code if it has one. Openings of one member take turns, so that limits hold. */
    public FallbackRecord open(OpenFallbackRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Nid nid = books.member(cards.whose(request.getNid(), request.getCardNumber()))
                .nid();
        return turns.take(
                nid,
                caller.patience(),
                () -> openings.find(key, request).orElseGet(() -> opened(key, request, nid, caller)));
    }

    private FallbackRecord opened(String key, OpenFallbackRequest request, Nid nid, Caller caller) {
        Fallback fallback = fallback(request, nid, caller);
        Transaction opening = Transaction.auditing(event(AuditEventType.FALLBACK_OPENED, caller, fallback))
                .adding(FallbackBody.KIND, fallback);
        return switch (fallback.method()) {
            case ONE_TIME_CODE -> sent(opening, key, request, fallback);
            case CARD_PIN -> {
                pins.requireServing(fallback);
                yield committed(opening, openings, key, request, fallback);
            }
            case OTHER_FINGER, OFFICER_OVERRIDE, EMERGENCY_GRACE ->
                committed(opening, openings, key, request, fallback);
        };
    }

    private Fallback fallback(OpenFallbackRequest request, Nid nid, Caller caller) {
        FallbackMethod method = Requests.named(FallbackMethod.class, request.getMethod(), "METHOD_INVALID", "method");
        Purpose purpose = Requests.named(Purpose.class, request.getPurpose(), "PURPOSE_MISSING", "purpose");
        Facility facility = Requests.facility(request.getFacilityId());
        boolean grace = method == FallbackMethod.EMERGENCY_GRACE;
        if (grace) {
            requireEmergency(purpose);
        } else {
            requireFollows(request.getAfterDecisionId(), nid, purpose, facility);
        }
        requireBelowLimit(nid, facility, method);
        return new Fallback(
                books.newId(),
                method,
                nid,
                purpose,
                facility,
                grace ? "" : request.getAfterDecisionId(),
                grace ? new FallbackState.Passed(books.now()) : new FallbackState.Awaiting(0),
                Acting.officer(caller),
                List.of(),
                books.now(),
                1);
    }

    private static void requireEmergency(Purpose purpose) {
        if (purpose != Purpose.HOSPITAL_EMERGENCY && purpose != Purpose.HOSPITAL_ADMISSION) {
            throw RequestRefusedException.invalid(
                    "PURPOSE_NOT_AN_EMERGENCY", "a grace is for HOSPITAL_EMERGENCY or HOSPITAL_ADMISSION");
        }
    }

    private void requireFollows(String decisionId, Nid nid, Purpose purpose, Facility facility) {
        RecordedDecision decision = books.store()
                .find(
                        DecisionBody.KIND,
                        RecordKey.of(Requests.recordId(decisionId, "DECISION_INVALID", "after_decision_id")))
                .map(StoredDecision::decision)
                .filter(found ->
                        found.nid().equals(nid) && found.facility().equals(facility) && found.purpose() == purpose)
                .orElseThrow(FallbackJourney::nothingToFollow);
        boolean late = decision.decidedAt().plus(FOLLOWS_WITHIN).isBefore(books.now());
        if (late || decision.decision() instanceof Decision.Granted) {
            throw nothingToFollow();
        }
    }

    private static RequestRefusedException nothingToFollow() {
        return RequestRefusedException.notNow(
                "DECISION_NOT_TO_FOLLOW",
                "A fallback follows a decision on this member, purpose and facility that did not grant, within 30 minutes");
    }

    private void requireBelowLimit(Nid nid, Facility facility, FallbackMethod method) {
        Instant since = books.now().minus(FallbackLimits.OPENS_WINDOW);
        RecordKey prefix = RecordKey.of(nid).then(facility.id()).then(method);
        long opened = books
                .store()
                .asOfNow(view -> view.list(FallbackBody.KIND, FallbackBody.BY_MEMBER, prefix, OPENED_MAX))
                .stream()
                .filter(earlier -> earlier.openedAt().isAfter(since))
                .count();
        int max = FallbackLimits.of(method).opensMax();
        if (opened >= max) {
            throw RequestRefusedException.notNow(
                    "FALLBACK_LIMIT_REACHED",
                    "This member has used " + method + " " + max + " times here in 30 days; enrol other fingers");
        }
    }

    private FallbackRecord sent(Transaction opening, String key, OpenFallbackRequest request, Fallback fallback) {
        Phone phone = books.profileOf(fallback.nid())
                .flatMap(Profile::phone)
                .orElseThrow(() -> RequestRefusedException.notNow(
                        "PHONE_UNKNOWN", "The member has no telephone to send a code to; use another method"));
        outbox.requireCarried();
        String code = String.format(Locale.ROOT, "%06d", books.random().nextInt(CODES));
        Transaction withCode = opening.adding(
                OneTimeCode.KIND, new OneTimeCode(fallback.fallbackId(), SecretHash.of(code, books.newId())));
        FallbackRecord opened = committed(withCode, openings, key, request, fallback);
        if (opened.getFallbackId().equals(fallback.fallbackId())) {
            outbox.send(fallback.fallbackId(), phone.e164(), code, fallback.expiresAt());
        }
        return opened;
    }

    /** Takes a PIN or a code. */
    public FallbackRecord answer(AnswerFallbackRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Fallback asRead = find(request.getFallbackId(), caller);
        Optional<FallbackRecord> earlier = answered.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        failures.requireOpen(asRead.nid(), placeOf(asRead));
        pins.requireServing(asRead);
        FallbackAction.Answer action = switch (request.getAnswerCase()) {
            case PIN ->
                new FallbackAction.Answer(
                        FallbackMethod.CARD_PIN,
                        asRead.method() == FallbackMethod.CARD_PIN && pins.matches(asRead.nid(), request.getPin()));
            case CODE -> new FallbackAction.Answer(FallbackMethod.ONE_TIME_CODE, isCode(asRead, request.getCode()));
            case ANSWER_NOT_SET -> throw RequestRefusedException.invalid("ANSWER_MISSING", "Send pin or code");
        };
        Fallback next = taken(asRead, action);
        Transaction transaction = Transaction.auditing(event(AuditEventType.FALLBACK_ANSWERED, caller, next))
                .replacing(FallbackBody.KIND, asRead, next);
        Transaction counting = action.right()
                ? transaction
                : pins.failing(failures.failing(transaction, next.nid(), placeOf(next)), next);
        FallbackRecord record = committed(counting, answered, key, request, next);
        if (!(next.state() instanceof FallbackState.Awaiting)) {
            outbox.forget(next.fallbackId());
        }
        return record;
    }

    private boolean isCode(Fallback fallback, String code) {
        return books.store()
                .find(OneTimeCode.KIND, RecordKey.of(fallback.fallbackId()))
                .filter(sent -> sent.hash().matches(code))
                .isPresent();
    }

    /** Takes an officer's word. */
    public FallbackRecord vouch(VouchFallbackRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Fallback asRead = find(request.getFallbackId(), caller);
        Optional<FallbackRecord> earlier = vouched.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Officer officer = caller.warrant()
                .person()
                .map(Officer::new)
                .orElseThrow(() -> new RequestRefusedException(
                        RequestRefusedException.Kind.FORBIDDEN,
                        "OFFICER_UNNAMED",
                        "A certificate alone is nobody in particular; vouch with a token that names you"));
        if (!Fallback.isReason(request.getReason())) {
            throw RequestRefusedException.invalid(
                    "REASON_INVALID", "reason must be 1 to 200 characters without control characters");
        }
        Fallback next = taken(
                asRead,
                request.getApprove()
                        ? new FallbackAction.Vouch(officer, request.getReason())
                        : new FallbackAction.Refuse(officer));
        return committed(
                Transaction.auditing(event(AuditEventType.FALLBACK_VOUCHED, caller, next)
                                .with(AuditField.NOTE, request.getReason()))
                        .replacing(FallbackBody.KIND, asRead, next),
                vouched,
                key,
                request,
                next);
    }

    /** Reads one, and leaves word of it. */
    public FallbackRecord read(GetFallbackRequest request, Caller caller) {
        Fallback fallback = find(request.getFallbackId(), caller);
        books.store().commit(Transaction.auditing(event(AuditEventType.FALLBACK_READ, caller, fallback)));
        return FallbackWording.fallback(fallback);
    }

    private Fallback taken(Fallback asRead, FallbackAction action) {
        return switch (asRead.after(action, books.now())) {
            case FallbackStep.Moved moved -> moved.fallback();
            case FallbackStep.Refused refused ->
                throw RequestRefusedException.notNow(
                        refused.refusal().name(),
                        "The fallback is " + asRead.state().getClass().getSimpleName() + " and refuses this step");
        };
    }

    private Fallback find(String fallbackId, Caller caller) {
        Fallback fallback = books.store()
                .find(
                        FallbackBody.KIND,
                        RecordKey.of(Requests.recordId(fallbackId, "FALLBACK_ID_INVALID", "fallback_id")))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "FALLBACK_UNKNOWN", "There is no fallback of this id; check it"));
        Acting.requireOwn(caller, fallback.nid(), fallback.facility());
        return fallback;
    }

    /** Nothing proves at which device a PIN is typed. */
    private static Place placeOf(Fallback fallback) {
        return new Place(fallback.facility(), "");
    }

    private static FallbackRecord committed(
            Transaction transaction,
            AnswerBook<FallbackRecord> answers,
            String key,
            MessageLite request,
            Fallback fallback) {
        return answers.commit(
                transaction,
                key,
                request,
                FallbackWording.fallback(fallback),
                result -> result instanceof CommitResult.RecordExists
                        ? new IllegalStateException("an id was drawn twice: " + result)
                        : ReceiptPresence.changedMeanwhile());
    }

    private AuditEvent event(AuditEventType type, Caller caller, Fallback fallback) {
        return books.event(type, caller, fallback.nid())
                .with(AuditField.FALLBACK_ID, fallback.fallbackId())
                .with(AuditField.FALLBACK_METHOD, fallback.method().name())
                .with(AuditField.PURPOSE, fallback.purpose().name())
                .with(AuditField.FACILITY, fallback.facility().id())
                .with(AuditField.STATE, fallback.state().getClass().getSimpleName());
    }
}
