package id.sidik.eligibility.journey;

import com.google.protobuf.MessageLite;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.claim.Claim;
import id.sidik.eligibility.claim.ClaimAction;
import id.sidik.eligibility.claim.ClaimBody;
import id.sidik.eligibility.claim.ClaimDocument;
import id.sidik.eligibility.claim.ClaimState;
import id.sidik.eligibility.claim.ClaimStep;
import id.sidik.eligibility.claim.RejectionReason;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.presence.ReceiptUse;
import id.sidik.eligibility.presence.ReceiptUseBody;
import id.sidik.eligibility.presence.RecordId;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.AppealClaimRequest;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.DecideClaimRequest;
import id.sidik.eligibility.v1.GetClaimRequest;
import id.sidik.eligibility.v1.ListClaimsRequest;
import id.sidik.eligibility.v1.ListClaimsResponse;
import id.sidik.eligibility.v1.NoticeClaimPaymentRequest;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import id.sidik.eligibility.visit.Visit;
import id.sidik.eligibility.visit.VisitBody;
import id.sidik.wire.trust.Role;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Claims, from the opening to the payment or the last word. Each step is one transaction with its audit leaf, and with the use of the
 * receipt that it consumes, so that a crash leaves both or neither.
 */
public final class ClaimJourney {
    private final Books books;
    private final Cards cards;
    private final ReceiptPresence receipts;
    private final ClaimNotes notes;
    private final AnswerBook<ClaimRecord> openings;
    private final AnswerBook<ClaimRecord> supplies;
    private final AnswerBook<ClaimRecord> decisions;
    private final AnswerBook<ClaimRecord> appeals;
    private final AnswerBook<ClaimRecord> payments;

    ClaimJourney(Books books, ReceiptPresence receipts) {
        this.books = books;
        this.cards = new Cards(books);
        this.receipts = receipts;
        this.notes = new ClaimNotes(books);
        this.openings = answers("OpenClaim");
        this.supplies = answers("SupplyClaim");
        this.decisions = answers("DecideClaim");
        this.appeals = answers("AppealClaim");
        this.payments = answers("NoticeClaimPayment");
    }

    private AnswerBook<ClaimRecord> answers(String method) {
        return new AnswerBook<>(books.store(), method, ClaimRecord.parser());
    }

    /** Opens a claim, on a receipt, on the presence of the visit that it bills, or on nothing yet. */
    public ClaimRecord open(OpenClaimRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<ClaimRecord> earlier = openings.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Claim claim = opened(request, caller);
        boolean consumes = claim.visitId().isEmpty();
        Transaction opening = Transaction.auditing(event(AuditEventType.CLAIM_OPENED, caller, claim))
                .adding(ClaimBody.KIND, claim);
        return committed(consumes ? using(opening, claim) : opening, openings, key, request, claim);
    }

    private Claim opened(OpenClaimRequest request, Caller caller) {
        Nid nid = books.member(cards.whose(request.getNid(), request.getCardNumber()))
                .nid();
        Programme programme = ClaimWording.programme(request.getProgramme());
        Facility facility = Requests.facility(request.getFacilityId());
        if (!Claim.isAmountRupiah(request.getAmountRupiah())) {
            throw RequestRefusedException.invalid(
                    "AMOUNT_INVALID", "amount_rupiah must be 1 to 10^12: " + request.getAmountRupiah());
        }
        if (!request.getPayeeSha256().isEmpty() && !ClaimDocument.isSha256(request.getPayeeSha256())) {
            throw RequestRefusedException.invalid(
                    "PAYEE_INVALID", "payee_sha256 must be 64 hexadecimal digits, lower case, or empty");
        }
        Optional<Visit> billed = billed(request.getVisitId(), nid, facility);
        return new Claim(
                books.newId(),
                nid,
                programme,
                facility,
                eventDay(request.getEventOn()),
                request.getAmountRupiah(),
                Acting.officer(caller),
                request.getPayeeSha256(),
                billed.map(Visit::visitId),
                billed.isPresent() ? presenceOf(billed.get()) : shown(request.getReceipt(), nid, facility, programme),
                ClaimWording.documents(request.getDocumentsList()),
                new ClaimState.Open(),
                books.now(),
                1);
    }

