package id.sidik.engine.index;

import java.util.Arrays;

/**
 * How many votes of each promising reference agree on one way to lay the probe over it. Each vote asks for a turn and a shift; two
 * agree when these differ by little. The score of a reference is the largest sum of the weights of votes that agree with one of
 * them, and its pose is their mean. Scratch memory of one thread.
 */
final class PoseAgreement {
    /** Distortion, and the coarseness of entries: 17° and 40 px. */
    private static final int AGREED_TURN = 3;

    private static final int AGREED_SHIFT_PX = 40;

    /** A mate has some tens of votes; more than these say nothing new, and the cost grows with their square. */
    private static final int VOTES_MAX = 48;

    /** Scores of references with more triplets are discounted by the root of their number: they have more chances. */
    private static final float USUAL_ENTRIES = 240;

    private static final int ENTRIES_MIN = 60;

    private static final float[] COS = new float[Entry.TURN_STEPS];
    private static final float[] SIN = new float[Entry.TURN_STEPS];

    static {
        for (int turn = 0; turn < Entry.TURN_STEPS; turn++) {
            COS[turn] = (float) Math.cos(2 * Math.PI * turn / Entry.TURN_STEPS);
            SIN[turn] = (float) Math.sin(2 * Math.PI * turn / Entry.TURN_STEPS);
        }
    }

    private final int[] votes = new int[PromisingReferences.ROOM];
    private final byte[] turn = new byte[PromisingReferences.ROOM * VOTES_MAX];
    private final short[] shiftX = new short[PromisingReferences.ROOM * VOTES_MAX];
    private final short[] shiftY = new short[PromisingReferences.ROOM * VOTES_MAX];
    private final float[] weight = new float[PromisingReferences.ROOM * VOTES_MAX];

    private final Pose pose = new Pose();

    /** O(votes + promising references × votes of one²). */
    void find(
            FingerProbe probe, FingerBlock block, VoteCounter counted, PromisingReferences promising, Prospects found) {
        gather(probe, counted, promising);
        found.clear();
        for (int slot = 0; slot < promising.count(); slot++) {
            if (votes[slot] > 0) {
                int reference = promising.reference(slot);
                int entries = Math.max(ENTRIES_MIN, block.entriesOf(reference));
                found.add(reference, agreed(slot) * (float) Math.sqrt(USUAL_ENTRIES / entries), pose);
            }
        }
    }

    private void gather(FingerProbe probe, VoteCounter counted, PromisingReferences promising) {
        Arrays.fill(votes, 0, promising.count(), 0);
        int number = 0;
        for (int lookup = 0; lookup < probe.lookups(); lookup++) {
            for (; number < counted.votesUntil(lookup); number++) {
                int entry = counted.vote(number);
                int slot = promising.numberOf(Entry.reference(entry));
                if (slot != PromisingReferences.NOT_PROMISING && votes[slot] < VOTES_MAX) {
                    keep(slot, entry, probe, lookup, counted.weightOfLookup(lookup));
                }
            }
        }
    }

    private void keep(int slot, int entry, FingerProbe probe, int lookup, float voteWeight) {
        int at = slot * VOTES_MAX + votes[slot]++;
        int turned = probe.turn(lookup) - Entry.turn(entry) & Entry.TURN_MASK;
        int x = Entry.xPx(entry);
        int y = Entry.yPx(entry);
        turn[at] = (byte) turned;
        shiftX[at] = (short) Math.round(probe.xPx(lookup) - (COS[turned] * x - SIN[turned] * y));
        shiftY[at] = (short) Math.round(probe.yPx(lookup) - (SIN[turned] * x + COS[turned] * y));
        weight[at] = voteWeight;
    }

    private float agreed(int slot) {
        int first = slot * VOTES_MAX;
        int end = first + votes[slot];
        float best = 0;
        int centre = first;
        for (int at = first; at < end; at++) {
            float sum = 0;
            for (int other = first; other < end; other++) {
                sum += agree(at, other) ? weight[other] : 0;
            }
            if (sum > best) {
                best = sum;
                centre = at;
            }
        }
        average(slot, centre, best);
        return best;
    }

    private boolean agree(int vote, int other) {
        int turned = turn[vote] - turn[other] + AGREED_TURN & Entry.TURN_MASK;
        int right = shiftX[vote] - shiftX[other];
        int down = shiftY[vote] - shiftY[other];
        return turned <= 2 * AGREED_TURN
                && right <= AGREED_SHIFT_PX
                && right >= -AGREED_SHIFT_PX
                && down <= AGREED_SHIFT_PX
                && down >= -AGREED_SHIFT_PX;
    }

    private void average(int slot, int centre, float weightSum) {
        float turned = 0;
        float right = 0;
        float down = 0;
        int first = slot * VOTES_MAX;
        for (int other = first; other < first + votes[slot]; other++) {
            if (agree(centre, other)) {
                int step = (turn[other] - turn[centre] + Entry.TURN_STEPS / 2 & Entry.TURN_MASK) - Entry.TURN_STEPS / 2;
                turned += weight[other] * step;
                right += weight[other] * shiftX[other];
                down += weight[other] * shiftY[other];
            }
        }
        double turns = (turn[centre] + turned / weightSum) / Entry.TURN_STEPS;
        pose.set((float) (2 * Math.PI * turns), right / weightSum, down / weightSum);
    }
}
