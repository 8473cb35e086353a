package id.sidik.engine.interchange;

/** A standard for the exchange of minutiae, as far as we read and write it. */
public enum MinutiaeStandard {
    /** ISO/IEC 19794-2:2005, the record format ("finger minutiae record", not the card formats). */
    ISO_2005("ISO/IEC 19794-2:2005", 256),
    /** ISO/IEC 19794-2:2011, the record format. */
    ISO_2011("ISO/IEC 19794-2:2011", 256),
    /** ANSI INCITS 378-2004, what MINEX III takes. */
    ANSI_2004("ANSI INCITS 378-2004", 180),
    /** ANSI INCITS 378-2009; its draft of 2007 and its amendment 1 are read as well. */
    ANSI_2009("ANSI INCITS 378-2009", 180);

    private static final double FULL_TURN = 2 * Math.PI;

    private final String title;
    private final int directionSteps;

    MinutiaeStandard(String title, int directionSteps) {
        this.title = title;
        this.directionSteps = directionSteps;
    }

    /** The standard's number and year. */
    public String title() {
        return title;
    }

    /** How many steps a full turn has: 1.40625° or 2° each. */
    int directionSteps() {
        return directionSteps;
    }

    /** Standards turn counter-clockwise from the x axis, we turn clockwise; both point the same way from the minutia. */
    double directionRad(int step) {
        return -step * FULL_TURN / directionSteps;
    }

    /** The step nearest to a direction of ours. */
    int directionStep(double directionRad) {
        return Math.floorMod(Math.round(-directionRad * directionSteps / FULL_TURN), directionSteps);
    }
}
