package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.ErrorCurve;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.SameFingers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Errors about people, not impressions. Each set's fingers are paired in order: first and second are one person, third and
 * fourth the next. In each trial a seed shuffles the impressions of every finger; the first three are enrolled, the next two are
 * the attempts. Mates: each person against herself. Strangers: each person against everybody else of all sets, except
 * where a finger may be the same.
 */
final class Persons {
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final int TRIALS = 10;
    private static final int ENROLLED = 3;
    private static final int ATTEMPTS = 2;
    private static final List<Protocol> PROTOCOLS =
            List.of(new Protocol(1, 1, 1), new Protocol(1, 1, 3), new Protocol(2, 1, 3), new Protocol(2, 2, 3));

    private final SameFingers same;
    private final Workers workers;
    private final long seed;

    /** How much of each person is used; the last is the one that the target is about. */
    private record Protocol(int fingers, int attempts, int enrolled) {}

    /** Two fingers of a set, by the places of their prints. */
    private record Person(int run, List<List<Integer>> prints) {}

    private Persons(SameFingers same, Workers workers, long seed) {
        this.same = same;
        this.workers = workers;
        this.seed = seed;
    }

    /**
     * Measures people.
     *
     * @throws IllegalArgumentException as {@link #requirePeople}
     */
    static Section of(List<Campaign<?>> campaigns, SameFingers same, long seed, Workers workers) {
        Persons persons = new Persons(same, workers, seed);
        TextTable table = new TextTable(
                "engine", "fingers", "attempts", "enrolled", "mates", "strangers", "FNMR % at FMR 1e-3", "1e-4");
        ObjectNode json = new JsonMapper().createObjectNode();
        for (Campaign<?> campaign : campaigns) {
            ArrayNode nodes = json.putArray(campaign.name());
            for (Protocol protocol : PROTOCOLS) {
                Scores scores = persons.scores(campaign, protocol);
                ErrorCurve curve = ErrorCurve.of(scores);
                table.row(
                        campaign.name(),
                        Integer.toString(protocol.fingers()),
                        Integer.toString(protocol.attempts()),
                        Integer.toString(protocol.enrolled()),
                        Integer.toString(scores.genuine().length),
                        Integer.toString(scores.impostor().length),
                        TextTable.percent(curve.fnmrAt(1e-3)),
                        TextTable.percent(curve.fnmrAt(1e-4)));
                nodes.addObject()
                        .put("fingers", protocol.fingers())
                        .put("attempts", protocol.attempts())
                        .put("enrolled", protocol.enrolled())
                        .put("mates", scores.genuine().length)
                        .put("strangers", scores.impostor().length)
                        .put("fnmrAtFmr1000", curve.fnmrAt(1e-3))
                        .put("fnmrAtFmr10000", curve.fnmrAt(1e-4));
            }
        }
        return new Section(
                "persons", "People: two fingers, each enrolled and tried several times", table.toString(), json);
    }

