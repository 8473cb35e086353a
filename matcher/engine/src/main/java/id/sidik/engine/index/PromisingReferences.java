package id.sidik.engine.index;

import id.sidik.engine.kernel.ChanceLimit;
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

    private static final int WEIGHT_MIN = 4;

    /** However few are meant, about so many of them are chosen: places that others left free. */
    private static final int MEANT_COUNT_MIN = COUNT_MAX / 4;

    /** One reference in so many is in the sample that limits are found on. */
    private static final int SAMPLE = ChanceLimit.SAMPLED_STEP / ChanceLimit.SLACK;

    /** Limits lie whole steps of a quarter of a deviation above what chance gives, or below. */
    private static final float DEVIATIONS_STEP = 0.25f;

    private static final int STEPS_MAX = 1 << 14;
    private static final int STEPS_MIN = -32;
    private static final int FIRST_STRIDE = 8;

    private final short[] number = new short[FingerBlock.REFERENCES_MAX];
    private final int[] reference = new int[ROOM + ChanceLimit.SLACK];
    private int count;

    /** Chooses among the references that were voted for. O(references). */
    void choose(VoteCounter votes, FingerBlock block) {
        if (block.references() <= COUNT_MAX) {
            select(votes, block, 0, 0, 1);
        } else {
            float chance = votes.weightSum() / (float) Math.max(1, block.entries());
            select(votes, block, chance, findLimit(votes, block, chance, COUNT_MAX) * DEVIATIONS_STEP, WEIGHT_MIN);
        }
    }

    /**
     * Chooses among those that were voted for and are meant: whoever would be chosen among all, and more where few are meant. Forgets the
     * weights of others.
     */
    void choose(VoteCounter votes, FingerBlock block, MeantReferences meant) {
        if (block.references() <= COUNT_MAX) {
            meant.retain(votes.weightOfReferences());
            select(votes, block, 0, 0, 1);
        } else {
            float chance = votes.weightSum() / (float) Math.max(1, block.entries());
            int amongAll = findLimit(votes, block, chance, COUNT_MAX);
            meant.retain(votes.weightOfReferences());
            int amongMeant = findLimit(votes, block, chance, MEANT_COUNT_MIN);
            select(votes, block, chance, Math.min(amongAll, amongMeant) * DEVIATIONS_STEP, WEIGHT_MIN);
        }
    }

    private void select(VoteCounter votes, FingerBlock block, float chance, float deviations, int least) {
        count = ChanceLimit.select(
                votes.weightOfReferences(),
                block.entriesOfReferences(),
                block.references(),
                chance,
                deviations,
                least,
                reference);
        Arrays.fill(number, 0, block.references(), (short) NOT_PROMISING);
        for (int promising = 0; promising < count; promising++) {
            number[reference[promising]] = (short) promising;
        }
    }

    /**
     * The least steps that keep enough out; but never so many that nobody is left where many are alike, such as impressions of one
     * finger under a thousand names.
     */
    private static int findLimit(VoteCounter votes, FingerBlock block, float chance, int most) {
        int fewest = 0;
        int enough = 0;
        for (int stride = FIRST_STRIDE;
                enough < STEPS_MAX && passing(votes, block, chance, enough) * SAMPLE > most;
                stride *= 2) {
            fewest = enough + 1;
            enough += stride;
        }
        while (fewest < enough) {
            int middle = (fewest + enough) >>> 1;
            if (passing(votes, block, chance, middle) * SAMPLE > most) {
                fewest = middle + 1;
            } else {
                enough = middle;
            }
        }
        while (enough > STEPS_MIN && passing(votes, block, chance, enough) == 0) {
            enough--;
        }
        return enough;
    }

    private static int passing(VoteCounter votes, FingerBlock block, float chance, int steps) {
        return ChanceLimit.countSampled(
                votes.weightOfReferences(),
                block.entriesOfReferences(),
                block.references(),
                chance,
                steps * DEVIATIONS_STEP,
                WEIGHT_MIN);
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
