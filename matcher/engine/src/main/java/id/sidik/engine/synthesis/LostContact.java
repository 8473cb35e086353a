package id.sidik.engine.synthesis;

/** The part of the contact area that does not touch: what lies beyond a ragged line across the contact ellipse. */
final class LostContact {
    private static final double RAGGED_KNOT_PX = 18;
    private static final double RAGGED = 0.05;
    private static final int HALVINGS = 40;

    private final boolean whole;
    private final double cos;
    private final double sin;
    private final double offset;
    private final SmoothField raggedness;

    /**
     * @param share of the contact area that is missing, 0 to less than 1
     * @param extent of the contact area, as in {@link ContactArea}
     */
    LostContact(Draws draws, double share, double extent) {
        double direction = draws.between(0, 2 * StrictMath.PI);
        whole = share == 0;
        cos = StrictMath.cos(direction);
        sin = StrictMath.sin(direction);
        offset = extent * chordBeyondWhich(share);
        raggedness = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, RAGGED_KNOT_PX, RAGGED);
    }

    /** As {@link ContactArea#fadeAt}. */
    double fadeAt(double x, double y) {
        if (whole) {
            return 0;
        }
        double beyond = ContactArea.across(x) * cos + ContactArea.down(y) * sin + raggedness.at(x, y) - offset;
        return ContactArea.fade(beyond);
    }

    /** The distance from the centre of the unit circle of the chord that cuts off a share of its area. */
    private static double chordBeyondWhich(double share) {
        double low = -1;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double segment = StrictMath.acos(middle) - middle * Math.sqrt(1 - middle * middle);
            if (segment / StrictMath.PI > share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
