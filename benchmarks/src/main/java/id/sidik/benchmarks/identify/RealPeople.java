package id.sidik.benchmarks.identify;

import id.sidik.benchmarks.engine.SidikEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.report.Progress;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.PrintFile;
import id.sidik.benchmarks.sets.SameFingers;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/** The fingers of some sets, paired in the order of their names: the first two of a set are one person, and so on. */
final class RealPeople {
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final List<RealPerson> people;
    private final SameFingers same;

    /** A search by somebody who is enrolled. */
    record Attempt(RealPerson person, List<FingerTemplate> probes) {}

    private RealPeople(List<RealPerson> people, SameFingers same) {
        this.people = people;
        this.same = same;
    }

    /**
     * Extracts all prints.
     *
     * @throws IllegalArgumentException if no set has two fingers with two impressions each
     */
    static RealPeople of(List<DataSet> sets, SameFingers same, Workers workers, Progress progress) {
        SidikEngine engine = new SidikEngine();
        List<RealPerson> people = new ArrayList<>();
        for (DataSet set : sets) {
            List<Optional<Template>> templates = workers.all(set.prints().size(), print -> {
                Optional<Template> template = engine.extract(
                                set.prints().get(print).content(), set.dpi())
                        .map(SidikEngine.Extract::template);
                progress.add(1);
                return template;
            });
            people.addAll(paired(fingers(set, templates)));
        }
        if (people.isEmpty()) {
            throw new IllegalArgumentException(
                    "people are needed: two fingers of a set, with two impressions or more of each");
        }
        return new RealPeople(List.copyOf(people), same);
    }

    private static List<RealPerson.Finger> fingers(DataSet set, List<Optional<Template>> templates) {
        Map<String, List<Template>> byFinger = new TreeMap<>();
        for (int print = 0; print < templates.size(); print++) {
            PrintFile file = set.prints().get(print);
            List<Template> ofFinger = byFinger.computeIfAbsent(file.finger(), finger -> new ArrayList<>());
            templates.get(print).ifPresent(ofFinger::add);
        }
        List<RealPerson.Finger> fingers = new ArrayList<>();
        byFinger.forEach((name, impressions) -> {
            if (impressions.size() > 1) {
                fingers.add(new RealPerson.Finger(set.name(), name, impressions));
            }
        });
        return fingers;
    }

    private static List<RealPerson> paired(List<RealPerson.Finger> fingers) {
        List<RealPerson> people = new ArrayList<>();
        for (int first = 0; first + 1 < fingers.size(); first += 2) {
            RealPerson.Finger right = fingers.get(first);
            RealPerson.Finger left = fingers.get(first + 1);
            people.add(new RealPerson("real/" + right.set() + "/" + right.name() + "+" + left.name(), right, left));
        }
        return people;
    }

    List<RealPerson> people() {
        return people;
    }

    /** Ids of all, but for the person herself, who may be her. */
    Set<String> doublesOf(RealPerson person) {
        return people.stream()
                .filter(other -> !other.id().equals(person.id()) && other.mayBe(person, same))
                .map(RealPerson::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** At most so many attempts, drawn from all by a seed. */
    List<Attempt> attempts(int attemptsMax, long seed) {
        List<Attempt> all = new ArrayList<>();
        for (RealPerson person : people) {
            person.attempts().forEach(probes -> all.add(new Attempt(person, probes)));
        }
        RandomGenerator draws = ALGORITHM.create(seed);
        for (int i = all.size() - 1; i > 0; i--) {
            int other = draws.nextInt(i + 1);
            Attempt attempt = all.get(i);
            all.set(i, all.get(other));
            all.set(other, attempt);
        }
        return List.copyOf(all.subList(0, Math.min(attemptsMax, all.size())));
    }
}
