package id.sidik.benchmarks.identify;

import id.sidik.benchmarks.sets.SameFingers;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * Two real fingers of one set, taken for one person's. The first impression of each is enrolled; each pair of two others is an
 * attempt.
 *
 * @param id under which the person is enrolled
 */
record RealPerson(String id, Finger right, Finger left) {
    /** @param impressions all from which something could be extracted, at least two */
    record Finger(String set, String name, List<Template> impressions) {
        boolean mayBe(Finger other, SameFingers same) {
            return same.mayBe(set, name, other.set, other.name);
        }
    }

    List<FingerTemplate> references() {
        return both(0, 0);
    }

    List<List<FingerTemplate>> attempts() {
        List<List<FingerTemplate>> attempts = new ArrayList<>();
        for (int i = 1; i < right.impressions().size(); i++) {
            for (int j = 1; j < left.impressions().size(); j++) {
                attempts.add(both(i, j));
            }
        }
        return attempts;
    }

    private List<FingerTemplate> both(int rightImpression, int leftImpression) {
        return List.of(
                new FingerTemplate(
                        FingerPosition.RIGHT_INDEX, right.impressions().get(rightImpression)),
                new FingerTemplate(FingerPosition.LEFT_INDEX, left.impressions().get(leftImpression)));
    }

    /** Whether a finger of the one may be a finger of the other, so that they are neither mates nor strangers. */
    boolean mayBe(RealPerson other, SameFingers same) {
        return right.mayBe(other.right, same)
                || right.mayBe(other.left, same)
                || left.mayBe(other.right, same)
                || left.mayBe(other.left, same);
    }
}
