package id.sidik.engine.gallery;

import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.template.Algorithm;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.util.function.Consumer;

/**
 * Templates of one byte, the finger they are of: equal fingers score 100, others 0. What happens at each comparison is up to the
 * test.
 */
final class FakeComparator implements TemplateComparator {
    static final Algorithm ALGORITHM = new Algorithm("fake", "1");
    static final double MATE_SCORE = 100;

    private final Consumer<Integer> atComparisonWith;

    private record Finger(int number) implements PreparedReference {}

    /** @param atComparisonWith is told the finger of each reference before it is compared */
    FakeComparator(Consumer<Integer> atComparisonWith) {
        this.atComparisonWith = atComparisonWith;
    }

    static Template templateOf(int finger) {
        return Template.of(ALGORITHM, new byte[] {(byte) finger});
    }

    @Override
    public String algorithm() {
        return ALGORITHM.toString();
    }

    @Override
    public PreparedReference prepare(Template reference) {
        return new Finger(reference.payload(TemplateAccess.get())[0]);
    }

    @Override
    public Comparison comparisonOf(Template probe) {
        PreparedReference finger = prepare(probe);
        return reference -> {
            atComparisonWith.accept(((Finger) reference).number());
            return finger.equals(reference) ? MATE_SCORE : 0;
        };
    }
}
