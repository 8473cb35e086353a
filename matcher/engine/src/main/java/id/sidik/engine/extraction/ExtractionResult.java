package id.sidik.engine.extraction;

import id.sidik.engine.quality.Quality;
import id.sidik.engine.template.Template;

/** What came of an image. Each case says how good the impression was. */
public sealed interface ExtractionResult {
    Quality quality();

    /** There is enough to compare with, whatever the quality. */
    record Extracted(Template template, Quality quality) implements ExtractionResult {}

    /** There is nothing to compare with: the impression must be taken again. */
    record TooPoor(Quality quality) implements ExtractionResult {}
}
