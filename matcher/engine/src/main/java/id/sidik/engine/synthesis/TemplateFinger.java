package id.sidik.engine.synthesis;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.template.FingerPosition;

/**
 * A finger that nobody has, made without a picture: minutiae and ridge field as our extractor would read them, for galleries of
 * millions. Its flow is that of {@link SyntheticFinger}'s fingers; its minutiae are a point process, fitted to the statistics of real
 * prints ({@code ./sidik bench realism} says how well) and to no print. The same seed, subject and finger always give the same finger,
 * and a number always the same impression of it. Immutable, so any number of threads may share one.
 */
public final class TemplateFinger {
    /** Keep the draws of subjects, fingers and impressions apart, and apart from those of {@link SyntheticFinger}. */
    private static final long SUBJECT_STREAM = 1L << 56;

    private static final long FINGER_STREAM = 2L << 56;
    private static final long IMPRESSION_STREAM = 3L << 56;
    private static final int IMPRESSIONS_MAX = 1 << 16;

    /** How much of the spread from finger to finger is one from person to person: hands have small or large fingers. */
    private static final double SHARE_OF_SUBJECT = 0.7;

    /** Where the middle of a touch lies beside that of a fingertip, by habit: pads are rolled and pitched. */
    private static final double HABIT_RIGHT_PX = 9;

    private static final double HABIT_DOWN_PX = 14;

    /** The usual middle of a touch, on the fingertip: a little below that of pictures. */
    private static final double CENTRE_Y = ContactArea.CENTRE_Y + 14;

    /** Beyond a usual touch, for those that lie elsewhere. */
    private static final double MARGIN = 1.12;

    private final long seed;
    private final SensorKind sensor;
    private final PatternClass pattern;
    private final SkinFlow flow;
    private final MinutiaeOfSkin minutiae;
    private final Traits traits;

    /**
     * What all touches of a finger have in common.
     *
     * @param size half axes of a touch, as a multiple of the usual on this sensor
     * @param density of minutiae, in 1000 px² of print
     * @param quality usual quality of a minutia
     * @param centreX usual middle of a touch, on the fingertip
     */
    record Traits(double size, double periodPx, double density, double quality, double centreX, double centreY) {
        static Traits draw(Draws ofSubject, Draws ofFinger, SensorKind sensor) {
            SensorKind.Seen seen = sensor.seen();
            return new Traits(
                    StrictMath.exp(both(ofSubject, ofFinger, sensor.contact().sizeSdOfFinger())),
                    Math.clamp(
                            sensor.ridges().periodPx()
                                    + both(ofSubject, ofFinger, sensor.ridges().periodSdOfFingerPx()),
                            6,
                            13),
                    seen.density() * StrictMath.exp(both(ofSubject, ofFinger, seen.densitySdOfFinger())),
                    seen.quality() + both(ofSubject, ofFinger, seen.qualitySdOfFinger()),
                    ContactArea.CENTRE_X + ofFinger.bell(HABIT_RIGHT_PX),
                    CENTRE_Y + ofFinger.bell(HABIT_DOWN_PX));
        }

        private static double both(Draws ofSubject, Draws ofFinger, double standardDeviation) {
            return ofSubject.bell(standardDeviation * Math.sqrt(SHARE_OF_SUBJECT))
                    + ofFinger.bell(standardDeviation * Math.sqrt(1 - SHARE_OF_SUBJECT));
        }
    }

    private TemplateFinger(long seed, SensorKind sensor, PatternClass pattern, Draws draws, Traits traits) {
        this.seed = seed;
        this.sensor = sensor;
        this.pattern = pattern;
        this.traits = traits;
        this.flow = SkinFlow.draw(draws, pattern);
        double halfWidthPx = MARGIN * traits.size() * sensor.contact().halfWidthPx();
        double halfHeightPx = MARGIN * traits.size() * sensor.contact().halfHeightPx();
        this.minutiae = MinutiaeOfSkin.draw(
                draws,
                flow,
                (int) Math.round(traits.density() * 4 * halfWidthPx * halfHeightPx / 1000),
                (float) traits.centreX(),
                (float) traits.centreY(),
                (float) (halfWidthPx / sensor.scale()),
                (float) (halfHeightPx / sensor.scale()));
    }

    /** A finger of a subject, seen on that subject's sensor: one of {@link SensorKind}, each as often. Some 20 µs. */
    public static TemplateFinger of(long seed, long subject, FingerPosition finger) {
        return of(seed, subject, finger, SensorKind.draw(Draws.of(seed, SUBJECT_STREAM + subject)));
    }

    /** Likewise, on a sensor of choice. */
    public static TemplateFinger of(long seed, long subject, FingerPosition finger, SensorKind sensor) {
        Draws ofSubject = Draws.of(seed ^ SUBJECT_STREAM, subject);
        long fingerSeed = seed * 31 + subject * FingerPosition.values().length + finger.isoNumber();
        Draws ofFinger = Draws.of(fingerSeed, FINGER_STREAM);
        Traits traits = Traits.draw(ofSubject, ofFinger, sensor);
        return new TemplateFinger(fingerSeed, sensor, PatternClass.draw(ofFinger), ofFinger, traits);
    }

    public PatternClass pattern() {
        return pattern;
    }

    public SensorKind sensor() {
        return sensor;
    }

    /**
     * What our extractor would read of one touch. Some 20 µs.
     *
     * @param number which touch, 0 to 65,535
     */
    public FingerFeatures impression(int number) {
        if (number < 0 || number >= IMPRESSIONS_MAX) {
            throw new IllegalArgumentException("impression number must be 0 to 65535: " + number);
        }
        Draws draws = Draws.of(seed, IMPRESSION_STREAM + number);
        return new TemplateTouch(draws, sensor, traits, flow, minutiae).features();
    }
}
