package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.complaint.Complaint;
import id.sidik.eligibility.complaint.ComplaintBody;
import id.sidik.eligibility.complaint.ComplaintTopic;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.AnswerComplaintRequest;
import id.sidik.eligibility.v1.AnswerComplaintResponse;
import id.sidik.eligibility.v1.ListComplaintsRequest;
import id.sidik.eligibility.v1.ListComplaintsResponse;
import id.sidik.eligibility.v1.RecordComplaintRequest;
import id.sidik.eligibility.v1.RecordComplaintResponse;
import id.sidik.wire.rpc.ProtoTime;
import java.util.Optional;

/** Writes complaints down, answers them once, and lists them. */
public final class ComplaintJourney {
    private static final int PAGE_DEFAULT = 50;

    private final Books books;
    private final AnswerBook<RecordComplaintResponse> recorded;
    private final AnswerBook<AnswerComplaintResponse> answered;

    public ComplaintJourney(Books books) {
        this.books = books;
        this.recorded = new AnswerBook<>(books.store(), "RecordComplaint", RecordComplaintResponse.parser());
        this.answered = new AnswerBook<>(books.store(), "AnswerComplaint", AnswerComplaintResponse.parser());
    }

    /** Writes one down. */
    public RecordComplaintResponse record(RecordComplaintRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<RecordComplaintResponse> earlier = recorded.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Complaint complaint = complaint(request);
        RecordComplaintResponse response = RecordComplaintResponse.newBuilder()
                .setComplaintId(complaint.complaintId())
                .build();
        return recorded.commit(
                Transaction.auditing(books.event(AuditEventType.COMPLAINT_RECORDED, caller)
                                .with(AuditField.COMPLAINT_ID, complaint.complaintId())
                                .with(AuditField.TOPIC, complaint.topic().name()))
                        .adding(ComplaintBody.KIND, complaint),
                key,
                request,
                response,
                result -> new IllegalStateException("a complaint's id was drawn twice: " + result));
    }

    /** Answers one that waits. */
    public AnswerComplaintResponse answer(AnswerComplaintRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<AnswerComplaintResponse> earlier = answered.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Complaint open = waiting(request.getComplaintId());
        Complaint closed = open.answered(new Complaint.Answer(text(request.getText()), books.now()));
        AnswerComplaintResponse response = AnswerComplaintResponse.newBuilder()
                .setComplaint(worded(closed))
                .build();
        return answered.commit(
                Transaction.auditing(books.event(AuditEventType.COMPLAINT_ANSWERED, caller)
                                .with(AuditField.COMPLAINT_ID, closed.complaintId()))
                        .replacing(ComplaintBody.KIND, open, closed),
                key,
                request,
                response,
                _ -> answeredAlready());
    }

    /** One page, in order of ids. */
    public ListComplaintsResponse list(ListComplaintsRequest request) {
        int size = request.getPageSize();
        if (size < 0 || size > EligibilityStore.PAGE_MAX) {
            throw RequestRefusedException.invalid(
                    "PAGE_SIZE_INVALID", "page_size must be 1 to " + EligibilityStore.PAGE_MAX + ", or 0 for 50");
        }
        Optional<String> token = Optional.of(request.getPageToken()).filter(text -> !text.isEmpty());
        Page<Complaint> page = page(token, size == 0 ? PAGE_DEFAULT : size);
        return ListComplaintsResponse.newBuilder()
                .addAllComplaints(
                        page.entries().stream().map(ComplaintJourney::worded).toList())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    private Page<Complaint> page(Optional<String> token, int size) {
        try {
            return books.store().page(ComplaintBody.KIND, RecordKey.ANY, token, size);
        } catch (IllegalArgumentException notOurs) {
            throw RequestRefusedException.invalid("PAGE_TOKEN_INVALID", "page_token is not one that this service gave");
        }
    }

    private Complaint waiting(String complaintId) {
        Complaint found = Optional.of(complaintId)
                .filter(id -> !id.isEmpty() && id.length() <= 64)
                .flatMap(id -> books.store().find(ComplaintBody.KIND, RecordKey.of(id)))
                .orElseThrow(() -> RequestRefusedException.unknown("COMPLAINT_UNKNOWN", "There is no such complaint"));
        if (found.answer().isPresent()) {
            throw answeredAlready();
        }
        return found;
    }

    private static RequestRefusedException answeredAlready() {
        return new RequestRefusedException(
                RequestRefusedException.Kind.EXISTS, "COMPLAINT_ANSWERED", "This complaint has been answered already");
    }

    private Complaint complaint(RecordComplaintRequest request) {
        if (!Complaint.isChannel(request.getChannel())) {
            throw RequestRefusedException.invalid("CHANNEL_INVALID", "channel must be 1 to 40 of [a-z0-9-]");
        }
        if (!request.getFacilityId().isEmpty() && !Facility.isId(request.getFacilityId())) {
            throw RequestRefusedException.invalid(
                    "FACILITY_INVALID", "facility_id must be 1 to 40 of [A-Za-z0-9._-], or empty");
        }
        Optional<Nid> nid = request.getNid().isEmpty()
                ? Optional.empty()
                : Optional.of(books.checkedNid(request.getNid()).nid());
        return new Complaint(
                books.newId(),
                nid,
                topic(request),
                request.getChannel(),
                request.getFacilityId(),
                text(request.getText()),
                books.now(),
                Optional.empty());
    }

    private static String text(String text) {
        if (!Complaint.isText(text)) {
            throw RequestRefusedException.invalid(
                    "TEXT_INVALID", "text must be 1 to " + Complaint.TEXT_CHARS_MAX + " characters");
        }
        return text;
    }

    private static ComplaintTopic topic(RecordComplaintRequest request) {
        return switch (request.getTopic()) {
            case FINGER_REFUSED -> ComplaintTopic.FINGER_REFUSED;
            case CONTRIBUTION_MISSING -> ComplaintTopic.CONTRIBUTION_MISSING;
            case CLAIM_LATE -> ComplaintTopic.CLAIM_LATE;
            case STAFF -> ComplaintTopic.STAFF;
            case DATA_WRONG -> ComplaintTopic.DATA_WRONG;
            case OTHER -> ComplaintTopic.OTHER;
            case COMPLAINT_TOPIC_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "TOPIC_INVALID",
                        "topic must be FINGER_REFUSED, CONTRIBUTION_MISSING, CLAIM_LATE, STAFF, DATA_WRONG or OTHER");
        };
    }

    private static id.sidik.eligibility.v1.Complaint worded(Complaint complaint) {
        id.sidik.eligibility.v1.Complaint.Builder worded = id.sidik.eligibility.v1.Complaint.newBuilder()
                .setComplaintId(complaint.complaintId())
                .setNid(complaint.nid().map(Nid::wholeDigits).orElse(""))
                .setTopic(id.sidik.eligibility.v1.ComplaintTopic.valueOf(
                        complaint.topic().name()))
                .setChannel(complaint.channel())
                .setFacilityId(complaint.facility())
                .setText(complaint.text())
                .setReceivedAt(ProtoTime.of(complaint.receivedAt()));
        complaint
                .answer()
                .ifPresent(answer -> worded.setAnswer(answer.text()).setAnsweredAt(ProtoTime.of(answer.at())));
        return worded.build();
    }
}
