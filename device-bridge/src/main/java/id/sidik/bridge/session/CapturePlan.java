package id.sidik.bridge.session;

import id.sidik.engine.template.FingerPosition;
import java.time.Duration;
import java.util.List;

/**
 * What to capture and how patiently.
 *
 * @param fingers one impression each, in this order; the same finger may come several times
 * @param attemptsMax tries at each impression, 1 to 10
 * @param fingerTimeout how long to wait for a finger to be placed, or lifted, at least 1 s. Below 30 s people with
 *     slow hands need a warning (EN 301 549, 9.2.2.1)
 * @param minimumQuality 0 to 100; an impression below it is tried again
 * @param framesMax how many frames of one placed finger to choose from, 1 to 20; a scanner whose image takes seconds has time for one
 * @param preview whether frames are shown while the finger lies
 * @param earlier impressions of the same person that are here already; no finger may be taken for another one of them
 */
public record CapturePlan(
        List<FingerPosition> fingers,
        int attemptsMax,
        Duration fingerTimeout,
        int minimumQuality,
        int framesMax,
        boolean preview,
        List<Impression> earlier) {
    public static final int FRAMES_MAX = 20;
    public static final int IMPRESSIONS_MAX = 40;
    public static final int DEFAULT_ATTEMPTS_MAX = 3;
    public static final Duration DEFAULT_FINGER_TIMEOUT = Duration.ofSeconds(30);
    public static final int DEFAULT_MINIMUM_QUALITY = 30;

    public CapturePlan {
        fingers = List.copyOf(fingers);
        earlier = List.copyOf(earlier);
        if (fingers.isEmpty() || fingers.size() > IMPRESSIONS_MAX) {
            throw new IllegalArgumentException("impressions must be 1 to " + IMPRESSIONS_MAX + ": " + fingers.size());
        }
        if (attemptsMax < 1 || attemptsMax > 10) {
            throw new IllegalArgumentException("attempts-max must be 1 to 10: " + attemptsMax);
        }
        if (fingerTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("finger-timeout must be at least 1 s: " + fingerTimeout);
        }
        if (framesMax < 1 || framesMax > FRAMES_MAX) {
            throw new IllegalArgumentException("frames-max must be 1 to " + FRAMES_MAX + ": " + framesMax);
        }
        if (minimumQuality < 0 || minimumQuality > 100) {
            throw new IllegalArgumentException("minimum-quality must be 0 to 100: " + minimumQuality);
        }
    }

    /** With the default patience. */
    public static CapturePlan of(List<FingerPosition> fingers) {
        return new CapturePlan(
                fingers, DEFAULT_ATTEMPTS_MAX, DEFAULT_FINGER_TIMEOUT, DEFAULT_MINIMUM_QUALITY, 1, false, List.of());
    }
}
