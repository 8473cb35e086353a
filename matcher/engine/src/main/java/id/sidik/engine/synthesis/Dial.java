package id.sidik.engine.synthesis;

/**
 * One thing that spoils an impression, turned up by a number with a unit. 0 leaves the impression as it is. A dial changes
 * only its own effect: where its lines, gaps or borders fall is drawn apart from everything else, and a larger value has what a
 * smaller one has, and more.
 */
public enum Dial {
    /** How far skin near the border is pulled against the skin in the middle; it stretches by at most a third. */
    DISTORTION(0, "px at 500 dpi", 0, 24),
    /** Ridges grow thin and break where too little sweat joins them with the glass. */
    DRYNESS(1, "share of the ridges' ink lost", 0, 0.6),
    /** Ridges grow thick and run together where sweat fills the valleys. */
    WETNESS(2, "share of the valleys filled", 0, 0.6),
    /** White lines of old or hard-worked skin, 1 to 3 px wide and 50 to 180 px long, at places of the finger's own. */
    CREASES(3, "lines", 0, 40),
    /** Bands without ridges, 6 to 14 px wide, beside which the ridges are offset and drawn in, at places of the finger's own. */
    SCARS(4, "scars", 0, 8),
    /** Ridges and glass come closer in grey, while the sensor's noise stays. */
    LOST_CONTRAST(5, "share of the grey range lost", 0, 0.95),
    /** A part of the contact area beyond a ragged line does not touch: the finger is tilted, or hangs over the edge. */
    LOST_CONTACT(6, "share of the contact area missing", 0, 0.8),
    /** Independent noise of every pixel. */
    NOISE(7, "grey levels, standard deviation", 0, 60),
    /** How much finer the sensor is than its label says: at 40 %, ridges of 9 px are 12.6 px wide. */
    SCALE_ERROR(8, "% of the dpi on the label", -40, 40),
    /** How far the finger is turned, to either side. */
    ROTATION(9, "degrees", 0, 180),
    /** How far the finger lies beside its usual place, in any direction; what hangs over the glass is lost. */
    TRANSLATION(10, "px at 500 dpi", 0, 150);

    /** More than there will ever be dials. */
    static final int STREAMS = 64;

    private final int stream;
    private final String unit;
    private final double lowest;
    private final double highest;

    Dial(int stream, String unit, double lowest, double highest) {
        this.stream = stream;
        this.unit = unit;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Which of the {@value #STREAMS} streams of draws is its own: never changed, so that old seeds give old pictures. */
    int stream() {
        return stream;
    }

    /** What the number counts. */
    public String unit() {
        return unit;
    }

    /** 0, but for a dial that turns both ways. */
    public double lowest() {
        return lowest;
    }

    public double highest() {
        return highest;
    }
}
