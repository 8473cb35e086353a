package id.sidik.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.synthesis.TemplateFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.SidikPayload;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FingerSearchTest {
    private static final long SEED = Long.getLong("tests.seed", 7L);
    private static final int FINGERS = 2_000;

    private final Arena arena = Arena.ofConfined();
    private final FingerSearch search = new FingerSearch();
    private final Prospects prospects = new Prospects();

    @AfterEach
    void giveMemoryBack() {
        arena.close();
    }

    /** Of a finger that nobody has. */
    private static FingerFeatures print(int finger, int impression) {
        return TemplateFinger.of(SEED, finger, FingerPosition.RIGHT_INDEX).impression(impression);
    }

    private static byte[] payload(int finger, int impression) {
        return SidikPayload.write(print(finger, impression));
    }

    private static List<byte[]> gallery() {
        return IntStream.range(0, FINGERS)
                .parallel()
                .mapToObj(finger -> payload(finger, 0))
                .toList();
    }

    private FingerBlock blockOf(List<byte[]> payloads) {
        return FingerBlock.build(arena, payloads.size(), payloads::get);
    }

    /** The reference that pairs best, or -1. */
    private int best(byte[] probePayload, FingerBlock block, List<byte[]> payloads) {
        FingerProbe probe = FingerProbe.of(probePayload);
        search.look(probe, block, prospects);
        return IntStream.range(0, prospects.count())
                .boxed()
                .max(Comparator.comparingDouble(prospect ->
                        search.pair(probe, prospects, prospect, payloads.get(prospects.reference(prospect)))))
                .map(prospects::reference)
                .orElse(-1);
    }

    @Test
    void findsMatesAmongStrangers() {
        List<byte[]> payloads = gallery();
        FingerBlock block = blockOf(payloads);
        int probes = 200;
        long found = IntStream.range(0, probes)
                .filter(finger -> best(payload(finger, 1), block, payloads) == finger)
                .count();
        assertThat(found).as("of %d mates, seed %d", probes, SEED).isGreaterThanOrEqualTo(probes * 95 / 100);
    }

    @Test
    void findsThePrintItselfTurnedAndMoved() {
        List<byte[]> payloads = gallery();
        FingerBlock block = blockOf(payloads);
        for (int turnDeg : new int[] {-45, -20, 20, 45}) {
            for (int finger = 0; finger < 20; finger++) {
                byte[] turned = SidikPayload.write(turned(print(finger, 0), Math.toRadians(turnDeg)));
                assertThat(best(turned, block, payloads))
                        .as("finger %d turned by %d degrees, seed %d", finger, turnDeg, SEED)
                        .isEqualTo(finger);
            }
        }
    }

    /** Turned about its middle and moved so that it fits into a large image. */
    private static FingerFeatures turned(FingerFeatures print, double turnRad) {
        Minutiae.Builder minutiae = Minutiae.builder();
        double cos = Math.cos(turnRad);
        double sin = Math.sin(turnRad);
        for (int minutia = 0; minutia < print.minutiae().count(); minutia++) {
            double x = print.minutiae().x(minutia) - print.widthPx() / 2.0;
            double y = print.minutiae().y(minutia) - print.heightPx() / 2.0;
            minutiae.add(
                    (float) (cos * x - sin * y + 900),
                    (float) (sin * x + cos * y + 900),
                    print.minutiae().direction(minutia) + turnRad,
                    print.minutiae().type(minutia),
                    print.minutiae().quality(minutia));
        }
        return new FingerFeatures(1800, 1800, print.ridgePeriodPx(), minutiae.build(), RidgeField.NONE);
    }

    @Test
    void printsWithoutTripletsFindNobodyAndAreFoundByNobody() {
        byte[] empty = SidikPayload.write(new FingerFeatures(300, 400, 9, Minutiae.NONE, RidgeField.NONE));
        List<byte[]> payloads = List.of(empty, payload(1, 0), empty);
        FingerBlock block = blockOf(payloads);
        assertThat(best(empty, block, payloads)).isEqualTo(-1);
        assertThat(best(payload(1, 1), block, payloads)).isEqualTo(1);
    }

    @Test
    void aLookAtSomeFindsWhoeverALookAtAllFindsAmongThem() {
        List<byte[]> payloads = gallery();
        FingerBlock block = blockOf(payloads);
        MeantReferences meant = new MeantReferences();
        Random random = new Random(SEED);
        for (int inSo : new int[] {2, 10, 50}) {
            BitSet asked = new BitSet();
            IntStream.range(0, FINGERS).filter(_ -> random.nextInt(inSo) == 0).forEach(asked::set);
            int more = 0;
            for (int finger = 0; finger < 30; finger++) {
                FingerProbe probe = FingerProbe.of(payload(finger, 1));
                search.look(probe, block, prospects);
                Set<Integer> amongAll = references().filter(asked::get).boxed().collect(Collectors.toSet());
                meant.choose(block, asked::get);
                search.look(probe, block, meant, prospects);

                assertThat(references().boxed())
                        .as("finger %d, one in %d, seed %d", finger, inSo, SEED)
                        .containsAll(amongAll)
                        .allMatch(asked::get);
                more += prospects.count() - amongAll.size();
            }
            if (inSo > 2) {
                assertThat(more)
                        .as("places that others left, one in %d, seed %d", inSo, SEED)
                        .isPositive();
            }
        }
    }

    private IntStream references() {
        return IntStream.range(0, prospects.count()).map(prospects::reference);
    }

    @Test
    void aLookAtNobodyFindsNobody() {
        FingerBlock block = blockOf(gallery());
        MeantReferences nobody = new MeantReferences();
        nobody.choose(block, _ -> false);

        search.look(FingerProbe.of(payload(1, 0)), block, nobody, prospects);

        assertThat(nobody.count()).isZero();
        assertThat(prospects.count()).isZero();
    }

    @Test
    void anEmptyBlockHasNoProspects() {
        search.look(FingerProbe.of(payload(1, 0)), blockOf(List.of()), prospects);
        assertThat(prospects.count()).isZero();
    }

    @Test
    void aBlockOfMoreReferencesThanNumbersIsRefused() {
        assertThatThrownBy(() -> FingerBlock.build(arena, FingerBlock.REFERENCES_MAX + 1, _ -> new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65,537");
    }

    @Test
    void onePrintAThousandTimesIsFoundWithinBounds() {
        byte[] same = payload(3, 0);
        FingerBlock block = FingerBlock.build(arena, 10_000, _ -> same);
        search.look(FingerProbe.of(payload(3, 1)), block, prospects);
        assertThat(prospects.count()).isBetween(1, 2 * 768);
    }

    @Test
    void aFingerUnderHundredsOfNamesAmongStrangersIsFound() {
        List<byte[]> payloads = new ArrayList<>(gallery());
        payloads.addAll(Collections.nCopies(300, payload(FINGERS + 1, 0)));
        FingerProbe probe = FingerProbe.of(payload(FINGERS + 1, 1));
        search.look(probe, blockOf(payloads), prospects);
        assertThat(IntStream.range(0, prospects.count())
                        .map(prospects::reference)
                        .boxed())
                .as("seed %d", SEED)
                .containsAll(IntStream.range(FINGERS, FINGERS + 300).boxed().toList());
    }
}
