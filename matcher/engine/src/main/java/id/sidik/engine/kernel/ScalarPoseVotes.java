package id.sidik.engine.kernel;

/** {@link PoseVotes}, vote by vote. */
public final class ScalarPoseVotes {
    private ScalarPoseVotes() {}

    /** As {@link PoseVotes#mostAgreed}. */
    public static int mostAgreed(int[] poses, int[] weights, int first, int end, int limit) {
        int best = first;
        int most = 0;
        for (int at = first; at < end; at++) {
            int sum = 0;
            for (int other = first; other < end; other++) {
                sum += PoseVotes.agree(poses[at], poses[other], limit) ? weights[other] : 0;
            }
            if (sum > most) {
                most = sum;
                best = at;
            }
        }
        return best;
    }
}
