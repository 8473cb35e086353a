package id.sidik.engine.index;

import java.util.function.IntPredicate;

/** Which references of a block a look may find. Scratch memory of one thread, 128 kB, for block after block. */
public final class MeantReferences {
    private static final short MEANT = -1; // all bits, so that leaving out is one AND, many at a time

    private final short[] mask = new short[FingerBlock.REFERENCES_MAX];
    private int references;
    private int count;

    /** Chooses anew. O(references). */
    public void choose(FingerBlock block, IntPredicate isMeant) {
        references = block.references();
        count = 0;
        for (int reference = 0; reference < references; reference++) {
            boolean meant = isMeant.test(reference);
            mask[reference] = meant ? MEANT : 0;
            count += meant ? 1 : 0;
        }
    }

    /** How many are meant. */
    public int count() {
        return count;
    }

    /** Sets to zero what is of others. */
    void retain(short[] ofReferences) {
        for (int reference = 0; reference < references; reference++) {
            ofReferences[reference] &= mask[reference];
        }
    }
}
