package id.sidik.engine.index;

import java.util.Arrays;

/**
 * The references of a block that have more votes than chance gives to a reference with as many triplets: about {@link #COUNT_MAX},
 * those that chance explains least. Scratch memory of one thread.
 */
final class PromisingReferences {
    /** Of 65,536: more find few more mates (docs/performance.md) and cost time. */
    static final int COUNT_MAX = 768;

    /** More than that may pass, since limits are found on a sample; the rest is left out. */
    static final int ROOM = 2 * COUNT_MAX;

    static final int NOT_PROMISING = -1;

    /** References of a class differ by so many triplets, and by less than this power of two. */
    private static final int CLASS_SHIFT = 3;

    private static final int CLASSES = 64;
    private static final int WEIGHT_BITS = 9;
    private static final int WEIGHT_MAX = (1 << WEIGHT_BITS) - 1;
    private static final int WEIGHT_MIN = 4;

    /** The limits are found on every fourth reference. */
    private static final int SAMPLE = 4;

    private static final double DEVIATIONS_STEP = 0.25;
    private static final double DEVIATIONS_LESS_MAX = 8;

    /** Votes of a vote's weight squared, by the weight: how much the sum spreads. */
    private static final double SPREAD = 4;

    private final int[] histogram = new int[CLASSES << WEIGHT_BITS];
    private final int[] least = new int[CLASSES];
    private final short[] number = new short[FingerBlock.REFERENCES_MAX];
    private final int[] reference = new int[ROOM];
    private int count;

    /** Chooses among the references that were voted for. O(references). */
    void choose(VoteCounter votes, FingerBlock block) {
        boolean isSmall = block.references() <= COUNT_MAX;
        if (isSmall) {
            Arrays.fill(least, 1);
        } else {
            sample(votes, block);
            findLimits(votes, block);
        }
        select(votes, block);
        Arrays.fill(number, 0, block.references(), (short) NOT_PROMISING);
        for (int promising = 0; promising < count; promising++) {
            number[reference[promising]] = (short) promising;
        }
    }

    /** Writes each reference down and goes on only from those that pass: few do, and none can be foreseen, so there is no branch. */
    private void select(VoteCounter votes, FingerBlock block) {
        count = 0;
        for (int each = 0; each < block.references() && count < ROOM; each++) {
            int lacking = least[classOf(block, each)] - Math.min(WEIGHT_MAX, votes.weightOf(each));
            reference[count] = each;
            count += (lacking - 1) >>> (Integer.SIZE - 1);
        }
    }

    private static int classOf(FingerBlock block, int reference) {
        return Math.min(CLASSES - 1, block.entriesOf(reference) >>> CLASS_SHIFT);
    }

    private void sample(VoteCounter votes, FingerBlock block) {
        Arrays.fill(histogram, 0);
        for (int each = 0; each < block.references(); each += SAMPLE) {
            int weight = votes.weightOf(each);
            if (weight >= WEIGHT_MIN) {
                histogram[classOf(block, each) << WEIGHT_BITS | Math.min(WEIGHT_MAX, weight)]++;
            }
        }
        sumUp();
    }

    /** From how often a weight occurs to how often it or more does. */
    private void sumUp() {
        for (int size = 0; size < CLASSES; size++) {
            int heaviest = size << WEIGHT_BITS | WEIGHT_MAX;
            for (int at = heaviest - 1; at >= heaviest - WEIGHT_MAX; at--) {
                histogram[at] += histogram[at + 1];
            }
        }
    }

    /**
     * Limits that lie the same number of deviations above what chance gives, the least number that keeps enough out; but never so
     * many that nobody is left where many are alike, such as impressions of one finger under a thousand names.
     */
    private void findLimits(VoteCounter votes, FingerBlock block) {
        double chance = votes.weightSum() / (double) Math.max(1, block.entries());
        double deviations = 0;
        int passing = limit(chance, deviations);
        while (passing * SAMPLE > COUNT_MAX) {
            deviations += DEVIATIONS_STEP;
            passing = limit(chance, deviations);
        }
        while (passing == 0 && deviations > -DEVIATIONS_LESS_MAX) {
            deviations -= DEVIATIONS_STEP;
            passing = limit(chance, deviations);
        }
    }

    /** Sets the limits; returns how many of the sample pass. With ever more deviations nobody does. */
    private int limit(double chance, double deviations) {
        int passing = 0;
        for (int size = 0; size < CLASSES; size++) {
            double expected = chance * ((size + 0.5) * (1 << CLASS_SHIFT));
            double limit = Math.ceil(expected + deviations * Math.sqrt(SPREAD * expected));
            least[size] = (int) Math.clamp(limit, WEIGHT_MIN, WEIGHT_MAX + 1.0);
            passing += least[size] > WEIGHT_MAX ? 0 : histogram[size << WEIGHT_BITS | least[size]];
        }
        return passing;
    }

    int count() {
        return count;
    }

    /** By number from 0, ascending. */
    int reference(int promising) {
        return reference[promising];
    }

    /** The number of a promising reference, or {@link #NOT_PROMISING}. */
    int numberOf(int eachReference) {
        return number[eachReference];
    }
}
