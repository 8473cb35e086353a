package id.sidik.engine.template;

import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import java.util.Arrays;
import java.util.Locale;

/**
 * What an extractor keeps of one impression. A secret, as good as the image it came from: it has no {@code equals}, its {@code
 * toString} says only its size, and its bytes are read with {@link TemplateAccess} alone. Immutable.
 */
public final class Template {
    private final byte[] container;
    private final TemplateLayout.Parts parts;

    private Template(byte[] container) {
        this.container = container;
        this.parts = TemplateLayout.read(container);
    }

    /**
     * The template in {@code container}, which is copied. What returns is whole and of an algorithm that this engine runs, down
     * to the ranges of its minutiae: a comparator need not doubt it.
     *
     * @throws InvalidSampleException {@code TEMPLATE_CORRUPT} or {@code TEMPLATE_VERSION_UNSUPPORTED}
     */
    public static Template parse(byte[] container) {
        Template template = new Template(container.clone());
        Algorithm algorithm = template.parts.algorithm();
        byte[] payload = template.payload(TemplateAccess.get());
        if (algorithm.equals(SidikPayload.ALGORITHM)) {
            SidikPayload.read(payload);
        } else if (algorithm.equals(SourceAfisPayload.ALGORITHM)) {
            SourceAfisPayload.check(payload);
        } else {
            throw unknown(algorithm);
        }
        return template;
    }

    private static InvalidSampleException unknown(Algorithm algorithm) {
        return new InvalidSampleException(
                SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                String.format(
                        Locale.ROOT,
                        "This engine reads templates of %s and %s, not of %s. Extract the template again from its image.",
                        SidikPayload.ALGORITHM,
                        SourceAfisPayload.ALGORITHM,
                        algorithm));
    }

    /**
     * A template that an extractor has just made.
     *
     * @throws IllegalArgumentException if the container would exceed 64 KiB
     */
    public static Template of(Algorithm algorithm, byte[] payload) {
        return new Template(TemplateLayout.write(algorithm, payload));
    }

    /** Who made it, as {@code name/version}. */
    public String algorithm() {
        return parts.algorithm().toString();
    }

    /** Size of the container. */
    public int sizeBytes() {
        return container.length;
    }

    /** A copy of the whole container, as {@link #parse} reads it. */
    public byte[] bytes(TemplateAccess access) {
        return container.clone();
    }

    /** A copy of what the algorithm itself wrote. */
    public byte[] payload(TemplateAccess access) {
        return Arrays.copyOfRange(container, parts.payloadOffset(), parts.payloadOffset() + parts.payloadLength());
    }

    @Override
    public String toString() {
        return "Template[" + container.length + " bytes]";
    }
}
