package id.sidik.eligibility.report;

import java.util.List;

/**
 * A place where members are served, and what it can do.
 *
 * @param facility its id
 * @param beds 0 where nobody stays overnight
 * @param devices the ids of its scanners, at most {@link #DEVICES_MAX}
 */
public record Site(String facility, double latitudeDeg, double longitudeDeg, int beds, List<String> devices) {
    /** The most scanners of one facility. */
    public static final int DEVICES_MAX = 1_000;

    private static final double EARTH_RADIUS_KM = 6_371;

    public Site {
        if (!(Math.abs(latitudeDeg) <= 90) || !(Math.abs(longitudeDeg) <= 180) || beds < 0) {
            throw new IllegalArgumentException("no such place: " + facility);
        }
        devices = List.copyOf(devices);
        if (devices.size() > DEVICES_MAX) {
            throw new IllegalArgumentException("a facility has at most 1,000 devices: " + devices.size());
        }
    }

    /** Along the great circle, by the haversine formula. */
    double kmTo(Site other) {
        double latitude = Math.toRadians(other.latitudeDeg - latitudeDeg);
        double longitude = Math.toRadians(other.longitudeDeg - longitudeDeg);
        double a = square(Math.sin(latitude / 2))
                + Math.cos(Math.toRadians(latitudeDeg))
                        * Math.cos(Math.toRadians(other.latitudeDeg))
                        * square(Math.sin(longitude / 2));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    private static double square(double value) {
        return value * value;
    }
}
