package id.sidik.engine.synthesis;

/**
 * Eight ways in which sensors see fingers: the size of the glass, how much of the finger lies on it and where, how large ridges are
 * and how well they are seen. Periods, density, quality and their spreads are those of one of the development sets as our extractor reads
 * it ({@code ./sidik bench realism --statistics}), the spread of density less what the area explains; contacts are fitted to the
 * outlines of its prints. Means and spreads only: no print can be had back from them.
 */
@SuppressWarnings("ImmutableEnumChecker") // its parts are records of numbers
public enum SensorKind {
    FVC2000_DB1(
            new Glass(300, 300),
            new Contact(163, 175, 0.04, 0.04, 2, 7, 9, 10),
            new Ridges(9.34, 0.49, 0.30),
            new Seen(0.508, 0.26, 0.136, 29.9, 3.3, 2.3, 0.447)),
    FVC2000_DB2(
            new Glass(256, 364),
            new Contact(150, 200, 0.04, 0.04, -3, 7, -6, 11),
            new Ridges(9.05, 0.52, 0.25),
            new Seen(0.462, 0.26, 0.185, 33.6, 5.6, 3.4, 0.498)),
    FVC2000_DB3(
            new Glass(448, 478),
            new Contact(185, 232, 0.17, 0.06, -3, 26, 17, 30),
            new Ridges(10.63, 0.85, 0.45),
            new Seen(0.353, 0.34, 0.152, 30.1, 5.0, 2.0, 0.415)),
    FVC2002_DB1(
            new Glass(388, 374),
            new Contact(134, 173, 0.06, 0.08, -2, 22, 4, 25),
            new Ridges(8.88, 0.50, 0.30),
            new Seen(0.495, 0.19, 0.150, 32.8, 2.3, 4.0, 0.441)),
    FVC2002_DB2(
            new Glass(260, 492),
            new Contact(130, 198, 0.06, 0.07, -5, 13, 13, 52),
            new Ridges(8.90, 0.42, 0.22),
            new Seen(0.544, 0.20, 0.114, 33.2, 3.4, 3.9, 0.443)),
    FVC2002_DB3(
            new Glass(300, 300),
            new Contact(124, 143, 0.10, 0.09, -4, 11, 0, 12),
            new Ridges(8.81, 0.62, 0.40),
            new Seen(0.502, 0.23, 0.240, 28.8, 3.1, 4.2, 0.408)),
    FVC2002_DB4(
            new Glass(288, 384),
            new Contact(104, 165, 0.08, 0.04, 10, 28, -9, 32),
            new Ridges(7.55, 0.61, 0.17),
            new Seen(0.484, 0.12, 0.136, 26.3, 4.3, 3.3, 0.413)),
    FVC2004_DB3(
            new Glass(293, 469),
            new Contact(130, 224, 0.08, 0.07, 2, 12, -8, 13),
            new Ridges(8.66, 0.73, 0.80),
            new Seen(0.640, 0.21, 0.115, 31.2, 3.3, 2.4, 0.553));

    /**
     * Ridges of real fingers turn more slowly from place to place than those of our pictures. Fitted so that strangers, one real and
     * one synthetic, score as real ones do ({@code ./sidik bench realism}).
     */
    private static final double ANATOMY_SCALE = 1.4;

    private final Glass glass;
    private final Contact contact;
    private final Ridges ridges;
    private final Seen seen;

    /** Sides at 500 dpi. */
    record Glass(int widthPx, int heightPx) {}

    /**
     * Half axes of the area in touch, their logarithmic spread from finger to finger and from touch to touch, and where its middle
     * lies beside that of the glass.
     */
    record Contact(
            double halfWidthPx,
            double halfHeightPx,
            double sizeSdOfFinger,
            double sizeSdOfTouch,
            double rightPx,
            double rightSdPx,
            double downPx,
            double downSdPx) {}

    /** The period and its spread from finger to finger and from touch to touch. */
    record Ridges(double periodPx, double periodSdOfFingerPx, double periodSdOfTouchPx) {}

    /**
     * Minutiae in 1000 px² of print, the logarithmic spread of that from finger to finger and from touch to touch; their mean quality
     * of 63 with both spreads; the share of bifurcations.
     */
    record Seen(
            double density,
            double densitySdOfFinger,
            double densitySdOfTouch,
            double quality,
            double qualitySdOfFinger,
            double qualitySdOfTouch,
            double bifurcations) {}

    SensorKind(Glass glass, Contact contact, Ridges ridges, Seen seen) {
        this.glass = glass;
        this.contact = contact;
        this.ridges = ridges;
        this.seen = seen;
    }

    static SensorKind draw(Draws draws) {
        return values()[draws.below(values().length)];
    }

    Glass glass() {
        return glass;
    }

    Contact contact() {
        return contact;
    }

    Ridges ridges() {
        return ridges;
    }

    Seen seen() {
        return seen;
    }

    /** By how much a finger is larger on this glass than {@link MasterPrint} is. */
    double scale() {
        return ANATOMY_SCALE * ridges.periodPx() / MasterPrint.PERIOD_PX;
    }
}
