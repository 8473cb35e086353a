package id.sidik.engine.synthesis;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import java.util.List;
import java.util.Locale;

/**
 * Subjects who are nobody, numbered from 0: the same for the same seed, and the first thousand of a million are the same as of two
 * million.
 *
 * @param subjects 1 to {@link #SUBJECTS_MAX}
 * @param fingers of each subject, 1 to {@link #FINGERS_MAX}: right index, left index, thumbs, middle, ring and little fingers
 */
public record SyntheticGallery(long seed, int subjects, int fingers) {
    public static final int SUBJECTS_MAX = 1_000_000_000;
    public static final int FINGERS_MAX = 10;

    private static final List<FingerPosition> IN_ORDER = List.of(
            FingerPosition.RIGHT_INDEX,
            FingerPosition.LEFT_INDEX,
            FingerPosition.RIGHT_THUMB,
            FingerPosition.LEFT_THUMB,
            FingerPosition.RIGHT_MIDDLE,
            FingerPosition.LEFT_MIDDLE,
            FingerPosition.RIGHT_RING,
            FingerPosition.LEFT_RING,
            FingerPosition.RIGHT_LITTLE,
            FingerPosition.LEFT_LITTLE);

    public SyntheticGallery {
        requireWithin("subjects", subjects, SUBJECTS_MAX);
        requireWithin("fingers", fingers, FINGERS_MAX);
    }

    /** The fingers that every subject has. */
    public List<FingerPosition> positions() {
        return IN_ORDER.subList(0, fingers);
    }

    /** The finger of a subject. */
    public TemplateFinger finger(int subject, FingerPosition position) {
        return TemplateFinger.of(seed, subject, position);
    }

    /** What is enrolled of a subject: the first touch of each finger. */
    public List<FingerTemplate> references(int subject) {
        return touches(subject, 0);
    }

    /** Another touch of each finger; number 0 is the enrolled one. */
    public List<FingerTemplate> touches(int subject, int number) {
        return positions().stream()
                .map(position -> new FingerTemplate(
                        position, template(finger(subject, position).impression(number))))
                .toList();
    }

    private static Template template(FingerFeatures features) {
        return Template.of(SidikPayload.ALGORITHM, SidikPayload.write(features));
    }

    private static void requireWithin(String what, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A synthetic gallery has 1 to %d %s, not %d", max, what, value));
        }
    }
}
