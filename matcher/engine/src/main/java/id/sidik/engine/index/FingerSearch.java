package id.sidik.engine.index;

/**
 * Finds the references of a block that a probe may be of, in two looks: which have votes that agree, and then how well the minutiae
 * of these pair. Scratch memory of one thread, about two megabytes, for block after block.
 */
public final class FingerSearch {
    private final VoteCounter votes = new VoteCounter();
    private final PromisingReferences promising = new PromisingReferences();
    private final PoseAgreement agreement = new PoseAgreement();
    private final PosePairing pairing = new PosePairing();
    private final PointSet points = new PointSet();
    private final Pose pose = new Pose();

    /**
     * The first look. Reads some 2 bytes a reference of an index of a kilobyte each.
     *
     * @param prospects is filled with those that may be of the probe's finger, at most about 1 % of a full block
     */
    public void look(FingerProbe probe, FingerBlock block, Prospects prospects) {
        votes.count(probe, block);
        promising.choose(votes, block);
        agreement.find(probe, block, votes, promising, prospects);
    }

    /** What a first look reads of a block, in bytes: places in its table, entries in its cells, entries of each reference. */
    public static long bytesLookedAt(FingerProbe probe, FingerBlock block) {
        long bytes = (long) block.references() * Short.BYTES;
        for (int lookup = 0; lookup < probe.lookups(); lookup++) {
            int bucket = block.bucketOf(probe.key(lookup));
            bytes += (2L + block.readUntil(bucket) - block.firstOf(bucket)) * Integer.BYTES;
        }
        return bytes;
    }

    /**
     * The first look at some of them only: finds whoever a look at all would find among them, and more of them where they are few.
     *
     * @param meant chosen of this block
     */
    public void look(FingerProbe probe, FingerBlock block, MeantReferences meant, Prospects prospects) {
        votes.count(probe, block);
        promising.choose(votes, block, meant);
        agreement.find(probe, block, votes, promising, prospects);
    }

    /**
     * The second look at one of them: how much likelier its minutiae pair as they do than by chance, in nats, from 0. Some two
     * microseconds.
     *
     * @param payload of the reference, as {@link id.sidik.engine.template.SidikPayload} writes it
     */
    public float pair(FingerProbe probe, Prospects prospects, int prospect, byte[] payload) {
        points.fill(payload);
        prospects.pose(prospect, pose);
        return pairing.score(probe, points, pose);
    }
}
