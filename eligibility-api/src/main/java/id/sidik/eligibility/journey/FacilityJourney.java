package id.sidik.eligibility.journey;

import com.google.protobuf.Message;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.facility.Approval;
import id.sidik.eligibility.facility.ApprovalBody;
import id.sidik.eligibility.facility.Contract;
import id.sidik.eligibility.facility.ContractBody;
import id.sidik.eligibility.facility.FacilityLevel;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.CareApproval;
import id.sidik.eligibility.v1.FacilityContract;
import id.sidik.eligibility.v1.ListApprovalsRequest;
import id.sidik.eligibility.v1.ListApprovalsResponse;
import id.sidik.eligibility.v1.ListContractsRequest;
import id.sidik.eligibility.v1.ListContractsResponse;
import id.sidik.eligibility.v1.PutContractRequest;
import id.sidik.eligibility.v1.RecordApprovalRequest;
import id.sidik.eligibility.v1.WithdrawApprovalRequest;
import id.sidik.wire.trust.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Contracts with facilities, and approvals of care. */
public final class FacilityJourney {
    private final Books books;
    private final Cards cards;
    private final Contracts contracts;
    private final Approvals approvals;
    private final AnswerBook<FacilityContract> puttings;
    private final AnswerBook<CareApproval> recordings;
    private final AnswerBook<CareApproval> withdrawals;

    FacilityJourney(Books books) {
        this.books = books;
        this.cards = new Cards(books);
        this.contracts = new Contracts(books);
        this.approvals = new Approvals(books);
        this.puttings = new AnswerBook<>(books.store(), "PutContract", FacilityContract.parser());
        this.recordings = new AnswerBook<>(books.store(), "RecordApproval", CareApproval.parser());
        this.withdrawals = new AnswerBook<>(books.store(), "WithdrawApproval", CareApproval.parser());
    }

    /** What was agreed from a day on. */
    public FacilityContract putContract(PutContractRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        return puttings.find(key, request).orElseGet(() -> {
            Contract contract = contract(request.getContract(), caller);
            AuditEvent event = books.event(AuditEventType.CONTRACT_RECORDED, caller)
                    .with(AuditField.FACILITY, contract.facility().id())
                    .with(AuditField.ACTIVE_FROM, contract.from().toString())
                    .with(AuditField.EXPIRES_AT, contract.until().toString());
            return puttings.commit(
                    Transaction.auditing(event).putting(ContractBody.KIND, contract),
                    key,
                    request,
                    FacilityWording.contract(contract),
                    result -> new IllegalStateException("a contract is put, whatever was there: " + result));
        });
    }

    private Contract contract(FacilityContract said, Caller caller) {
        Facility facility = Requests.facility(said.getFacilityId());
        Set<Purpose> services = EnumSet.noneOf(Purpose.class);
        said.getServicesList().forEach(service -> services.add(Enquiry.purpose(service)));
        Set<Programme> programmes = EnumSet.noneOf(Programme.class);
        said.getProgrammesList().forEach(programme -> programmes.add(Requests.programme(programme)));
        return checked(
                "CONTRACT_INVALID",
                () -> new Contract(
                        facility,
                        MemberRequests.date(said.getValidFrom(), "DATE_INVALID", "valid_from"),
                        MemberRequests.date(said.getValidUntil(), "DATE_INVALID", "valid_until"),
                        Requests.named(FacilityLevel.class, said.getLevel(), "CONTRACT_INVALID", "level"),
                        said.getFacilityClass().strip(),
                        services,
                        programmes,
                        Acting.officer(caller).id(),
                        books.now()));
    }

    private static <T> T checked(String reason, Supplier<T> record) {
        try {
            return record.get();
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid(reason, String.valueOf(e.getMessage()));
        }
    }

    /** Whether a referral or approval of this number is left for the member, for such care at the facility today. */
    public boolean isApproved(String nid, String number, String facilityId, id.sidik.eligibility.v1.Purpose care) {
        return Approvals.concerning(
                        approvals.of(books.checkedNid(nid).nid()),
                        Requests.facility(facilityId),
                        Enquiry.purpose(care),
                        Policy.dayOf(books.now()))
                .stream()
                .anyMatch(approval -> approval.number().equals(number) && !approval.isUsedUp());
    }

    /** A facility's contracts. */
    public ListContractsResponse contracts(ListContractsRequest request) {
        return ListContractsResponse.newBuilder()
                .addAllContracts(contracts.of(Requests.facility(request.getFacilityId())).stream()
                        .map(FacilityWording::contract)
                        .toList())
                .build();
    }

