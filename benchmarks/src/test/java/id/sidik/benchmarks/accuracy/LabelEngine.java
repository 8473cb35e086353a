package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.engine.image.FingerImage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Never errs about files that hold a label instead of a picture: alike labels score 10, others 1; nothing is in an empty file. */
final class LabelEngine implements MeasuredEngine<String> {
    static final double ALIKE = 10;
    static final double OTHERS = 1;

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public Optional<String> extract(byte[] content, double dpi) {
        return Optional.of(new String(content, StandardCharsets.UTF_8)).filter(label -> !label.isEmpty());
    }

    @Override
    public Optional<String> extract(FingerImage image) {
        throw new UnsupportedOperationException("there are no labels in pictures");
    }

    @Override
    public ToDoubleFunction<String> comparisonOf(String probe) {
        return reference -> probe.equals(reference) ? ALIKE : OTHERS;
    }
}
