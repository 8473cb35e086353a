package id.sidik.eligibility.report;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When a report speaks up, {@code eligibility.reports.*}. The defaults suit a province with a counter in each facility; whoever changes
 * one finds it printed with each report.
 *
 * @param zone of the counters: days begin there
 * @param values by name, whole numbers
 */
public record Thresholds(ZoneId zone, Map<Threshold, Integer> values) {
    public Thresholds {
        for (Threshold threshold : Threshold.values()) {
            Integer value = values.get(threshold);
            if (value == null || value < threshold.min() || value > threshold.max()) {
                throw new IllegalArgumentException("eligibility.reports." + threshold.settingName() + " must be "
                        + threshold.min() + " to " + threshold.max() + ", not " + value);
            }
        }
        values = Map.copyOf(values);
    }

    /** Those that come with this version. */
    public static Thresholds standard(ZoneId zone) {
        return new Thresholds(
                zone, List.of(Threshold.values()).stream().collect(Collectors.toMap(t -> t, Threshold::standard)));
    }

    int of(Threshold threshold) {
        return values.getOrDefault(threshold, threshold.standard());
    }

    /** Thousandths as a factor or a share. */
    double share(Threshold threshold) {
        return of(threshold) / 1_000.0;
    }

    /** For printing beside what was found under them. */
    Map<String, String> shown(Threshold... chosen) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Threshold threshold : chosen) {
            shown.put(threshold.settingName(), Integer.toString(of(threshold)));
        }
        return shown;
    }
}
