package id.sidik.benchmarks.engine;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.Extractor;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.template.Template;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Our engine, as the matcher uses it: our decoder, extractor, template and comparator. */
public final class SidikEngine implements MeasuredEngine<SidikEngine.Extract> {
    private final Extractor extractor = FingerEngine.SIDIK.extractor();
    private final TemplateComparator comparator = FingerEngine.SIDIK.comparator();

    /** A template as probe and as reference. */
    public record Extract(Template template, PreparedReference reference) {}

    @Override
    public String name() {
        return "sidik";
    }

    @Override
    public Optional<Extract> extract(byte[] content, double dpi) {
        try {
            return extract(ImageDecoder.decode(content, dpi));
        } catch (InvalidSampleException refused) {
            return Optional.empty(); // an image that the service would refuse is one that it can not match
        }
    }

    @Override
    public Optional<Extract> extract(FingerImage image) {
        try {
            return switch (extractor.extract(image)) {
                case ExtractionResult.Extracted(Template template, var _) ->
                    Optional.of(new Extract(template, comparator.prepare(template)));
                case ExtractionResult.TooPoor _ -> Optional.empty();
            };
        } catch (InvalidSampleException refused) {
            return Optional.empty();
        }
    }

    /** Our quality of an image, 0 to 100; 0 for one that the service would refuse unseen. */
    public static int quality(FingerImage image) {
        try {
            return FingerEngine.SIDIK.extractor().extract(image).quality().score();
        } catch (InvalidSampleException refused) {
            return 0;
        }
    }

    /** The same, from the content of an image file. */
    public static int quality(byte[] content, double dpi) {
        try {
            return quality(ImageDecoder.decode(content, dpi));
        } catch (InvalidSampleException refused) {
            return 0;
        }
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.of(FingerEngine.SIDIK.calibration());
    }

    @Override
    public ToDoubleFunction<Extract> comparisonOf(Extract probe) {
        Comparison comparison = comparator.comparisonOf(probe.template());
        return reference -> comparison.against(reference.reference()).value();
    }
}
