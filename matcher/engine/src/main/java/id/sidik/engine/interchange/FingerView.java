package id.sidik.engine.interchange;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;

/**
 * One impression of a record.
 *
 * @param number which impression of that finger, from 0 to {@link #NUMBER_MAX}
 * @param quality 0 to 100, or {@link #QUALITY_UNKNOWN}
 */
public record FingerView(FingerPosition position, int number, int quality, FingerFeatures features) {
    /** Records have four bits for it. */
    public static final int NUMBER_MAX = 15;

    public static final int QUALITY_MAX = 100;
    public static final int QUALITY_UNKNOWN = -1;

    public FingerView {
        if (number < 0 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("A view has a number from 0 to " + NUMBER_MAX + ", not " + number);
        }
        if (quality < QUALITY_UNKNOWN || quality > QUALITY_MAX) {
            throw new IllegalArgumentException("A quality is 0 to 100, or -1 if unknown, not " + quality);
        }
    }

    /**
     * What one of our own templates says, which is neither finger nor quality.
     *
     * @throws InvalidSampleException {@code TEMPLATE_VERSION_UNSUPPORTED} for a template of another algorithm: SourceAFIS keeps its
     *     own way of writing to itself
     */
    public static FingerView of(FingerPosition position, Template template) {
        if (!template.algorithm().equals(SidikPayload.ALGORITHM.toString())) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                    "A template of " + template.algorithm() + " is not exchanged, one of " + SidikPayload.ALGORITHM
                            + " is. Extract the template again from its image.");
        }
        return new FingerView(position, 0, QUALITY_UNKNOWN, SidikPayload.read(template.payload(TemplateAccess.get())));
    }

    /** One of our own templates of this view, without a ridge field where a standard record brought none. */
    public Template template() {
        return Template.of(SidikPayload.ALGORITHM, SidikPayload.write(features));
    }
}
