package id.sidik.engine.index;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a probe looks up: for each of its triplets the cells that its mate may lie in, in order of the cells, so that a search
 * walks through an index in one direction. Some 2,300 look-ups for a usual print. Immutable.
 */
public final class FingerProbe {
    /** A print of {@link PointSet#POINTS_MAX} minutiae has at most as many. */
    private static final int LOOKUPS_MAX = 1 << 16;

    private final int[] key;
    private final byte[] turn;
    private final short[] x;
    private final short[] y;
    private final PointSet points;
    private final NearestMinutiae nearest;

    private FingerProbe(PointSet points, int[] key, byte[] turn, short[] x, short[] y) {
        this.points = points;
        this.nearest = PosePairing.nearestOf(points);
        this.key = key;
        this.turn = turn;
        this.x = x;
        this.y = y;
    }

    /**
     * The look-ups of a print. O(minutiae²).
     *
     * @param payload as {@link id.sidik.engine.template.SidikPayload} writes it
     */
    public static FingerProbe of(byte[] payload) {
        PointSet points = new PointSet();
        points.fill(payload);
        Collector collector = new Collector();
        TripletKey cells = new TripletKey();
        new Triplets(points).ofProbe(triplet -> cells.around(triplet, cell -> collector.add(cell, triplet)));
        return collector.build(points);
    }

    /** Grows, and sorts. */
    private static final class Collector {
        private long[] keyAndNumber = new long[1 << 13];
        private int[] place = new int[1 << 13];
        private int count;

        void add(int cell, Triplets.Triplet triplet) {
            if (count == LOOKUPS_MAX) {
                return;
            }
            if (count == place.length) {
                keyAndNumber = Arrays.copyOf(keyAndNumber, 2 * count);
                place = Arrays.copyOf(place, 2 * count);
            }
            keyAndNumber[count] = Integer.toUnsignedLong(cell) << 16 | count;
            place[count++] = Entry.turnStep(triplet) << 20 | packed(triplet.x) << 10 | packed(triplet.y);
        }

        private static int packed(float px) {
            return Math.clamp(Math.round(px / 2) + 512, 0, 1023);
        }

        FingerProbe build(PointSet points) {
            Arrays.sort(keyAndNumber, 0, count);
            int[] key = new int[count];
            byte[] turn = new byte[count];
            short[] x = new short[count];
            short[] y = new short[count];
            for (int rank = 0; rank < count; rank++) {
                int at = place[(int) keyAndNumber[rank] & LOOKUPS_MAX - 1];
                key[rank] = (int) (keyAndNumber[rank] >>> 16);
                turn[rank] = (byte) (at >>> 20);
                x[rank] = (short) (((at >>> 10 & 1023) - 512) * 2);
                y[rank] = (short) (((at & 1023) - 512) * 2);
            }
            return new FingerProbe(points, key, turn, x, y);
        }
    }

    int lookups() {
        return key.length;
    }

    /** Ascends, as an unsigned number. */
    int key(int lookup) {
        return key[lookup];
    }

    int turn(int lookup) {
        return turn[lookup];
    }

    int xPx(int lookup) {
        return x[lookup];
    }

    int yPx(int lookup) {
        return y[lookup];
    }

    PointSet points() {
        return points;
    }

    NearestMinutiae nearest() {
        return nearest;
    }

    /** Keeps minutiae out of logs. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "FingerProbe[%d look-ups]", key.length);
    }
}
