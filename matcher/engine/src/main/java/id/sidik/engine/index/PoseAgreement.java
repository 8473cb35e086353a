package id.sidik.engine.index;

import id.sidik.engine.kernel.PoseVotes;
import java.util.Arrays;

/**
 * How many votes of each promising reference agree on one way to lay the probe over it. Each vote asks for a turn and a shift; two
 * agree when these differ by little. The score of a reference is the largest sum of the weights of votes that agree with one of
 * them, and its pose is their mean. Scratch memory of one thread.
 */
final class PoseAgreement {
    /** Shifts are told in steps of so many px, from {@link #SHIFT_ZERO}. */
    private static final int SHIFT_PX = 2;

    private static final int SHIFT_ZERO = 1024;
    private static final int TURN_ZERO = Entry.TURN_STEPS / 2;

    /** By how much votes that agree differ: distortion, and the coarseness of entries. 17°, and 40 px each way. */
    private static final int AGREED = PoseVotes.pose(3, 40 / SHIFT_PX, 40 / SHIFT_PX);

    /** Weights are counted in whole shares. */
    private static final int SHARES = 16;

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
    private final int[] poses = new int[PromisingReferences.ROOM * VOTES_MAX + PoseVotes.SLACK];
    private final int[] weights = new int[PromisingReferences.ROOM * VOTES_MAX + PoseVotes.SLACK];
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

    private void keep(int slot, int entry, FingerProbe probe, int lookup, float weight) {
        int at = slot * VOTES_MAX + votes[slot]++;
        int turn = probe.turn(lookup) - Entry.turn(entry) & Entry.TURN_MASK;
        int x = Entry.xPx(entry);
        int y = Entry.yPx(entry);
        int right = fromZero(probe.xPx(lookup) - (COS[turn] * x - SIN[turn] * y));
        int down = fromZero(probe.yPx(lookup) - (SIN[turn] * x + COS[turn] * y));
        int fromZero = turn + TURN_ZERO & Entry.TURN_MASK;
        poses[at] = PoseVotes.pose(fromZero, right, down);
        weights[at] = (int) (weight * SHARES + 0.5f);
    }

    /** Cuts off what lies beyond a positive number, which is quicker than to round. */
    private static int fromZero(float shiftPx) {
        return (int) (shiftPx / SHIFT_PX + (SHIFT_ZERO + 0.5f));
    }

    /** The weight of the votes that agree; sets the pose to their mean. */
    private float agreed(int slot) {
        int first = slot * VOTES_MAX;
        int end = first + votes[slot];
        int centre = poses[PoseVotes.mostAgreed(poses, weights, first, end, AGREED)];
        int sum = 0;
        long turns = 0;
        long right = 0;
        long down = 0;
        for (int vote = first; vote < end; vote++) {
            if (PoseVotes.agree(centre, poses[vote], AGREED)) {
                sum += weights[vote];
                turns += (long) weights[vote] * PoseVotes.turn(poses[vote]);
                right += (long) weights[vote] * PoseVotes.x(poses[vote]);
                down += (long) weights[vote] * PoseVotes.y(poses[vote]);
            }
        }
        pose.set(
                (float) ((turns / (double) sum - TURN_ZERO) * (2 * Math.PI / Entry.TURN_STEPS)),
                (float) (right / (double) sum - SHIFT_ZERO) * SHIFT_PX,
                (float) (down / (double) sum - SHIFT_ZERO) * SHIFT_PX);
        return sum / (float) SHARES;
    }
}
