package id.sidik.benchmarks.sets;

import java.util.List;

/** Which fingers of different sets are, or may be, one finger: nobody else can tell false matches from true ones. */
public record SameFingers(List<Entry> entries) {
    /** Two sets of the same fingers under the same names, or one finger of each; then the names are not empty. */
    public record Entry(String setA, String fingerA, String setB, String fingerB) {
        public boolean wholeSets() {
            return fingerA.isEmpty() && fingerB.isEmpty();
        }

        private boolean covers(String set, String finger, String otherSet, String otherFinger) {
            return setA.equals(set)
                    && setB.equals(otherSet)
                    && (wholeSets() || (fingerA.equals(finger) && fingerB.equals(otherFinger)));
        }
    }

    /**
     * Reads {@code setA=setB} and {@code setA/finger=setB/finger}.
     *
     * @throws IllegalArgumentException if an entry is of neither form
     */
    public static SameFingers parse(List<String> entries) {
        return new SameFingers(entries.stream().map(SameFingers::entry).toList());
    }

    private static Entry entry(String text) {
        String[] sides = text.split("=", -1);
        if (sides.length == 2 && !sides[0].isEmpty() && !sides[1].isEmpty()) {
            String[] a = sides[0].split("/", 2);
            String[] b = sides[1].split("/", 2);
            if (a.length == b.length) {
                return new Entry(a[0], a.length == 2 ? a[1] : "", b[0], b.length == 2 ? b[1] : "");
            }
        }
        throw new IllegalArgumentException("two sets as A=B or two fingers as A/1=B/2 are needed, not " + text);
    }

    /** Whether a print of one set may be of the finger of a print of another. */
    public boolean mayBe(DataSet set, PrintFile print, DataSet otherSet, PrintFile otherPrint) {
        return mayBe(set.name(), print.finger(), otherSet.name(), otherPrint.finger());
    }

    /** Likewise, by the names of sets and fingers. */
    public boolean mayBe(String set, String finger, String otherSet, String otherFinger) {
        return entries.stream()
                .anyMatch(entry -> entry.covers(set, finger, otherSet, otherFinger)
                        || entry.covers(otherSet, otherFinger, set, finger));
    }
}
