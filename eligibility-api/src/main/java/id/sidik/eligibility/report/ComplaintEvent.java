package id.sidik.eligibility.report;

import java.time.Instant;
import java.util.Optional;

/** Somebody complained. {@code topic} and {@code channel} are words of the complaints; answered when {@code answeredAt} is there. */
public record ComplaintEvent(
        String complaintId,
        String topic,
        String channel,
        String facility,
        Instant receivedAt,
        Optional<Instant> answeredAt) {}
