package id.sidik.benchmarks.engine;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.image.FingerImage;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * An engine whose errors are counted. Safe for use by many threads.
 *
 * @param <T> what it extracts from an impression
 */
public interface MeasuredEngine<T> {
    /** Ours first, then the baseline to beat. */
    static List<MeasuredEngine<?>> sideBySide() {
        return List.of(new SidikEngine(), new BareSourceAfis());
    }

    /** How the report calls it. */
    String name();

    /** From the content of an image file to what is compared; empty if nothing could be extracted. */
    Optional<T> extract(byte[] content, double dpi);

    /** The same, from an image that is already in memory. */
    Optional<T> extract(FingerImage image);

    /** What its scores mean, if that is to be used when several are fused. */
    default Optional<Calibration> calibration() {
        return Optional.empty();
    }

    /** Prepares a probe, once, for comparison with all references. A higher score is more alike. */
    ToDoubleFunction<T> comparisonOf(T probe);
}
