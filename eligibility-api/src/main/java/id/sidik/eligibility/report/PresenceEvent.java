package id.sidik.eligibility.report;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A finger was laid on the glass of a counter, for one member, and this came of it.
 *
 * @param eventId names the event in the books, and is the evidence that a report shows
 * @param nid whom the person claimed to be
 * @param device the scanner; {@code operator} who served there
 * @param fingerPosition 1 to 10 as in ISO/IEC 19794-2; 0 if unknown
 * @param presenter whose finger it was, by the rolling search of everybody: an opaque name, empty while nobody has searched
 * @param captureHash equal for equal pictures; empty if none came
 * @param quality 1 to 100; 0 if nobody judged it
 * @param ageYears of the member on that day
 * @param answerMillis from the capture to the answer
 * @param queueSeconds from the ticket to the counter, where there are tickets
 */
public record PresenceEvent(
        String eventId,
        Instant at,
        Nid nid,
        String facility,
        String device,
        String operator,
        int fingerPosition,
        Outcome outcome,
        Optional<String> presenter,
        Optional<String> captureHash,
        int quality,
        int ageYears,
        int answerMillis,
        OptionalInt queueSeconds) {

    /** What the comparison said. Names are stored: never rename one. */
    public enum Outcome {
        MATCHED,
        NOT_MATCHED,
        TOO_POOR,
        /** No comparison: the scanner, the network or the matcher failed. */
        FAULT
    }

    public PresenceEvent {
        if (quality < 0 || quality > 100) {
            throw new IllegalArgumentException("quality is 0 to 100: " + quality);
        }
        if (fingerPosition < 0 || fingerPosition > 10) {
            throw new IllegalArgumentException("a finger position is 0 to 10: " + fingerPosition);
        }
        if (answerMillis < 0) {
            throw new IllegalArgumentException("an answer takes 0 ms or more: " + answerMillis);
        }
    }

    /** The same, now that somebody found out whose finger it was. */
    public PresenceEvent withPresenter(String finger) {
        return new PresenceEvent(
                eventId,
                at,
                nid,
                facility,
                device,
                operator,
                fingerPosition,
                outcome,
                Optional.of(finger),
                captureHash,
                quality,
                ageYears,
                answerMillis,
                queueSeconds);
    }

    boolean matched() {
        return outcome == Outcome.MATCHED;
    }

    /** Whether a finger was seen and did not serve. */
    boolean failed() {
        return outcome == Outcome.NOT_MATCHED || outcome == Outcome.TOO_POOR;
    }

    /** Whether there was a finger at all. */
    boolean captured() {
        return outcome != Outcome.FAULT;
    }

    @Override
    public String toString() {
        return "PresenceEvent[" + eventId + ", " + nid.masked() + ", " + outcome + "]";
    }
}
