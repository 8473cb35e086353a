package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What lies on a virtual sensor, and what the sensor gets wrong. Any thread may change both. */
final class Glass {
    /** What a look saw. */
    enum Look {
        EMPTY,
        POOR,
        FINGER
    }

    private final ScannerProfile profile;
    private final RandomGenerator random;
    private @Nullable FingerImage finger;
    private int emptyLooks;
    private SensorFault fault = SensorFault.NONE;
    private byte @Nullable [] image;

    Glass(ScannerProfile profile, RandomGenerator random) {
        this.profile = profile;
        this.random = random;
    }

    /** Lays a finger on the glass. One that lay there before is lifted first, for at least one look. */
    synchronized void layFinger(FingerImage laid) {
        emptyLooks = Math.max(emptyLooks, finger == null ? 0 : 1);
        finger = laid;
    }

    synchronized void liftFinger() {
        finger = null;
    }

    /** The next {@code looks} looks find nothing, whatever lies there. */
    synchronized void seeNothingFor(int looks) {
        emptyLooks = looks;
    }

    synchronized void fault(SensorFault next) {
        fault = next;
    }

    synchronized SensorFault fault() {
        return fault;
    }

    /** Takes an image of what lies on the glass, if something does. */
    synchronized Look look() {
        if (finger == null || emptyLooks > 0) {
            emptyLooks = Math.max(0, emptyLooks - 1);
            return Look.EMPTY;
        }
        if (fault == SensorFault.POOR_IMPRESSION) {
            return Look.POOR;
        }
        image = fault == SensorFault.NOISE_IMAGE ? SensorImage.noise(profile, random) : SensorImage.of(finger, profile);
        return Look.FINGER;
    }

    /** The image of the last look that saw a finger, as the protocol sends it; null before the first. */
    synchronized byte @Nullable [] image() {
        return image;
    }
}
