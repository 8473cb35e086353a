package id.sidik.eligibility.fallback;

import id.sidik.eligibility.presence.FallbackMethod;
import java.time.Duration;

/**
 * How far each method reaches.
 *
 * @param wrongAnswersMax after so many it has failed
 * @param answerWithin how long it may be answered
 * @param usableFor how long it may be used once passed
 * @param opensMax how many may be opened for one person at one facility within {@link #OPENS_WINDOW}
 */
public record FallbackLimits(int wrongAnswersMax, Duration answerWithin, Duration usableFor, int opensMax) {
    /** Over which time openings are counted. */
    public static final Duration OPENS_WINDOW = Duration.ofDays(30);

    public FallbackLimits {
        if (wrongAnswersMax < 1 || opensMax < 1 || !answerWithin.isPositive() || !usableFor.isPositive()) {
            throw new IllegalArgumentException("every limit of a fallback is above zero");
        }
    }

    /**
     * The limits of a method. Five answers to a code, and 72 hours of grace ("3x24 jam"), are what MOSIP and hospitals use; the
     * rest is ours: long enough for one stay at a counter, too short to be handed on.
     */
    public static FallbackLimits of(FallbackMethod method) {
        Duration counter = Duration.ofMinutes(15);
        return switch (method) {
            case OTHER_FINGER -> new FallbackLimits(4, counter, counter, 60);
            case CARD_PIN -> new FallbackLimits(3, counter, counter, 20);
            case ONE_TIME_CODE -> new FallbackLimits(5, Duration.ofMinutes(5), counter, 20);
            case OFFICER_OVERRIDE -> new FallbackLimits(1, Duration.ofMinutes(30), counter, 10);
            case EMERGENCY_GRACE -> new FallbackLimits(1, counter, Fallback.GRACE, 3);
        };
    }
}
