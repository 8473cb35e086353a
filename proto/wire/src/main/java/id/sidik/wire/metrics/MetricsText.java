package id.sidik.wire.metrics;

/** Writes figures in Prometheus's text format 0.0.4: one family after the other, each with its samples. */
public final class MetricsText {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4";

    private static final double EXACT_MAX = 0x1p53; // as far as a double counts one by one

    private final StringBuilder text = new StringBuilder(4_096);
    private String family = "";

    /** What kind of figure a family is. */
    public enum Type {
        COUNTER("counter"),
        GAUGE("gauge"),
        HISTOGRAM("histogram");

        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    /** Begins a family; samples follow. */
    public MetricsText family(String name, Type type, String help) {
        family = name;
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type.word).append('\n');
        return this;
    }

    /**
     * A figure of the family that was begun last.
     *
     * @param labels names and values, in turn
     */
    public MetricsText sample(double value, String... labels) {
        return line("", number(value), labels);
    }

    /** As above, of what is counted. */
    public MetricsText sample(long value, String... labels) {
        return line("", Long.toString(value), labels);
    }

    /**
     * A histogram of the family that was begun last.
     *
     * @param labels names and values, in turn
     */
    public MetricsText histogram(Distribution.Counts counts, String... labels) {
        for (int i = 0; i < counts.bounds().size(); i++) {
            bucket(number(counts.bounds().get(i)), counts.atMost().get(i), labels);
        }
        bucket("+Inf", counts.count(), labels);
        line("_sum", number(counts.sum()), labels);
        return line("_count", Long.toString(counts.count()), labels);
    }

    /** All of it. */
    @Override
    public String toString() {
        return text.toString();
    }

    private void bucket(String bound, long count, String... labels) {
        String[] more = new String[labels.length + 2];
        System.arraycopy(labels, 0, more, 0, labels.length);
        more[labels.length] = "le";
        more[labels.length + 1] = bound;
        line("_bucket", Long.toString(count), more);
    }

    private MetricsText line(String suffix, String value, String... labels) {
        text.append(family).append(suffix);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            text.append(escaped(labels[i + 1])).append('"');
        }
        text.append(labels.length > 0 ? "} " : " ").append(value).append('\n');
        return this;
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT_MAX
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
