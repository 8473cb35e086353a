package id.sidik.benchmarks.accuracy;

/** Two sets of the same fingers on two sensors; a finger has the same name in both. */
record SameFingers(String setA, String setB) {
    /** Reads {@code A=B}. */
    static SameFingers parse(String names) {
        int equals = names.indexOf('=');
        if (equals < 1 || equals == names.length() - 1) {
            throw new IllegalArgumentException("two names of sets as A=B are needed, not " + names);
        }
        return new SameFingers(names.substring(0, equals), names.substring(equals + 1));
    }

    boolean are(String one, String other) {
        return (setA.equals(one) && setB.equals(other)) || (setA.equals(other) && setB.equals(one));
    }
}
