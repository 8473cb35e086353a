package id.sidik.engine.features;

import java.util.Optional;

/**
 * What happens to a ridge at a minutia. Pressure and ink turn one into the other, so a comparator may weigh the type but never
 * rely on it. The codes are those of ISO/IEC 19794-2:2005, 8.5.2.
 */
public enum MinutiaType {
    /** A foreign template did not say. */
    OTHER(0),
    ENDING(1),
    BIFURCATION(2);

    private final int code;

    MinutiaType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<MinutiaType> of(int code) {
        return switch (code) {
            case 0 -> Optional.of(OTHER);
            case 1 -> Optional.of(ENDING);
            case 2 -> Optional.of(BIFURCATION);
            default -> Optional.empty();
        };
    }
}
