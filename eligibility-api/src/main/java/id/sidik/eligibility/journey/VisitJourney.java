package id.sidik.eligibility.journey;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Timestamp;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.fallback.Fallback;
import id.sidik.eligibility.fallback.FallbackAction;
import id.sidik.eligibility.fallback.FallbackBody;
import id.sidik.eligibility.fallback.FallbackState;
import id.sidik.eligibility.fallback.FallbackStep;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.presence.ReceiptUse;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.EndVisitRequest;
import id.sidik.eligibility.v1.GetVisitRequest;
import id.sidik.eligibility.v1.ListVisitsRequest;
import id.sidik.eligibility.v1.ListVisitsResponse;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.ShowVisitPresenceRequest;
import id.sidik.eligibility.v1.VisitRecord;
import id.sidik.eligibility.visit.DischargeManner;
import id.sidik.eligibility.visit.Stays;
import id.sidik.eligibility.visit.Visit;
import id.sidik.eligibility.visit.VisitAction;
import id.sidik.eligibility.visit.VisitBody;
import id.sidik.eligibility.visit.VisitKind;
import id.sidik.eligibility.visit.VisitState;
import id.sidik.eligibility.visit.VisitStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Visits, from the counter to the discharge. Each step is one transaction with its audit leaf, and with the use of the receipt or grace
 * that it consumes. Openings of one member take turns, so that two hospitals cannot both find her in no bed.
 */
public final class VisitJourney {
    /** How late a visit may be entered: PM-JAY allows three days as well. Late ones are reported by facility. */
    static final Duration ENTERED_LATE_MAX = Duration.ofDays(3);

    /** The most stays of one member; nobody is admitted more often. */
    private static final int STAYS_MAX = 10_000;

    /** So many ids fit into a field of an event. */
    private static final int OVERLAPS_TOLD_MAX = 7;

    private final Books books;
    private final Cards cards;
    private final Approvals approvals;
    private final ReceiptPresence receipts;
    private final NidTurns turns;
    private final VisitNotes notes;
    private final AnswerBook<VisitRecord> openings;
    private final AnswerBook<VisitRecord> showings;
    private final AnswerBook<VisitRecord> endings;

    VisitJourney(Books books, ReceiptPresence receipts, NidTurns turns) {
        this.books = books;
        this.cards = new Cards(books);
        this.approvals = new Approvals(books);
        this.receipts = receipts;
        this.turns = turns;
        this.notes = new VisitNotes(books);
        this.openings = answers("OpenVisit");
        this.showings = answers("ShowVisitPresence");
        this.endings = answers("EndVisit");
    }

    private AnswerBook<VisitRecord> answers(String method) {
        return new AnswerBook<>(books.store(), method, VisitRecord.parser());
    }

    /** Opens a visit on a receipt, or on the grace of an emergency. */
    public VisitRecord open(OpenVisitRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Nid nid = books.member(cards.whose(request.getNid(), request.getCardNumber()))
                .nid();
        return turns.take(
                nid,
                caller.patience(),
                () -> openings.find(key, request).orElseGet(() -> opened(key, request, nid, caller)));
    }

    private VisitRecord opened(String key, OpenVisitRequest request, Nid nid, Caller caller) {
        VisitKind kind = Requests.named(VisitKind.class, request.getKind(), "VISIT_KIND_INVALID", "kind");
        Facility facility = Requests.facility(request.getFacilityId());
        Optional<Fallback> grace = grace(request.getGraceFallbackId(), nid, facility);
        PresenceEvidence presence = grace.isPresent()
                ? new PresenceEvidence.Grace(
                        grace.get().fallbackId(), grace.get().expiresAt())
                : receipts.evidence(request.getReceipt(), nid, facility, serves(kind));
        Instant from = servicedFrom(request);
        Visit visit = new Visit(
                books.newId(),
                nid,
                kind,
                facility,
                from,
                presence,
                overlaps(nid, kind, from, grace.isPresent()),
                new VisitState.UnderWay(),
                Acting.officer(caller),
                books.now(),
                1);
        Transaction opening = Transaction.auditing(event(AuditEventType.VISIT_OPENED, caller, visit))
                .adding(VisitBody.KIND, visit);
        Transaction consuming = grace.isPresent()
                ? opening.replacing(FallbackBody.KIND, grace.get(), usedUp(grace.get(), visit))
                        .adding(
                                EventBodies.FALLBACKS,
                                FallbackNotes.event(grace.get(), grace.get().fallbackId(), visit.openedAt(), true))
                : receipts.using(opening, presence, ReceiptUse.Kind.VISIT, visit.visitId());
        return committed(approvals.using(consuming, visit), openings, key, request, visit);
    }

