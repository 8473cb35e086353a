package id.sidik.engine.index;

import id.sidik.engine.kernel.ChanceLimit;
import id.sidik.engine.kernel.TurnFilter;
import java.util.Arrays;

/**
 * Which references of a block share cells with a probe, and how often. A triplet of a reference that lies in a cell that the probe
 * looks into, and asks for no impossible turn, is a vote; the rarer the cell, the more it counts. Scratch memory of one thread.
 */
final class VoteCounter {
    /** Votes that ask for a larger turn are chance: 62°, in 64ths of a turn. */
    private static final int TURN_MAX = 11;

    /** What a cell shared by one reference in {@code e} to the seventh is worth: less than the least vote. */
    private static final float COMMON_LOG = 7;

    private static final float WEIGHT_MIN = 0.2f;

    /** Beyond, a search stops counting: an index of one cell must not take the heap. 32 MB. */
    private static final int VOTES_MAX = 1 << 23;

    /** Of a cache line. */
    private static final int ENTRIES_PER_LINE = 16;

    private static final float[] LOGS = logs();

    private final short[] weightOfReference = new short[FingerBlock.REFERENCES_MAX + ChanceLimit.SLACK];
    private int[] vote = new int[1 << 16];
    private int voteCount;
    private long weightSum;

    @SuppressWarnings("unused") // so that the reads happen
    private int fetched;

    private int[] votesUntil = new int[1 << 12];
    private int[] firstEntry = new int[1 << 12];
    private int[] endEntry = new int[1 << 12];
    private float[] weight = new float[1 << 12];

    /** Counts for one block. O(look-ups + votes). */
    void count(FingerProbe probe, FingerBlock block) {
        Arrays.fill(weightOfReference, 0, block.references(), (short) 0);
        voteCount = 0;
        weightSum = 0;
        makeRoom(probe.lookups());
        locate(probe, block);
        fetch(probe, block);
        float rarest = (float) Math.log(block.entries() + 1.0) - COMMON_LOG;
        for (int lookup = 0; lookup < probe.lookups(); lookup++) {
            if (firstEntry[lookup] < endEntry[lookup]) {
                count(lookup, rarest, probe, block);
            }
            votesUntil[lookup] = voteCount;
        }
    }

    private void makeRoom(int lookups) {
        if (weight.length < lookups) {
            votesUntil = new int[lookups];
            firstEntry = new int[lookups];
            endEntry = new int[lookups];
            weight = new float[lookups];
        }
    }

    /** In a loop of its own, so that the processor waits for many cells at once. */
    private void locate(FingerProbe probe, FingerBlock block) {
        for (int lookup = 0; lookup < probe.lookups(); lookup++) {
            int bucket = block.bucketOf(probe.key(lookup));
            firstEntry[lookup] = block.firstOf(bucket);
            endEntry[lookup] = block.readUntil(bucket);
        }
    }

    /** Touches what is to be read, again so that the processor waits for many cells at once. */
    private void fetch(FingerProbe probe, FingerBlock block) {
        int sum = 0;
        for (int lookup = 0; lookup < probe.lookups(); lookup++) {
            for (int at = firstEntry[lookup]; at < endEntry[lookup]; at += ENTRIES_PER_LINE) {
                sum += block.entryAt(at);
            }
        }
        fetched = sum;
    }

    private void count(int lookup, float rarest, FingerProbe probe, FingerBlock block) {
        int first = firstEntry[lookup];
        int end = endEntry[lookup];
        if (voteCount + end - first > VOTES_MAX) {
            return;
        }
        if (voteCount + end - first + TurnFilter.SLACK > vote.length) {
            vote = Arrays.copyOf(vote, Math.max(2 * vote.length, voteCount + end - first + TurnFilter.SLACK));
        }
        float worth = Math.max(WEIGHT_MIN, rarest - LOGS[Math.min(LOGS.length - 1, end - first)]);
        short whole = (short) Math.max(1, (int) (worth + 0.5f));
        int before = voteCount;
        voteCount = TurnFilter.filter(block.entry(), first, end, probe.turn(lookup), TURN_MAX, vote, voteCount);
        for (int at = before; at < voteCount; at++) {
            weightOfReference[Entry.reference(vote[at])] += whole;
        }
        weight[lookup] = worth;
        weightSum += (long) whole * (voteCount - before);
    }

    /** Logarithms of 4 and more: a cell of few entries is not much rarer than one of fewer. */
    private static float[] logs() {
        float[] logs = new float[1 << 14];
        for (int size = 0; size < logs.length; size++) {
            logs[size] = (float) Math.log(size + 4.0);
        }
        return logs;
    }

    /** The sum of the whole weights of a reference's votes, up to 32,767. */
    short[] weightOfReferences() {
        return weightOfReference;
    }

    /** Of all references. */
    long weightSum() {
        return weightSum;
    }

    /** The votes of a look-up begin where those of the one before end; of the first, at 0. */
    int votesUntil(int lookup) {
        return votesUntil[lookup];
    }

    /** The {@link Entry} of a vote. */
    int vote(int number) {
        return vote[number];
    }

    float weightOfLookup(int lookup) {
        return weight[lookup];
    }
}