    private <T> Scores scores(Campaign<T> campaign, Protocol protocol) {
        PersonComparison<T> comparison = comparisonBy(campaign.engine());
        List<DataSet> sets =
                campaign.runs().stream().<DataSet>map(EngineRun::set).toList();
        requirePeople(sets);
        List<Person> people = people(sets);
        DoubleStream.Builder genuine = DoubleStream.builder();
        DoubleStream.Builder impostor = DoubleStream.builder();
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Person> shuffled = shuffled(people, trial);
            List<double[]> rows = workers.all(
                    people.size(), asking -> row(campaign, comparison, shuffled, shuffled.get(asking), protocol));
            for (int asking = 0; asking < rows.size(); asking++) {
                for (int enrolled = 0; enrolled < people.size(); enrolled++) {
                    if (asking == enrolled) {
                        genuine.add(rows.get(asking)[enrolled]);
                    } else if (areStrangers(sets, people.get(asking), people.get(enrolled))) {
                        impostor.add(rows.get(asking)[enrolled]);
                    }
                }
            }
        }
        return new Scores(genuine.build().toArray(), impostor.build().toArray());
    }

    private static <T> PersonComparison<T> comparisonBy(MeasuredEngine<T> engine) {
        return engine.calibration()
                .<PersonComparison<T>>map(calibration -> new FusedRates<>(engine, calibration))
                .orElseGet(() -> new BestOfEachFinger<>(engine));
    }

    private boolean areStrangers(List<DataSet> sets, Person one, Person other) {
        DataSet set = sets.get(one.run());
        DataSet otherSet = sets.get(other.run());
        return one.prints().stream()
                .noneMatch(finger -> other.prints().stream()
                        .anyMatch(otherFinger -> same.mayBe(
                                set,
                                set.prints().get(finger.getFirst()),
                                otherSet,
                                otherSet.prints().get(otherFinger.getFirst()))));
    }

    /** The scores of one person against everybody, herself included; where they are not strangers they are not used. */
    private static <T> double[] row(
            Campaign<T> campaign,
            PersonComparison<T> comparison,
            List<Person> people,
            Person asking,
            Protocol protocol) {
        ToDoubleFunction<List<List<Optional<T>>>> prepared = comparison.comparisonOf(
                extracts(campaign, asking, protocol.fingers(), ENROLLED, ENROLLED + protocol.attempts()));
        return people.stream()
                .map(enrolled -> extracts(campaign, enrolled, protocol.fingers(), 0, protocol.enrolled()))
                .mapToDouble(prepared)
                .toArray();
    }

    private static <T> List<List<Optional<T>>> extracts(
            Campaign<T> campaign, Person person, int fingers, int from, int to) {
        List<Optional<T>> all = campaign.runs().get(person.run()).extracts();
        return person.prints().stream()
                .limit(fingers)
                .map(finger -> finger.subList(from, to).stream().map(all::get).toList())
                .toList();
    }

    private List<Person> shuffled(List<Person> people, int trial) {
        RandomGenerator draws = ALGORITHM.create(seed + trial);
        return people.stream()
                .map(person -> new Person(
                        person.run(),
                        person.prints().stream()
                                .map(prints -> shuffled(prints, draws))
                                .toList()))
                .toList();
    }

    private static List<Integer> shuffled(List<Integer> prints, RandomGenerator draws) {
        List<Integer> mixed = new ArrayList<>(prints);
        for (int i = mixed.size() - 1; i > 0; i--) {
            int other = draws.nextInt(i + 1);
            Integer print = mixed.get(i);
            mixed.set(i, mixed.get(other));
            mixed.set(other, print);
        }
        return mixed;
    }

    /**
     * Makes sure that there are people in these sets.
     *
     * @throws IllegalArgumentException unless there are two persons of whom each finger has five impressions
     */
    static void requirePeople(List<DataSet> sets) {
        int count = people(sets).size();
        if (count < 2) {
            throw new IllegalArgumentException("two people or more are needed, with two fingers each of "
                    + (ENROLLED + ATTEMPTS) + " impressions or more; these sets have " + count);
        }
    }

    private static List<Person> people(List<DataSet> sets) {
        List<Person> people = new ArrayList<>();
        for (int run = 0; run < sets.size(); run++) {
            List<List<Integer>> fingers = fingers(sets.get(run));
            for (int first = 0; first + 1 < fingers.size(); first += 2) {
                people.add(new Person(run, fingers.subList(first, first + 2)));
            }
        }
        return people;
    }

    /** The prints of each finger that has enough of them, in the order of the set. */
    private static List<List<Integer>> fingers(DataSet set) {
        Map<String, List<Integer>> fingers = IntStream.range(0, set.prints().size())
                .boxed()
                .collect(Collectors.groupingBy(
                        print -> set.prints().get(print).finger(), TreeMap::new, Collectors.toList()));
        return fingers.values().stream()
                .filter(prints -> prints.size() >= ENROLLED + ATTEMPTS)
                .toList();
    }
}
