package id.sidik.matcher.prints;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fingers that nobody has, each grown once for all tests of a run. */
public final class SyntheticPrints {
    private static final Map<Long, SyntheticFinger> FINGERS = new ConcurrentHashMap<>();
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

    private SyntheticPrints() {}

    public static FingerImage image(long seed, int impression) {
        return FINGERS.computeIfAbsent(seed, SyntheticFinger::of).impression(impression);
    }

    public static Template template(long seed, int impression) {
        return TEMPLATES.computeIfAbsent(seed + "_" + impression, _ -> extract(image(seed, impression)));
    }

    private static Template extract(FingerImage image) {
        return switch (FingerEngine.SIDIK.extractor().extract(image)) {
            case ExtractionResult.Extracted(var template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) ->
                throw new IllegalStateException("a synthetic impression is too poor: " + quality);
        };
    }
}
