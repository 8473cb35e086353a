package id.sidik.eligibility.matching;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Minutia;
import id.sidik.biometrics.v1.MinutiaPair;
import id.sidik.biometrics.v1.PrintComparison;
import id.sidik.biometrics.v1.PrintMap;
import java.util.Random;
import java.util.stream.IntStream;

/** Minutiae of a finger that is a word: the same for the same word, and laid down turned and shifted as a probe. */
final class FakePrints {
    private static final int SIDE_PX = 300;
    private static final int COUNT = 32;
    private static final int PAIRED = 24;
    private static final double TURN_DEG = 20;
    private static final double SHIFT_X_PX = 70;
    private static final double SHIFT_Y_PX = -40;

    private FakePrints() {}

    static PrintComparison laidOver(String probe, String reference) {
        boolean alike = probe.equals(reference);
        PrintMap there = map(reference);
        PrintComparison.Builder comparison = PrintComparison.newBuilder()
                .setProbe(alike ? turnedBack(there) : map(probe))
                .setReference(there)
                .setProbeScale(1)
                .setTurnDeg(TURN_DEG)
                .setShiftXPx(SHIFT_X_PX)
                .setShiftYPx(SHIFT_Y_PX)
                .setScore(alike ? 112 : 4)
                .setFmr(alike ? 1e-6 : 0.4)
                .setAlgorithm("fake/1");
        IntStream.range(0, alike ? PAIRED : 2)
                .forEach(i -> comparison.addPairs(
                        MinutiaPair.newBuilder().setProbe(i).setReference(i).setLikelihood(1 - i / 50.0)));
        return comparison.build();
    }

    private static PrintMap map(String finger) {
        Random random = new Random(finger.hashCode());
        PrintMap.Builder map = empty();
        for (int i = 0; i < COUNT; i++) {
            map.addMinutiae(Minutia.newBuilder()
                    .setXPx(random.nextInt(40, SIDE_PX - 40))
                    .setYPx(random.nextInt(40, SIDE_PX - 40))
                    .setDirectionDeg(random.nextInt(360))
                    .setKind(random.nextBoolean() ? Minutia.Kind.ENDING : Minutia.Kind.BIFURCATION));
        }
        return map.addUnpaired(COUNT - 1).build();
    }

    private static PrintMap turnedBack(PrintMap print) {
        double turn = Math.toRadians(TURN_DEG);
        PrintMap.Builder map = empty().addAllUnpaired(print.getUnpairedList());
        for (Minutia minutia : print.getMinutiaeList()) {
            double x = minutia.getXPx() - SHIFT_X_PX;
            double y = minutia.getYPx() - SHIFT_Y_PX;
            map.addMinutiae(minutia.toBuilder()
                    .setXPx((float) (Math.cos(turn) * x + Math.sin(turn) * y))
                    .setYPx((float) (Math.cos(turn) * y - Math.sin(turn) * x))
                    .setDirectionDeg((float) ((minutia.getDirectionDeg() - TURN_DEG + 360) % 360)));
        }
        return map.build();
    }

    private static PrintMap.Builder empty() {
        return PrintMap.newBuilder()
                .setFinger(FingerPosition.RIGHT_INDEX)
                .setWidthPx(SIDE_PX)
                .setHeightPx(SIDE_PX);
    }
}
