package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import id.sidik.engine.comparison.RandomPrint.Touch;
import id.sidik.engine.template.Template;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Comparing leaves nothing for the garbage collector, once the kernels are compiled: until then each vector is an object of the
 * interpreter's.
 */
class ComparisonAllocationTest {
    private static final int COMPARISONS = 1_000;
    private static final int ROUNDS_MAX = 200;
    private static final RandomPrint FINGER = new RandomPrint(1, 40);

    private final SidikComparator comparator = new SidikComparator();
    private final Comparison comparison = comparator.comparisonOf(FINGER.template(Touch.PLAIN));
    private double sum;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aComparisonAllocatesNothing(long finger) {
        Template other = new RandomPrint(finger, 40).template(new Touch(10, 5, 5, 2, 0.2, 7));
        PreparedReference reference = comparator.prepare(other);

        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS_MAX && allocated > 0; round++) {
            allocated = allocatedBy(reference);
        }
        assertThat(allocated)
                .as("bytes of %d comparisons, sum of scores %s", COMPARISONS, sum)
                .isZero();
    }

    private long allocatedBy(PreparedReference reference) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < COMPARISONS; i++) {
            sum += comparison.scoreOf(reference);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
