package id.sidik.eligibility.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.PresenceEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Instant NOW = Instant.parse("2026-06-15T03:00:00Z");
    private static final PresenceEvidence.Receipt RECEIPT = new PresenceEvidence.Receipt("d-1", Optional.empty());
    private static final PresenceEvidence.Grace GRACE = new PresenceEvidence.Grace("f-1", NOW.plus(Duration.ofDays(3)));

    private static final List<VisitKind> KINDS = List.of(VisitKind.values());

    /** The whole machine: of which kind, from which state, by which action, to which state. */
    private static final Set<String> EDGES = Set.of(
            "UnderWay ShowPresence UnderWay",
            "UnderWay Discharge Discharged",
            "UnderWay Complete Completed",
            "UnderWay Cancel Cancelled",
            "Discharged ShowPresence Discharged",
            "Completed ShowPresence Completed");

    @Test
    void randomWalksTakeEveryStepOfTheMachineAndNoOther() {
        long seed = Long.getLong("tests.seed", 20_260_615L);
        Random random = new Random(seed);
        Set<String> taken = new TreeSet<>();
        for (int walk = 0; walk < 1_000; walk++) {
            VisitKind kind = KINDS.get(random.nextInt(KINDS.size()));
            Visit visit = visit("v-1", kind, NOW, random.nextBoolean() ? RECEIPT : GRACE, new VisitState.UnderWay());
            Instant at = NOW;
            for (int step = 0; step < 6; step++) {
                at = at.plus(Duration.ofHours(random.nextInt(48)));
                VisitAction action = anyAction(random);
                if (visit.after(action, at) instanceof VisitStep.Moved moved) {
                    Visit next = moved.visit();
                    taken.add(name(visit.state()) + " " + name(action) + " " + name(next.state()));
                    assertThat(next.revision()).as("-Dtests.seed=%d", seed).isEqualTo(visit.revision() + 1);
                    assertThat(next.state() instanceof VisitState.Discharged && kind != VisitKind.ADMISSION)
                            .as("-Dtests.seed=%d: only stays are discharged", seed)
                            .isFalse();
                    visit = next;
                }
            }
        }
        assertThat(taken).as("-Dtests.seed=%d", seed).containsExactlyInAnyOrderElementsOf(EDGES);
    }

    @Test
    void refusesByName() {
        Visit stay = visit("v-1", VisitKind.ADMISSION, NOW, RECEIPT, new VisitState.UnderWay());
        assertRefused(stay, new VisitAction.Complete(), VisitRefusal.VISIT_IS_A_STAY);
        assertRefused(stay, new VisitAction.ShowPresence(RECEIPT), VisitRefusal.VISIT_PRESENCE_SHOWN_ALREADY);
        Visit dialysis = visit("v-2", VisitKind.DIALYSIS, NOW, RECEIPT, new VisitState.Completed(NOW));
        assertRefused(dialysis, new VisitAction.Discharge(DischargeManner.HOME), VisitRefusal.VISIT_NOT_A_STAY);
        assertRefused(dialysis, new VisitAction.Cancel(), VisitRefusal.VISIT_ENDED);
        Visit cancelled = visit("v-3", VisitKind.OUTPATIENT, NOW, GRACE, new VisitState.Cancelled(NOW));
        assertRefused(cancelled, new VisitAction.ShowPresence(RECEIPT), VisitRefusal.VISIT_ENDED);
    }

    @Test
    void anEmergencyMayBeShownAFingerForSeventyTwoHoursAndNotLonger() {
        Visit emergency = visit("v-1", VisitKind.ADMISSION, NOW, GRACE, new VisitState.UnderWay());
        Instant end = NOW.plus(Duration.ofDays(3));
        assertThat(emergency.after(new VisitAction.ShowPresence(RECEIPT), end.minusMillis(1)))
                .isInstanceOf(VisitStep.Moved.class);
        assertThat(emergency.graceLapsedAt(end.minusMillis(1))).isFalse();
        assertThat(emergency.after(new VisitAction.ShowPresence(RECEIPT), end))
                .isEqualTo(new VisitStep.Refused(VisitRefusal.VISIT_GRACE_OVER));
        assertThat(emergency.graceLapsedAt(end)).isTrue();
    }

    @Test
    void staysCrossThatShareAMomentAndNotThoseThatTouch() {
        Visit first = visit("v-1", VisitKind.ADMISSION, at(0), RECEIPT, discharged(10));
        Visit touching = visit("v-2", VisitKind.ADMISSION, at(10), RECEIPT, discharged(20));
        Visit open = visit("v-3", VisitKind.ADMISSION, at(15), RECEIPT, new VisitState.UnderWay());
        Visit outpatient = visit("v-4", VisitKind.OUTPATIENT, at(5), RECEIPT, new VisitState.UnderWay());
        Visit cancelled = visit("v-5", VisitKind.ADMISSION, at(5), RECEIPT, new VisitState.Cancelled(at(6)));
        List<Visit> all = new ArrayList<>(List.of(open, touching, first, outpatient, cancelled));
        assertThat(Stays.crossing(all, at(10), Optional.of(at(15)))).containsExactly(touching);
        assertThat(Stays.crossing(all, at(9), Optional.empty())).containsExactly(first, touching, open);
        assertThat(Stays.crossing(all, at(20), Optional.empty())).containsExactly(open);
    }

    @Test
    void crossingAgreesWithLookingAtEveryHour() {
        long seed = Long.getLong("tests.seed", 7L);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            int from = random.nextInt(20);
            int to = from + 1 + random.nextInt(10);
            int otherFrom = random.nextInt(20);
            int otherTo = otherFrom + 1 + random.nextInt(10);
            Visit stay = visit("v-1", VisitKind.ADMISSION, at(from), RECEIPT, discharged(to));
            boolean shares = false;
            for (int hour = 0; hour < 40; hour++) {
                shares |= hour >= from && hour < to && hour >= otherFrom && hour < otherTo;
            }
            assertThat(Stays.crossing(List.of(stay), at(otherFrom), Optional.of(at(otherTo)))
                            .isEmpty())
                    .as("-Dtests.seed=%d: %d-%d and %d-%d", seed, from, to, otherFrom, otherTo)
                    .isNotEqualTo(shares);
        }
    }

    @Test
    void restsOnAReceiptOrAGrace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visit(
                        "v-1", VisitKind.ADMISSION, NOW, new PresenceEvidence.Missing(), new VisitState.UnderWay()));
    }

    private static void assertRefused(Visit visit, VisitAction action, VisitRefusal refusal) {
        assertThat(visit.after(action, NOW)).isEqualTo(new VisitStep.Refused(refusal));
    }

    private static VisitState discharged(int hour) {
        return new VisitState.Discharged(DischargeManner.HOME, at(hour));
    }

    private static Instant at(int hour) {
        return NOW.minus(Duration.ofHours(100)).plus(Duration.ofHours(hour));
    }

    private static Visit visit(String id, VisitKind kind, Instant from, PresenceEvidence presence, VisitState state) {
        return new Visit(
                id,
                new Nid("3174011708850003"),
                kind,
                new Facility("rs-1"),
                from,
                presence,
                List.of(),
                state,
                new Officer("ani"),
                NOW,
                1);
    }

    private static VisitAction anyAction(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new VisitAction.ShowPresence(RECEIPT);
            case 1 -> new VisitAction.Discharge(DischargeManner.HOME);
            case 2 -> new VisitAction.Complete();
            default -> new VisitAction.Cancel();
        };
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}