    /** A referral, or an exception that an officer approves. */
    public CareApproval record(RecordApprovalRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        return recordings.find(key, request).orElseGet(() -> {
            Approval approval = approval(request, caller);
            Transaction transaction = Transaction.auditing(about(approval, AuditEventType.APPROVAL_RECORDED, caller))
                    .adding(ApprovalBody.KIND, approval);
            return recordings.commit(
                    transaction,
                    key,
                    request,
                    FacilityWording.approval(approval),
                    _ -> new RequestRefusedException(
                            RequestRefusedException.Kind.EXISTS,
                            "APPROVAL_EXISTS",
                            approval.issuer().id() + " has issued an approval of the number " + approval.number()));
        });
    }

    private Approval approval(RecordApprovalRequest request, Caller caller) {
        Nid nid = books.member(cards.whose(request.getNid(), request.getCardNumber()))
                .nid();
        Approval.Kind kind = Requests.named(Approval.Kind.class, request.getKind(), "APPROVAL_KIND_INVALID", "kind");
        if (kind == Approval.Kind.EXCEPTION && caller.role() == Role.FACILITY) {
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.FORBIDDEN,
                    "APPROVAL_KIND_INVALID",
                    "A facility issues referrals; an exception is an officer's to approve");
        }
        Facility issuer = Requests.facility(request.getFacilityId());
        Optional<Facility> to = Optional.of(request.getToFacilityId())
                .filter(id -> !id.isEmpty())
                .map(Requests::facility);
        Purpose service = Enquiry.purpose(request.getService());
        return checked(
                "APPROVAL_INVALID",
                () -> new Approval(
                        books.newId(),
                        kind,
                        request.getNumber(),
                        nid,
                        issuer,
                        to,
                        service,
                        MemberRequests.date(request.getValidFrom(), "DATE_INVALID", "valid_from"),
                        MemberRequests.date(request.getValidUntil(), "DATE_INVALID", "valid_until"),
                        request.getVisitsMax() == 0 ? 1 : request.getVisitsMax(),
                        List.of(),
                        false,
                        Acting.officer(caller).id(),
                        books.now()));
    }

    private AuditEvent about(Approval approval, AuditEventType type, Caller caller) {
        return books.event(type, caller, approval.nid())
                .with(AuditField.APPROVAL_ID, approval.approvalId())
                .with(AuditField.FACILITY, approval.issuer().id())
                .with(AuditField.PURPOSE, approval.service().name())
                .with(AuditField.STATE, approval.kind().name());
    }

    /** It serves no further visit. */
    public CareApproval withdraw(WithdrawApprovalRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        String reason = MemberRequests.reason(request.getReason());
        Approval asRead = books.store()
                .find(
                        ApprovalBody.KIND,
                        RecordKey.of(Requests.recordId(request.getApprovalId(), "APPROVAL_INVALID", "approval_id")))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "APPROVAL_UNKNOWN", "There is no approval of this id; check it"));
        caller.warrant().requireFacility(asRead.issuer().id());
        return withdrawals.find(key, request).orElseGet(() -> withdrawn(key, request, asRead, reason, caller));
    }

    private CareApproval withdrawn(String key, Message request, Approval asRead, String reason, Caller caller) {
        if (asRead.withdrawn()) {
            throw RequestRefusedException.notNow("APPROVAL_WITHDRAWN", "This approval was withdrawn before");
        }
        Approval next = asRead.taken();
        Transaction transaction = Transaction.auditing(
                        about(asRead, AuditEventType.APPROVAL_WITHDRAWN, caller).with(AuditField.NOTE, reason))
                .replacing(ApprovalBody.KIND, asRead, next);
        return withdrawals.commit(
                transaction, key, request, FacilityWording.approval(next), _ -> ReceiptPresence.changedMeanwhile());
    }

    /** What was approved for a member. */
    public ListApprovalsResponse approvals(ListApprovalsRequest request, Caller caller) {
        Nid nid = books.member(books.checkedNid(request.getNid()).nid()).nid();
        books.store().commit(Transaction.auditing(books.event(AuditEventType.APPROVALS_READ, caller, nid)));
        return ListApprovalsResponse.newBuilder()
                .addAllApprovals(approvals.of(nid).stream()
                        .limit(Approvals.LISTED_MAX)
                        .map(FacilityWording::approval)
                        .toList())
                .build();
    }
}
