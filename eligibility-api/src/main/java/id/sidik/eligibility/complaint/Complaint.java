package id.sidik.eligibility.complaint;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A complaint, and its answer once there is one.
 *
 * @param complaintId 1 to 64 of [A-Za-z0-9._-]
 * @param nid who complains, if it is a member who says so
 * @param channel how it came, 1 to 40 of [a-z0-9-]
 * @param facility where it happened, or empty
 * @param text the person's own words, 1 to 2,000 characters
 */
public record Complaint(
        String complaintId,
        Optional<Nid> nid,
        ComplaintTopic topic,
        String channel,
        String facility,
        String text,
        Instant receivedAt,
        Optional<Answer> answer) {
    /** The longest text, in characters. */
    public static final int TEXT_CHARS_MAX = 2_000;

    private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern CHANNEL_FORM = Pattern.compile("[a-z0-9-]{1,40}");

    /** What was answered. */
    public record Answer(String text, Instant at) {
        public Answer {
            if (!isText(text)) {
                throw new IllegalArgumentException("an answer is 1 to 2,000 characters");
            }
        }
    }

    public Complaint {
        if (!ID_FORM.matcher(complaintId).matches()) {
            throw new IllegalArgumentException("a complaint id is 1 to 64 of [A-Za-z0-9._-]");
        }
        if (!isChannel(channel)) {
            throw new IllegalArgumentException("a channel is 1 to 40 of [a-z0-9-]");
        }
        if (!isText(text)) {
            throw new IllegalArgumentException("a complaint is 1 to 2,000 characters");
        }
    }

    /** Whether somebody may say so much. Lines may be broken; other control characters have no business here. */
    public static boolean isText(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= TEXT_CHARS_MAX
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }

    /** Whether the text may name a channel. */
    public static boolean isChannel(String text) {
        return CHANNEL_FORM.matcher(text).matches();
    }

    /** The same complaint, answered. */
    public Complaint answered(Answer given) {
        return new Complaint(complaintId, nid, topic, channel, facility, text, receivedAt, Optional.of(given));
    }

    /** Tells nothing of what was said, or by whom. */
    @Override
    public String toString() {
        return "Complaint[" + complaintId + ", " + topic + (answer.isPresent() ? ", answered]" : ", open]");
    }
}