    private Optional<Visit> billed(String visitId, Nid nid, Facility facility) {
        if (visitId.isEmpty()) {
            return Optional.empty();
        }
        Visit visit = books.store()
                .find(VisitBody.KIND, RecordKey.of(Requests.recordId(visitId, "VISIT_ID_INVALID", "visit_id")))
                .filter(found -> found.nid().equals(nid) && found.facility().equals(facility))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "VISIT_UNKNOWN", "There is no such visit of this member at " + facility.id()));
        return Optional.of(visit);
    }

    /** A grace is no presence yet: the claim waits until the visit has been shown a finger for. */
    private static PresenceEvidence presenceOf(Visit visit) {
        return visit.presence() instanceof PresenceEvidence.Receipt shown ? shown : new PresenceEvidence.Missing();
    }

    private PresenceEvidence shown(String receipt, Nid nid, Facility facility, Programme programme) {
        return receipt.isEmpty()
                ? new PresenceEvidence.Missing()
                : receipts.evidence(receipt, nid, facility, purpose -> purpose.programme() == programme);
    }

    private LocalDate eventDay(String text) {
        LocalDate today = Policy.dayOf(books.now());
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // said below, as for a day to come
        }
        throw RequestRefusedException.invalid("EVENT_DAY_INVALID", "event_on is a day YYYY-MM-DD, not after today");
    }

    /** Adds presence or documents, or submits. */
    public ClaimRecord supply(SupplyClaimRequest request, Caller caller) {
        return stepped(
                supplies,
                request.getIdempotencyKey(),
                request.getClaimId(),
                request,
                caller,
                AuditEventType.CLAIM_SUPPLIED,
                claim -> supplied(request, claim));
    }

    private ClaimAction supplied(SupplyClaimRequest request, Claim claim) {
        return switch (request.getSupplyCase()) {
            case RECEIPT -> new ClaimAction.ShowPresence(presenceFor(claim, request.getReceipt()));
            case DOCUMENTS ->
                new ClaimAction.AddDocuments(
                        ClaimWording.documents(request.getDocuments().getDocumentsList()));
            case SUBMIT -> new ClaimAction.Submit();
            case SUPPLY_NOT_SET ->
                throw RequestRefusedException.invalid(
                        "DOCUMENT_INVALID", "Send a receipt, documents, or submit; one of them");
        };
    }

    private PresenceEvidence.Receipt presenceFor(Claim claim, String receipt) {
        if (claim.visitId().isEmpty()) {
            return receipts.evidence(
                    receipt, claim.nid(), claim.facility(), purpose -> purpose.programme() == claim.programme());
        }
        if (presenceOf(billed(claim.visitId().get(), claim.nid(), claim.facility())
                        .orElseThrow())
                instanceof PresenceEvidence.Receipt shown) {
            return shown;
        }
        throw RequestRefusedException.notNow(
                "CLAIM_PRESENCE_MISSING", "The visit that is billed was not shown a finger for; show it there first");
    }

    /** Approves or rejects. */
    public ClaimRecord decide(DecideClaimRequest request, Caller caller) {
        return stepped(
                decisions,
                request.getIdempotencyKey(),
                request.getClaimId(),
                request,
                caller,
                AuditEventType.CLAIM_DECIDED,
                _ -> decided(request, decidingOfficer(request.getOfficer(), caller)));
    }

    private static ClaimAction decided(DecideClaimRequest request, Officer officer) {
        return switch (request.getDecisionCase()) {
            case APPROVE_RUPIAH -> new ClaimAction.Approve(request.getApproveRupiah(), officer);
            case REJECT ->
                new ClaimAction.Reject(
                        Requests.named(
                                RejectionReason.class, request.getReject(), "REJECTION_REASON_INVALID", "reject"),
                        officer);
            case DECISION_NOT_SET ->
                throw RequestRefusedException.invalid("DECISION_MISSING", "Send approve_rupiah or reject");
        };
    }

    /** A claims system has officers of its own, and vouches for their names. Nobody else is believed. */
    private static Officer decidingOfficer(String stated, Caller caller) {
        if (caller.role() != Role.CLAIMS) {
            return Acting.officer(caller);
        }
        String id = Acting.officer(caller).id() + "/" + stated;
        if (stated.isEmpty() || !Officer.isId(id)) {
            throw RequestRefusedException.invalid(
                    "OFFICER_MISSING", "officer must name who decided, at most 64 characters with the system's name");
        }
        return new Officer(id);
    }

    /** Appeals a rejection. */
    public ClaimRecord appeal(AppealClaimRequest request, Caller caller) {
        if (!Claim.isText(request.getGrounds())) {
            throw RequestRefusedException.invalid(
                    "TEXT_INVALID", "grounds must be 1 to 500 characters without control characters");
        }
        return stepped(
                appeals,
                request.getIdempotencyKey(),
                request.getClaimId(),
                request,
                caller,
                AuditEventType.CLAIM_APPEALED,
                _ -> new ClaimAction.Appeal(request.getGrounds()));
    }

    /** Takes note that the money went. */
    public ClaimRecord noticePayment(NoticeClaimPaymentRequest request, Caller caller) {
        if (!RecordId.hasForm(request.getPaymentReference())) {
            throw RequestRefusedException.invalid(
                    "PAYMENT_REFERENCE_INVALID", "payment_reference must be 1 to 64 of [A-Za-z0-9._-]");
        }
        return stepped(
                payments,
                request.getIdempotencyKey(),
                request.getClaimId(),
                request,
                caller,
                AuditEventType.CLAIM_PAYMENT_NOTICED,
                _ -> new ClaimAction.NoticePayment(request.getPaymentReference(), request.getAmountRupiah()));
    }

    /** Reads one claim, and leaves word of it. */
    public ClaimRecord read(GetClaimRequest request, Caller caller) {
        Claim claim = find(request.getClaimId(), caller);
        books.store().commit(Transaction.auditing(event(AuditEventType.CLAIM_READ, caller, claim)));
        return ClaimWording.claim(claim);
    }

    /** One page of a member's claims, and word of it. */
    public ListClaimsResponse list(ListClaimsRequest request, Caller caller) {
        Nid nid = books.checkedNid(request.getNid()).nid();
        Page<Claim> page = Requests.page(
                books.store(),
                ClaimBody.KIND,
                ClaimBody.BY_MEMBER,
                RecordKey.of(nid),
                request.getPageToken(),
                request.getPageSize());
        books.store().commit(Transaction.auditing(books.event(AuditEventType.CLAIM_READ, caller, nid)));
        return ListClaimsResponse.newBuilder()
                .addAllClaims(page.entries().stream().map(ClaimWording::claim).toList())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    private ClaimRecord stepped(
            AnswerBook<ClaimRecord> answers,
            String idempotencyKey,
            String claimId,
            MessageLite request,
            Caller caller,
            AuditEventType type,
            Function<Claim, ClaimAction> actionOn) {
        String key = Requests.idempotencyKey(idempotencyKey);
        Claim asRead = find(claimId, caller);
        Optional<ClaimRecord> earlier = answers.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ClaimAction action = actionOn.apply(asRead);
        Claim next = taken(asRead, action);
        Transaction transaction =
                Transaction.auditing(event(type, caller, next)).replacing(ClaimBody.KIND, asRead, next);
        boolean consumes =
                action instanceof ClaimAction.ShowPresence && asRead.visitId().isEmpty();
        return committed(consumes ? using(transaction, next) : transaction, answers, key, request, next);
    }

    private Claim taken(Claim asRead, ClaimAction action) {
        return switch (asRead.after(action, books.now())) {
            case ClaimStep.Moved moved -> moved.claim();
            case ClaimStep.Refused refused ->
                throw RequestRefusedException.notNow(
                        refused.refusal().name(),
                        "The claim is " + asRead.state().getClass().getSimpleName() + " and refuses this step");
        };
    }

    private Claim find(String claimId, Caller caller) {
        Claim claim = books.store()
                .find(ClaimBody.KIND, RecordKey.of(Requests.recordId(claimId, "CLAIM_ID_INVALID", "claim_id")))
                .orElseThrow(() ->
                        RequestRefusedException.unknown("CLAIM_UNKNOWN", "There is no claim of this id; check it"));
        Acting.requireOwn(caller, claim.nid(), claim.facility());
        return claim;
    }

    private Transaction using(Transaction transaction, Claim claim) {
        return receipts.using(transaction, claim.presence(), ReceiptUse.Kind.CLAIM, claim.claimId());
    }

    private ClaimRecord committed(
            Transaction transaction, AnswerBook<ClaimRecord> answers, String key, MessageLite request, Claim claim) {
        return answers.commit(
                notes.note(transaction, claim),
                key,
                request,
                ClaimWording.claim(claim),
                result -> result instanceof CommitResult.RecordExists exists
                        ? taken(exists)
                        : ReceiptPresence.changedMeanwhile());
    }

    private static RequestRefusedException taken(CommitResult.RecordExists exists) {
        return exists.of(ReceiptUseBody.KIND)
                ? ReceiptPresence.used()
                : RequestRefusedException.notNow("VISIT_BILLED", "Another claim bills this visit");
    }

    private AuditEvent event(AuditEventType type, Caller caller, Claim claim) {
        AuditEvent event = books.event(type, caller, claim.nid())
                .with(AuditField.CLAIM_ID, claim.claimId())
                .with(AuditField.PROGRAMME, claim.programme().name())
                .with(AuditField.FACILITY, claim.facility().id())
                .with(AuditField.STATE, claim.state().getClass().getSimpleName())
                .with(AuditField.AMOUNT_RUPIAH, Long.toString(claim.amountRupiah()))
                .with(
                        AuditField.DOCUMENT_COUNT,
                        Integer.toString(claim.documents().size()))
                .with(AuditField.PRESENCE, claim.presence().getClass().getSimpleName());
        return claim.presence() instanceof PresenceEvidence.Receipt receipt
                ? event.with(AuditField.DECISION_ID, receipt.decisionId())
                : event;
    }
}
