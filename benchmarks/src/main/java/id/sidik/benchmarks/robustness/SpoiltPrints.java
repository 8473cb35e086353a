package id.sidik.benchmarks.robustness;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.Dial;
import id.sidik.engine.synthesis.Dials;
import id.sidik.engine.synthesis.SensorWindow;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.util.List;

/**
 * Synthetic fingers, one enrolled impression of an ordinary day of each, and probes of other days that a dial spoils. References
 * are never spoilt: people are enrolled once, with care, and come back with whatever the day did to their skin.
 */
final class SpoiltPrints {
    private static final int REFERENCE_NUMBER = 0;

    private final List<SyntheticFinger> fingers;
    private final int probesPerFinger;
    private final Workers workers;

    /** Grows the fingers: a few tenths of a second of one core and 570 kB each. */
    SpoiltPrints(long firstSeed, int fingerCount, int probesPerFinger, Workers workers) {
        this.fingers = workers.all(fingerCount, finger -> SyntheticFinger.of(firstSeed + finger));
        this.probesPerFinger = probesPerFinger;
        this.workers = workers;
    }

    /** One a finger, in the order of fingers. */
    List<FingerImage> references() {
        return workers.all(fingers.size(), finger -> fingers.get(finger).impression(REFERENCE_NUMBER));
    }

    /** All probes of the first finger, then those of the next. */
    List<FingerImage> probes(Dial dial, double value) {
        Dials dials = Dials.none().with(dial, value);
        return workers.all(
                fingers.size() * probesPerFinger,
                probe -> fingers.get(fingerOf(probe))
                        .impression(REFERENCE_NUMBER + 1 + probe % probesPerFinger, dials, SensorWindow.DEFAULT));
    }

    int fingerOf(int probe) {
        return probe / probesPerFinger;
    }
}
