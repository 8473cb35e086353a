package id.sidik.engine.interchange;

import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import java.util.List;
import java.util.Locale;

/**
 * The minutiae of one person's fingers, as a standard record holds them.
 *
 * <p>What a record can not say is lost when we write one: fractions of a pixel; directions finer than a step; the ridge field and
 * the ridge period; qualities finer than a percent; in ANSI 378-2004 and ISO 19794-2:2005 also the size of each view, of which
 * the largest is written, and whether a quality is known. What we do not use is lost when we read one: ridge counts, cores,
 * deltas, zones and everything of a vendor's; how, when and with which device the impression was taken; certificates.
 *
 * @param views 1 to {@link #VIEWS_MAX}
 */
public record MinutiaeRecord(MinutiaeStandard standard, List<FingerView> views) {
    /** Sixteen impressions of each of ten fingers and of one unknown. */
    public static final int VIEWS_MAX = 176;

    /** So many views of 255 minutiae each, and as much again for what we pass over. */
    public static final int RECORD_BYTES_MAX = 512 * 1024;

    public MinutiaeRecord {
        views = List.copyOf(views);
        if (views.isEmpty() || views.size() > VIEWS_MAX) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A record has 1 to %d views, not %d", VIEWS_MAX, views.size()));
        }
    }

    /** Whether {@code content} begins as all these records do. It may yet be refused. */
    public static boolean startsLike(byte[] content) {
        return MinutiaeRecordReader.startsLikeRecord(content);
    }

    /**
     * Reads a record of any of the standards, in O(bytes). Positions are brought to 500 dpi, minutiae sorted by quality.
     *
     * @throws InvalidSampleException {@code TEMPLATE_CORRUPT}, with the offset of the field at fault, or {@code
     *     TEMPLATE_VERSION_UNSUPPORTED}
     */
    public static MinutiaeRecord parse(byte[] content) {
        return MinutiaeRecordReader.read(content);
    }

    /**
     * The only view.
     *
     * @throws InvalidSampleException {@code TEMPLATE_NOT_ONE_FINGER} if there are several: which one is meant is not for us to guess
     */
    public FingerView onlyView() {
        if (views.size() != 1) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_NOT_ONE_FINGER,
                    "The minutiae record holds " + views.size() + " views. Send each as a record of its own.");
        }
        return views.getFirst();
    }

    /**
     * The record's bytes, at 500 dpi (197 pixels per centimetre). Views are ordered by finger and numbered afresh.
     *
     * @throws IllegalArgumentException if a view has no minutiae, or a finger more than 16 views
     */
    public byte[] encode() {
        return MinutiaeRecordWriter.write(this);
    }
}