    private Instant servicedFrom(OpenVisitRequest request) {
        Instant now = books.now();
        if (!request.hasServicedFrom()) {
            return now;
        }
        Timestamp told = request.getServicedFrom();
        Instant from = Instant.ofEpochSecond(told.getSeconds(), told.getNanos());
        if (from.isAfter(now) || from.isBefore(now.minus(ENTERED_LATE_MAX))) {
            throw RequestRefusedException.invalid(
                    "SERVICED_FROM_INVALID", "serviced_from must lie within the last three days");
        }
        return from;
    }

    /** An emergency is granted for any kind of visit; other receipts for their own. */
    private static Predicate<Purpose> serves(VisitKind kind) {
        Purpose own = switch (kind) {
            case OUTPATIENT -> Purpose.HOSPITAL_OUTPATIENT;
            case DIALYSIS -> Purpose.HOSPITAL_DIALYSIS;
            case ADMISSION -> Purpose.HOSPITAL_ADMISSION;
        };
        return purpose -> purpose == own || purpose == Purpose.HOSPITAL_EMERGENCY;
    }

    private Optional<Fallback> grace(String fallbackId, Nid nid, Facility facility) {
        if (fallbackId.isEmpty()) {
            return Optional.empty();
        }
        Fallback grace = books.store()
                .find(
                        FallbackBody.KIND,
                        RecordKey.of(Requests.recordId(fallbackId, "FALLBACK_ID_INVALID", "grace_fallback_id")))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "FALLBACK_UNKNOWN", "There is no grace of this id; open one first"));
        boolean given = grace.method() == FallbackMethod.EMERGENCY_GRACE
                && grace.state() instanceof FallbackState.Passed
                && grace.nid().equals(nid)
                && grace.facility().equals(facility);
        if (!given) {
            throw graceNotGiven();
        }
        return Optional.of(grace);
    }

    private Fallback usedUp(Fallback grace, Visit visit) {
        return switch (grace.after(new FallbackAction.Use(visit.visitId()), books.now())) {
            case FallbackStep.Moved(Fallback next) when next.state() instanceof FallbackState.Used -> next;
            case FallbackStep.Moved _, FallbackStep.Refused _ -> throw graceNotGiven();
        };
    }

    private static RequestRefusedException graceNotGiven() {
        return RequestRefusedException.notNow(
                "GRACE_NOT_GIVEN", "This is not an unused grace of this member at this facility; open one");
    }

    private List<String> overlaps(Nid nid, VisitKind kind, Instant from, boolean emergency) {
        if (kind != VisitKind.ADMISSION) {
            return List.of();
        }
        List<Visit> stays = books.store()
                .asOfNow(view -> view.list(
                        VisitBody.KIND, VisitBody.BY_MEMBER, RecordKey.of(nid).then(kind), STAYS_MAX));
        List<Visit> crossing = Stays.crossing(stays, from, Optional.empty());
        if (!crossing.isEmpty() && !emergency) {
            Visit other = crossing.getFirst();
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.NOT_NOW,
                    "VISIT_OVERLAPS_STAY",
                    "The member is an inpatient of " + other.facility().id() + "; that stay has to end first",
                    Map.of("visit_id", other.visitId()));
        }
        return crossing.stream().map(Visit::visitId).toList();
    }

    /** Shows presence after an emergency. */
    public VisitRecord showPresence(ShowVisitPresenceRequest request, Caller caller) {
        return stepped(
                showings,
                request.getIdempotencyKey(),
                request.getVisitId(),
                request,
                caller,
                AuditEventType.VISIT_PRESENCE_SHOWN,
                visit -> new VisitAction.ShowPresence(
                        receipts.evidence(request.getReceipt(), visit.nid(), visit.facility(), serves(visit.kind()))));
    }

    /** Discharges, completes or cancels. */
    public VisitRecord end(EndVisitRequest request, Caller caller) {
        return stepped(
                endings,
                request.getIdempotencyKey(),
                request.getVisitId(),
                request,
                caller,
                AuditEventType.VISIT_ENDED,
                _ -> ending(request));
    }

    private static VisitAction ending(EndVisitRequest request) {
        return switch (request.getEndCase()) {
            case DISCHARGE ->
                new VisitAction.Discharge(
                        Requests.named(DischargeManner.class, request.getDischarge(), "END_MISSING", "discharge"));
            case COMPLETE -> new VisitAction.Complete();
            case CANCEL -> new VisitAction.Cancel();
            case END_NOT_SET ->
                throw RequestRefusedException.invalid("END_MISSING", "Send discharge, complete or cancel");
        };
    }

    /** Reads one visit, and leaves word of it. */
    public VisitRecord read(GetVisitRequest request, Caller caller) {
        Visit visit = find(request.getVisitId(), caller);
        books.store().commit(Transaction.auditing(event(AuditEventType.VISIT_READ, caller, visit)));
        return VisitWording.visit(visit);
    }

    /** One page of a member's visits, and word of it. */
    public ListVisitsResponse list(ListVisitsRequest request, Caller caller) {
        Nid nid = books.checkedNid(request.getNid()).nid();
        Page<Visit> page = Requests.page(
                books.store(),
                VisitBody.KIND,
                VisitBody.BY_MEMBER,
                RecordKey.of(nid),
                request.getPageToken(),
                request.getPageSize());
        books.store().commit(Transaction.auditing(books.event(AuditEventType.VISIT_READ, caller, nid)));
        return ListVisitsResponse.newBuilder()
                .addAllVisits(page.entries().stream().map(VisitWording::visit).toList())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    private VisitRecord stepped(
            AnswerBook<VisitRecord> answers,
            String idempotencyKey,
            String visitId,
            MessageLite request,
            Caller caller,
            AuditEventType type,
            Function<Visit, VisitAction> actionOn) {
        String key = Requests.idempotencyKey(idempotencyKey);
        Visit asRead = find(visitId, caller);
        Optional<VisitRecord> earlier = answers.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        VisitAction action = actionOn.apply(asRead);
        Visit next = taken(asRead, action);
        Transaction transaction =
                Transaction.auditing(event(type, caller, next)).replacing(VisitBody.KIND, asRead, next);
        return committed(
                action instanceof VisitAction.ShowPresence
                        ? receipts.using(transaction, next.presence(), ReceiptUse.Kind.VISIT, next.visitId())
                        : transaction,
                answers,
                key,
                request,
                next);
    }

    private Visit taken(Visit asRead, VisitAction action) {
        return switch (asRead.after(action, books.now())) {
            case VisitStep.Moved moved -> moved.visit();
            case VisitStep.Refused refused ->
                throw RequestRefusedException.notNow(
                        refused.refusal().name(),
                        "The visit is " + asRead.state().getClass().getSimpleName() + " and refuses this step");
        };
    }

    private Visit find(String visitId, Caller caller) {
        Visit visit = books.store()
                .find(VisitBody.KIND, RecordKey.of(Requests.recordId(visitId, "VISIT_ID_INVALID", "visit_id")))
                .orElseThrow(() ->
                        RequestRefusedException.unknown("VISIT_UNKNOWN", "There is no visit of this id; check it"));
        Acting.requireOwn(caller, visit.nid(), visit.facility());
        return visit;
    }

    private VisitRecord committed(
            Transaction transaction, AnswerBook<VisitRecord> answers, String key, MessageLite request, Visit visit) {
        return answers.commit(
                notes.note(transaction, visit),
                key,
                request,
                VisitWording.visit(visit),
                result -> result instanceof CommitResult.RecordExists
                        ? ReceiptPresence.used()
                        : ReceiptPresence.changedMeanwhile());
    }

    private AuditEvent event(AuditEventType type, Caller caller, Visit visit) {
        AuditEvent event = books.event(type, caller, visit.nid())
                .with(AuditField.VISIT_ID, visit.visitId())
                .with(AuditField.VISIT_KIND, visit.kind().name())
                .with(AuditField.FACILITY, visit.facility().id())
                .with(AuditField.STATE, visit.state().getClass().getSimpleName())
                .with(AuditField.PRESENCE, visit.presence().getClass().getSimpleName());
        AuditEvent withStays = visit.overlaps().isEmpty()
                ? event
                : event.with(
                        AuditField.OVERLAPS,
                        visit.overlaps().stream().limit(OVERLAPS_TOLD_MAX).collect(Collectors.joining(",")));
        return switch (visit.presence()) {
            case PresenceEvidence.Receipt receipt -> withStays.with(AuditField.DECISION_ID, receipt.decisionId());
            case PresenceEvidence.Grace grace -> withStays.with(AuditField.FALLBACK_ID, grace.fallbackId());
            case PresenceEvidence.Missing _ -> withStays;
        };
    }
}
