package id.sidik.engine.comparison;

import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.template.Template;

/** Compares templates of one algorithm. Safe for use by many threads. */
public interface TemplateComparator {
    /** Who compares, as {@code name/version}: the calibration of its scores belongs to it. */
    String algorithm();

    /**
     * Decodes a reference, once, for all comparisons with it.
     *
     * @throws InvalidSampleException if the template is of another algorithm
     */
    PreparedReference prepare(Template reference);

    /**
     * Decodes and indexes a probe, once, for all references.
     *
     * @throws InvalidSampleException if the template is of another algorithm
     */
    Comparison comparisonOf(Template probe);
}
