package id.sidik.matcher.sample;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import java.util.function.Supplier;

/**
 * One impression as a caller sent it: nothing of it is decoded, let alone believed, yet. The suppliers cost processor time and
 * throw {@link id.sidik.engine.image.InvalidSampleException}.
 */
public sealed interface Sample {
    FingerPosition finger();

    record OfImage(FingerPosition finger, Supplier<FingerImage> decoding) implements Sample {}

    record OfTemplate(FingerPosition finger, Supplier<Template> parsing) implements Sample {}

    /** Minutiae that somebody else wrote down. An unknown finger is the one that the record names, if it does. */
    record OfMinutiae(FingerPosition finger, Supplier<FingerView> reading) implements Sample {}
}
