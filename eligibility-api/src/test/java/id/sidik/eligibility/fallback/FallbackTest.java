package id.sidik.eligibility.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.presence.Officer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FallbackTest {
    private static final Instant NOW = Instant.parse("2026-06-15T03:00:00Z");
    private static final Officer ANI = new Officer("ani");
    private static final Officer BUDI = new Officer("budi");

    private static final List<FallbackMethod> METHODS = List.of(FallbackMethod.values());

    /** The whole machine, expiry aside. */
    private static final Set<String> EDGES = Set.of(
            "OTHER_FINGER Awaiting Answer Awaiting",
            "OTHER_FINGER Awaiting Answer Passed",
            "OTHER_FINGER Awaiting Answer Failed",
            "OTHER_FINGER Passed Use Used",
            "CARD_PIN Awaiting Answer Awaiting",
            "CARD_PIN Awaiting Answer Passed",
            "CARD_PIN Awaiting Answer Failed",
            "CARD_PIN Passed Use Used",
            "ONE_TIME_CODE Awaiting Answer Awaiting",
            "ONE_TIME_CODE Awaiting Answer Passed",
            "ONE_TIME_CODE Awaiting Answer Failed",
            "ONE_TIME_CODE Passed Use Used",
            "OFFICER_OVERRIDE Awaiting Vouch AwaitingSecondOfficer",
            "OFFICER_OVERRIDE AwaitingSecondOfficer Vouch Passed",
            "OFFICER_OVERRIDE Awaiting Refuse Failed",
            "OFFICER_OVERRIDE AwaitingSecondOfficer Refuse Failed",
            "OFFICER_OVERRIDE Passed Refuse Failed",
            "OFFICER_OVERRIDE Passed Use Used",
            "EMERGENCY_GRACE Passed Use Used");

    @Test
    void randomWalksTakeEveryStepOfTheMachineAndNoOther() {
        long seed = Long.getLong("tests.seed", 20_260_615L);
        Random random = new Random(seed);
        Set<String> taken = new TreeSet<>();
        for (int walk = 0; walk < 4_000; walk++) {
            FallbackMethod method = METHODS.get(walk % METHODS.size());
            Fallback fallback = opened(method);
            int wrong = 0;
            for (int step = 0; step < 10; step++) {
                FallbackAction action = anyAction(random, method);
                if (fallback.after(action, NOW.plusSeconds(step)) instanceof FallbackStep.Moved moved) {
                    Fallback next = moved.fallback();
                    taken.add(method + " " + name(fallback.state()) + " " + name(action) + " " + name(next.state()));
                    wrong += action instanceof FallbackAction.Answer answer && !answer.right() ? 1 : 0;
                    assertThat(wrong)
                            .as("-Dtests.seed=%d", seed)
                            .isLessThanOrEqualTo(next.limits().wrongAnswersMax());
                    fallback = next;
                }
            }
            if (fallback.state() instanceof FallbackState.Used && method == FallbackMethod.OFFICER_OVERRIDE) {
                assertThat(fallback.vouchedBy()).as("-Dtests.seed=%d", seed).containsExactlyInAnyOrder(ANI, BUDI);
            }
        }
        assertThat(taken).as("-Dtests.seed=%d", seed).containsExactlyInAnyOrderElementsOf(EDGES);
    }

    @Test
    void whatHasRunOutFailsWhateverIsDone() {
        for (FallbackMethod method : METHODS) {
            Fallback fallback = opened(method);
            assertThat(fallback.after(new FallbackAction.Use("d-2"), fallback.expiresAt()))
                    .as(method.name())
                    .isInstanceOfSatisfying(
                            FallbackStep.Moved.class,
                            moved -> assertThat(moved.fallback().state())
                                    .isEqualTo(
                                            new FallbackState.Failed(FallbackFailure.EXPIRED, fallback.expiresAt())));
        }
        assertThat(opened(FallbackMethod.EMERGENCY_GRACE).expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    @Test
    void oneOfficerIsNotTwo() {
        Fallback half = moved(opened(FallbackMethod.OFFICER_OVERRIDE), new FallbackAction.Vouch(ANI, "worn fingers"));
        assertThat(half.after(new FallbackAction.Vouch(ANI, "again"), NOW))
                .isEqualTo(new FallbackStep.Refused(FallbackRefusal.OFFICER_NOT_ANOTHER));
        assertThat(half.after(new FallbackAction.Use("d-2"), NOW))
                .isEqualTo(new FallbackStep.Refused(FallbackRefusal.FALLBACK_NOT_PASSED));
        assertThat(moved(half, new FallbackAction.Vouch(BUDI, "known to me")).vouchedBy())
                .containsExactly(ANI, BUDI);
    }

    @Test
    void servesOnce() {
        Fallback passed =
                moved(opened(FallbackMethod.CARD_PIN), new FallbackAction.Answer(FallbackMethod.CARD_PIN, true));
        Fallback used = moved(passed, new FallbackAction.Use("d-2"));
        assertThat(used.after(new FallbackAction.Use("d-3"), NOW))
                .isEqualTo(new FallbackStep.Refused(FallbackRefusal.FALLBACK_ENDED));
    }

    @Test
    void onlyAnEmergencyFollowsNoDecision() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fallback(FallbackMethod.CARD_PIN, "", new FallbackState.Awaiting(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fallback(FallbackMethod.EMERGENCY_GRACE, "d-1", new FallbackState.Passed(NOW)));
    }

    private static Fallback moved(Fallback fallback, FallbackAction action) {
        assertThat(fallback.after(action, NOW)).isInstanceOf(FallbackStep.Moved.class);
        return ((FallbackStep.Moved) fallback.after(action, NOW)).fallback();
    }

    private static Fallback opened(FallbackMethod method) {
        return method == FallbackMethod.EMERGENCY_GRACE
                ? fallback(method, "", new FallbackState.Passed(NOW))
                : fallback(method, "d-1", new FallbackState.Awaiting(0));
    }

    private static Fallback fallback(FallbackMethod method, String afterDecisionId, FallbackState state) {
        return new Fallback(
                "f-1",
                method,
                new Nid("3174011708850003"),
                Purpose.HOSPITAL_ADMISSION,
                new Facility("rs-1"),
                afterDecisionId,
                state,
                ANI,
                List.of(),
                NOW,
                1);
    }

    private static FallbackAction anyAction(Random random, FallbackMethod method) {
        Officer officer = random.nextBoolean() ? ANI : BUDI;
        return switch (random.nextInt(8)) {
            case 0, 1 -> new FallbackAction.Answer(METHODS.get(random.nextInt(METHODS.size())), random.nextInt(4) == 0);
            case 2 -> new FallbackAction.Vouch(officer, "known to me");
            case 3 -> random.nextInt(3) == 0 ? new FallbackAction.Refuse(officer) : new FallbackAction.Use("d-2");
            default -> new FallbackAction.Answer(method, random.nextInt(8) == 0);
        };
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}
