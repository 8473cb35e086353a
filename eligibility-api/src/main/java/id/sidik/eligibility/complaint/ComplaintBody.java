package id.sidik.eligibility.complaint;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of a complaint, layout 1.
 *
 * <pre>
 * text complaint id | text NID or empty | text topic | text channel | text facility | text words | moment received | flag answered
 * | if answered: text answer | moment answered
 * </pre>
 */
public final class ComplaintBody {
    /** Complaints, by their ids. */
    public static final RecordKind<Complaint> KIND = RecordKind.of(
            "complaints",
            '9',
            complaint -> RecordKey.of(complaint.complaintId()),
            ComplaintBody::write,
            ComplaintBody::read);

    private ComplaintBody() {}

    private static BodyWriter write(Complaint complaint) {
        BodyWriter body = new BodyWriter()
                .text(complaint.complaintId())
                .text(complaint.nid().map(Nid::wholeDigits).orElse(""))
                .name(complaint.topic())
                .text(complaint.channel())
                .text(complaint.facility())
                .text(complaint.text())
                .moment(complaint.receivedAt())
                .flag(complaint.answer().isPresent());
        complaint.answer().ifPresent(answer -> body.text(answer.text()).moment(answer.at()));
        return body;
    }

    private static Complaint read(BodyReader body) {
        String complaintId = body.text();
        String nid = body.text();
        ComplaintTopic topic = body.name(ComplaintTopic.class);
        String channel = body.text();
        String facility = body.text();
        String text = body.text();
        Instant receivedAt = body.moment();
        Optional<Complaint.Answer> answer =
                body.flag() ? Optional.of(new Complaint.Answer(body.text(), body.moment())) : Optional.empty();
        return new Complaint(
                complaintId,
                nid.isEmpty() ? Optional.empty() : Optional.of(new Nid(nid)),
                topic,
                channel,
                facility,
                text,
                receivedAt,
                answer);
    }
}
