package id.sidik.engine.synthesis;

/** Where the finger lies on the glass: which place of the fingertip each pixel of the sensor sees. */
final class Placement {
    private final double centreX;
    private final double centreY;
    private final double originRight;
    private final double originDown;
    private final double cos;
    private final double sin;

    /** @param centreX the place of the fingertip that lies in the middle of the glass if nothing is shifted */
    Placement(ImpressionConditions conditions, SensorWindow sensor, double centreX, double centreY) {
        double masterPxPerSensorPx = MasterPrint.DPI / sensor.dpi();
        double turnRad = StrictMath.toRadians(conditions.rotationDeg());
        this.centreX = centreX;
        this.centreY = centreY;
        this.originRight = sensor.widthPx() / 2.0 + conditions.shiftXPx() / masterPxPerSensorPx;
        this.originDown = sensor.heightPx() / 2.0 + conditions.shiftYPx() / masterPxPerSensorPx;
        this.cos = StrictMath.cos(turnRad) * masterPxPerSensorPx;
        this.sin = StrictMath.sin(turnRad) * masterPxPerSensorPx;
    }

    double masterX(int x, int y) {
        return centreX + cos * (x - originRight) + sin * (y - originDown);
    }

    double masterY(int x, int y) {
        return centreY - sin * (x - originRight) + cos * (y - originDown);
    }
}
