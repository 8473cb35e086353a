package id.sidik.eligibility.presence;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which finger of a person works: told after a failure, so that nobody has to try ten. Layout 1 of its body:
 *
 * <pre>
 * text NID | int count | that many: text finger, double recognised, double refused
 * </pre>
 *
 * @param tallies by the contract's name of the finger, such as RIGHT_THUMB; at most ten
 */
public record FingerMemory(Nid nid, Map<String, FingerTally> tallies) {
    /** By member. */
    public static final RecordKind<FingerMemory> KIND = RecordKind.of(
            "finger-memories", 'b', memory -> RecordKey.of(memory.nid()), FingerMemory::write, FingerMemory::read);

    private static final int FINGERS_MAX = 10;

    public FingerMemory {
        tallies = Collections.unmodifiableMap(new TreeMap<>(tallies));
        if (tallies.size() > FINGERS_MAX) {
            throw new IllegalArgumentException("a person has ten fingers: " + tallies.keySet());
        }
    }

    /** Of somebody who never came. */
    public static FingerMemory ofNothing(Nid nid) {
        return new FingerMemory(nid, Map.of());
    }

    /** After this finger was tried. */
    public FingerMemory after(String finger, boolean recognised) {
        Map<String, FingerTally> next = new TreeMap<>(tallies);
        next.put(finger, next.getOrDefault(finger, FingerTally.NONE).and(recognised));
        return new FingerMemory(nid, next);
    }

    /**
     * The finger that was recognised most reliably, of those that ever were.
     *
     * @param tried just now, and not to be suggested again
     */
    public Optional<String> best(Set<String> tried) {
        return tallies.entrySet().stream()
                .filter(entry -> !tried.contains(entry.getKey()))
                .filter(entry -> entry.getValue().recognised() > 0)
                .max(Comparator.comparingDouble(entry -> entry.getValue().outlook()))
                .map(Map.Entry::getKey);
    }

    private static BodyWriter write(FingerMemory memory) {
        BodyWriter body = new BodyWriter()
                .text(memory.nid().wholeDigits())
                .number(memory.tallies().size());
        memory.tallies()
                .forEach((finger, tally) ->
                        body.text(finger).fraction(tally.recognised()).fraction(tally.refused()));
        return body;
    }

    private static FingerMemory read(BodyReader body) {
        Nid nid = new Nid(body.text());
        Map<String, FingerTally> tallies = new TreeMap<>();
        int count = Math.min(body.number(), FINGERS_MAX);
        for (int finger = 0; finger < count; finger++) {
            tallies.put(body.text(), new FingerTally(body.fraction(), body.fraction()));
        }
        return new FingerMemory(nid, tallies);
    }
}
