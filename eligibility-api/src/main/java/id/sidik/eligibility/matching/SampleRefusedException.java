package id.sidik.eligibility.matching;

import java.util.Map;

/** The matcher cannot read a sample, or a rate asked for makes no sense. Its reason and words go to the caller as they are. */
public final class SampleRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    public SampleRefusedException(String reason, String message, Map<String, String> details) {
        super(message);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    /** One of those that {@code matcher.proto} lists. */
    public String reason() {
        return reason;
    }

    public Map<String, String> details() {
        return details;
    }
}
