package id.sidik.eligibility.report;

/** Counts whole numbers from 0 to a largest one, and says what share of them lies where. What is larger counts as the largest. */
final class Histogram {
    private final int[] counts;
    private long total;

    Histogram(int largest) {
        counts = new int[largest + 1];
    }

    void add(int value) {
        counts[Math.clamp(value, 0, counts.length - 1)]++;
        total++;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** The least value that so many thousandths of all do not exceed; 0 of nothing. */
    int quantile(int permille) {
        long needed = Math.max(1, (total * permille + 999) / 1_000);
        long seen = 0;
        for (int value = 0; value < counts.length; value++) {
            seen += counts[value];
            if (seen >= needed) {
                return value;
            }
        }
        return 0;
    }
}
