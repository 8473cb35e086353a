package id.sidik.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PoseVotesTest {
    private static final long SEED = Long.getLong("tests.seed", 20261127L);
    private static final int LIMIT = PoseVotes.pose(3, 20, 20);

    @Test
    void posesAgreeWhenNoFieldDiffersByMoreThanItsLimit() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200_000; round++) {
            int[] one = {random.nextInt(60), random.nextInt(2_000), random.nextInt(2_000)};
            int[] other = {
                Math.clamp(one[0] + random.nextInt(9) - 4, 0, 60),
                Math.clamp(one[1] + random.nextInt(45) - 22, 0, 2_000),
                Math.clamp(one[2] + random.nextInt(45) - 22, 0, 2_000)
            };
            boolean expected = Math.abs(one[0] - other[0]) <= 3
                    && Math.abs(one[1] - other[1]) <= 20
                    && Math.abs(one[2] - other[2]) <= 20;
            assertThat(PoseVotes.agree(poseOf(one), poseOf(other), LIMIT))
                    .as("seed %d: %s and %s", SEED, one, other)
                    .isEqualTo(expected);
        }
    }

    private static int poseOf(int[] fields) {
        return PoseVotes.pose(fields[0], fields[1], fields[2]);
    }

    @Test
    void fieldsComeBackAsTheyWere() {
        int pose = PoseVotes.pose(63, 2047, 1);
        assertThat(PoseVotes.turn(pose)).isEqualTo(63);
        assertThat(PoseVotes.x(pose)).isEqualTo(2047);
        assertThat(PoseVotes.y(pose)).isEqualTo(1);
    }

    @Test
    void twinsChooseTheSameVoteOfAnyNumber() {
        Random random = new Random(SEED);
        for (int count = 0; count <= 70; count++) {
            int first = random.nextInt(5);
            int[] poses = new int[first + count + PoseVotes.SLACK];
            int[] weights = new int[poses.length];
            for (int at = 0; at < poses.length; at++) {
                poses[at] = PoseVotes.pose(20 + random.nextInt(8), 900 + random.nextInt(90), 900 + random.nextInt(90));
                weights[at] = random.nextInt(200);
            }
            assertThat(VectorPoseVotes.mostAgreed(poses, weights, first, first + count, LIMIT))
                    .as("seed %d, %d votes from %d", SEED, count, first)
                    .isEqualTo(ScalarPoseVotes.mostAgreed(poses, weights, first, first + count, LIMIT));
        }
    }
}
