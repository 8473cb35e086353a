package id.sidik.engine.synthesis;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A value for every {@link Dial}. Immutable. */
public final class Dials {
    private static final Dials NONE = new Dials(new EnumMap<>(Dial.class));

    private final Map<Dial, Double> values;

    private Dials(Map<Dial, Double> values) {
        this.values = values;
    }

    /** All at 0: an impression of an ordinary day. */
    public static Dials none() {
        return NONE;
    }

    /**
     * The same, but for one dial.
     *
     * @throws IllegalArgumentException if the value is beyond the dial's ends
     */
    public Dials with(Dial dial, double value) {
        if (!(value >= dial.lowest() && value <= dial.highest())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s goes from %s to %s %s, not to %s",
                    dial,
                    dial.lowest(),
                    dial.highest(),
                    dial.unit(),
                    value));
        }
        Map<Dial, Double> changed = new EnumMap<>(values);
        changed.put(dial, value);
        return new Dials(changed);
    }

    public double at(Dial dial) {
        return values.getOrDefault(dial, 0.0);
    }
}
