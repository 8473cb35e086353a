package id.sidik.benchmarks.calibration;

/**
 * Fingers that are in two sets, as {@code set/finger=set/finger}, or {@code set=set} when all fingers of the one are those of the
 * other, under the same names.
 */
record SameFinger(String one, String other) {
    static SameFinger parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new IllegalArgumentException("set/finger=set/finger or set=set is needed, not " + text);
        }
        return new SameFinger(text.substring(0, equals), text.substring(equals + 1));
    }

    boolean is(String firstSet, String firstFinger, String secondSet, String secondFinger) {
        return names(one, other, firstSet, firstFinger, secondSet, secondFinger)
                || names(other, one, firstSet, firstFinger, secondSet, secondFinger);
    }

    private static boolean names(
            String one, String other, String firstSet, String firstFinger, String secondSet, String secondFinger) {
        boolean isOneFinger = one.equals(firstSet + "/" + firstFinger) && other.equals(secondSet + "/" + secondFinger);
        boolean isOneSet = one.equals(firstSet) && other.equals(secondSet) && firstFinger.equals(secondFinger);
        return isOneFinger || isOneSet;
    }
}
