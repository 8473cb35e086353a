package id.sidik.bridge.session;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.Extractor;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.Template;
import java.util.Optional;

/** Looks at frames with the engine, to guide the person. Whether somebody is who she says is for the gate. Threads may share one. */
public final class FingerExaminer {
    private final Extractor extractor;
    private final TemplateComparator comparator;
    private final Calibration calibration;

    public FingerExaminer(FingerEngine engine) {
        this.extractor = engine.extractor();
        this.comparator = engine.comparator();
        this.calibration = engine.calibration();
    }

    /** Assesses a frame. Costs tens of milliseconds. */
    public Assessment assess(FingerImage image) {
        return switch (extractor.extract(image)) {
            case ExtractionResult.Extracted(var template, var quality) ->
                new Assessment(quality, Optional.of(template));
            case ExtractionResult.TooPoor(var quality) -> new Assessment(quality, Optional.empty());
        };
    }

    /** How often two different fingers are as alike as these impressions, 0 to 1. */
    public double fmrOf(Template one, Template other) {
        return calibration.fmrAt(comparator.comparisonOf(one).scoreOf(comparator.prepare(other)));
    }
}
