package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.ErrorCurve;
import id.sidik.benchmarks.rates.RateBound;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.SameFingers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * Errors about people, not impressions. Any two fingers of a set are a person's; where one finger is asked for, each is a person. In
 * each trial a seed shuffles the impressions of every finger; the first three are enrolled, the next two are the attempts. Mates: each
 * person against herself. Strangers: each person against everybody of all sets with whom she shares no finger. People who share a finger
 * err together, so trials are many but not independent.
 */
final class Persons {
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final int TRIALS = 10;
    private static final int ENROLLED = 3;
    private static final int ATTEMPTS = 2;
    private static final List<Protocol> PROTOCOLS =
            List.of(new Protocol(1, 1, 1), new Protocol(1, 1, 3), new Protocol(2, 1, 3), new Protocol(2, 2, 3));
    private static final double[] PROMISES = {1e-2, 1e-3, 1e-4, 1e-5};

    private final SameFingers same;
    private final Workers workers;
    private final long seed;

    /** How much of each person is used; the last is the one that the target is about. */
    private record Protocol(int fingers, int attempts, int enrolled) {
        @Override
        public String toString() {
            return fingers + " x " + attempts + " against " + enrolled;
        }
    }

    /** A finger of a set, by the places of its prints. */
    private record Finger(int run, List<Integer> prints) {}

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
        TextTable errors = new TextTable(
                "engine",
                "fingers x attempts against enrolled",
                "mates",
                "strangers",
                "FNMR % at FMR 1e-3",
                "1e-4",
                "95 % below");
        TextTable promises =
                new TextTable("engine", "people", "promised FMR", "measured", "95 % below", "FNMR %", "95 % below");
        ObjectNode json = new JsonMapper().createObjectNode();
        for (Campaign<?> campaign : campaigns) {
            ArrayNode nodes = json.putArray(campaign.name());
            for (Protocol protocol : PROTOCOLS) {
                Scores scores = persons.scores(campaign, protocol);
                ObjectNode node = nodes.addObject();
                report(campaign.name(), protocol, scores, errors, node);
                if (campaign.engine().calibration().isPresent()) {
                    holdToPromises(campaign.name(), protocol, scores, promises, node.putArray("promises"));
                }
            }
        }
        return new Section(
                "persons",
                "People: fingers that are enrolled and tried several times; bounds take trials as independent",
                errors + System.lineSeparator() + promises,
                json);
    }

    private static void report(String engine, Protocol protocol, Scores scores, TextTable table, ObjectNode node) {
        ErrorCurve curve = ErrorCurve.of(scores);
        int mates = scores.genuine().length;
        double fnmr = curve.fnmrAt(1e-4);
        table.row(
                engine,
                protocol.toString(),
                Integer.toString(mates),
                Integer.toString(scores.impostor().length),
                TextTable.percent(curve.fnmrAt(1e-3)),
                TextTable.percent(fnmr),
                TextTable.percent(RateBound.below(Math.round(fnmr * mates), mates)));
        node.put("fingers", protocol.fingers())
                .put("attempts", protocol.attempts())
                .put("enrolled", protocol.enrolled())
                .put("mates", mates)
                .put("strangers", scores.impostor().length)
                .put("fnmrAtFmr1000", curve.fnmrAt(1e-3))
                .put("fnmrAtFmr10000", fnmr);
    }

    /** The rates of the answers themselves: a calibrated score is the negative decimal logarithm of the FMR that it promises. */
    private static void holdToPromises(
            String engine, Protocol protocol, Scores scores, TextTable table, ArrayNode nodes) {
        for (double promise : PROMISES) {
            double limit = -Math.log10(promise);
            long matching = Arrays.stream(scores.impostor())
                    .filter(score -> score >= limit)
                    .count();
            long missed = Arrays.stream(scores.genuine())
                    .filter(score -> score < limit)
                    .count();
            int strangers = scores.impostor().length;
            int mates = scores.genuine().length;
            table.row(
                    engine,
                    protocol.toString(),
                    rate(promise),
                    rate(matching / (double) strangers),
                    rate(RateBound.below(matching, strangers)),
                    TextTable.percent(missed / (double) mates),
                    TextTable.percent(RateBound.below(missed, mates)));
            nodes.addObject()
                    .put("promisedFmr", promise)
                    .put("fmr", matching / (double) strangers)
                    .put("fnmr", missed / (double) mates);
        }
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, "%.1e", rate);
    }

    private <T> Scores scores(Campaign<T> campaign, Protocol protocol) {
        PersonComparison<T> comparison = comparisonBy(campaign.engine());
        List<DataSet> sets =
                campaign.runs().stream().<DataSet>map(EngineRun::set).toList();
        requirePeople(sets);
        List<Finger> fingers = fingers(sets);
        boolean[][] mayBeSame = mayBeSame(sets, fingers);
        List<int[]> people = people(fingers, protocol.fingers());
        DoubleStream.Builder genuine = DoubleStream.builder();
        DoubleStream.Builder impostor = DoubleStream.builder();
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Finger> shuffled = shuffled(fingers, trial);
            List<double[]> said = workers.all(
                    fingers.size(), asking -> said(campaign, comparison, shuffled, shuffled.get(asking), protocol));
            for (int asking = 0; asking < people.size(); asking++) {
                for (int enrolled = 0; enrolled < people.size(); enrolled++) {
                    if (asking == enrolled) {
                        genuine.add(together(comparison, said, people.get(asking), people.get(enrolled)));
                    } else if (areStrangers(mayBeSame, people.get(asking), people.get(enrolled))) {
                        impostor.add(together(comparison, said, people.get(asking), people.get(enrolled)));
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

    private static double together(PersonComparison<?> comparison, List<double[]> said, int[] asking, int[] enrolled) {
        double sum = 0;
        for (int finger = 0; finger < asking.length; finger++) {
            sum += said.get(asking[finger])[enrolled[finger]];
        }
        return comparison.together(sum, asking.length);
    }

    private static boolean areStrangers(boolean[][] mayBeSame, int[] one, int[] other) {
        for (int finger : one) {
            for (int otherFinger : other) {
                if (mayBeSame[finger][otherFinger]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean[][] mayBeSame(List<DataSet> sets, List<Finger> fingers) {
        boolean[][] mayBe = new boolean[fingers.size()][fingers.size()];
        for (int one = 0; one < fingers.size(); one++) {
            for (int other = 0; other < fingers.size(); other++) {
                DataSet set = sets.get(fingers.get(one).run());
                DataSet otherSet = sets.get(fingers.get(other).run());
                mayBe[one][other] = one == other
                        || same.mayBe(
                                set,
                                set.prints().get(fingers.get(one).prints().getFirst()),
                                otherSet,
                                otherSet.prints()
                                        .get(fingers.get(other).prints().getFirst()));
            }
        }
        return mayBe;
    }

    /** What the attempts with one finger say of each finger that is enrolled. */
    private static <T> double[] said(
            Campaign<T> campaign,
            PersonComparison<T> comparison,
            List<Finger> fingers,
            Finger asking,
            Protocol protocol) {
        ToDoubleFunction<List<Optional<T>>> prepared =
                comparison.fingerOf(extracts(campaign, asking, ENROLLED, ENROLLED + protocol.attempts()));
        return fingers.stream()
                .map(enrolled -> extracts(campaign, enrolled, 0, protocol.enrolled()))
                .mapToDouble(prepared)
                .toArray();
    }

    private static <T> List<Optional<T>> extracts(Campaign<T> campaign, Finger finger, int from, int to) {
        List<Optional<T>> all = campaign.runs().get(finger.run()).extracts();
        return finger.prints().subList(from, to).stream().map(all::get).toList();
    }

    private List<Finger> shuffled(List<Finger> fingers, int trial) {
        RandomGenerator draws = ALGORITHM.create(seed + trial);
        return fingers.stream()
                .map(finger -> new Finger(finger.run(), shuffled(finger.prints(), draws)))
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
        List<int[]> people = people(fingers(sets), 2);
        boolean hasStrangers = people.stream()
                .anyMatch(one -> people.stream()
                        .anyMatch(other -> Arrays.stream(one)
                                .noneMatch(finger -> Arrays.stream(other).anyMatch(each -> each == finger))));
        if (!hasStrangers) {
            throw new IllegalArgumentException("two people or more are needed, with two fingers each of "
                    + (ENROLLED + ATTEMPTS) + " impressions or more; these sets have " + Math.min(1, people.size()));
        }
    }

    /** People by the places of their fingers: each finger alone, or any two of one set. */
    private static List<int[]> people(List<Finger> fingers, int fingersEach) {
        if (fingersEach == 1) {
            return IntStream.range(0, fingers.size())
                    .mapToObj(finger -> new int[] {finger})
                    .toList();
        }
        List<int[]> people = new ArrayList<>();
        for (int first = 0; first < fingers.size(); first++) {
            for (int second = first + 1; second < fingers.size(); second++) {
                if (fingers.get(first).run() == fingers.get(second).run()) {
                    people.add(new int[] {first, second});
                }
            }
        }
        return people;
    }

    private static List<Finger> fingers(List<DataSet> sets) {
        return IntStream.range(0, sets.size())
                .boxed()
                .flatMap(run -> fingers(sets.get(run)).stream().map(prints -> new Finger(run, prints)))
                .toList();
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
