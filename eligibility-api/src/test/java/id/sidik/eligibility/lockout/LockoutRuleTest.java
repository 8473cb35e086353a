package id.sidik.eligibility.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockoutRuleTest {
    private static final Instant NOW = Instant.parse("2026-06-15T03:00:00Z");
    private static final Nid SITI = new Nid("3174015708850003");
    private static final Nid BUDI = new Nid("3174011708850003");
    private static final Place HOME = new Place(new Facility("puskesmas-1"), "counter-1");
    private static final Place AFAR = new Place(new Facility("rs-far"), "stolen-scanner");

    private final Map<Watched, FailureCount> counts = new HashMap<>();

    @Test
    void nobodyIsLockedOutFromAfar() {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            fail(SITI, AFAR, NOW.plusMillis(attempt));
        }
        Instant after = NOW.plusSeconds(10);

        assertThat(admission(SITI, HOME, after)).isEqualTo(new Admission.Open());
        assertWaits(LockoutScope.PERSON_AT_DEVICE, admission(SITI, AFAR, after));
        assertWaits(LockoutScope.DEVICE, admission(BUDI, AFAR, after));
    }

    @Test
    void anAttackOnOneDeviceDoesNotSlowTheCounterBesideIt() {
        Place beside = new Place(AFAR.facility(), "honest-scanner");
        for (int attempt = 0; attempt < 1_000; attempt++) {
            fail(SITI, AFAR, NOW);
        }

        assertThat(admission(BUDI, beside, NOW)).isEqualTo(new Admission.Open());
        fail(BUDI, beside, NOW);
        assertWaits(LockoutScope.FACILITY, admission(BUDI, beside, NOW));
    }

    @Test
    void whereNothingProvesTheDeviceTheFacilityAnswersForAll() {
        Place unknown = new Place(AFAR.facility(), "");
        for (int failure = 0; failure < 199; failure++) {
            fail(SITI, unknown, NOW);
        }
        assertThat(admission(BUDI, unknown, NOW)).isEqualTo(new Admission.Open());
        fail(SITI, unknown, NOW);

        assertWaits(LockoutScope.FACILITY, admission(BUDI, unknown, NOW));
        assertThat(admission(BUDI, AFAR, NOW)).as("a device that is known").isEqualTo(new Admission.Open());
    }

    @Test
    void fiveFailuresLockThePersonHereForMinutesAndNotForGood() {
        for (int failure = 0; failure < 4; failure++) {
            fail(SITI, HOME, NOW);
        }
        assertThat(admission(SITI, HOME, NOW)).isEqualTo(new Admission.Open());
        fail(SITI, HOME, NOW);

        Admission.Wait wait = assertWaits(LockoutScope.PERSON_AT_DEVICE, admission(SITI, HOME, NOW));
        assertThat(wait.retryAfter()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
        assertThat(admission(SITI, HOME, NOW.plus(wait.retryAfter()))).isEqualTo(new Admission.Open());
        assertThat(admission(BUDI, HOME, NOW)).isEqualTo(new Admission.Open());
    }

    @Test
    void aCountHalvesWithEachHalfLifeAndAClockThatGoesBackForgivesNothing() {
        Duration halfLife = Duration.ofMinutes(10);
        FailureCount count = new FailureCount(8, NOW);

        assertThat(count.at(NOW.plus(halfLife), halfLife)).isEqualTo(4);
        assertThat(count.at(NOW.minus(halfLife), halfLife)).isEqualTo(8);
        assertThat(count.plusOne(NOW.minus(halfLife), halfLife)).isEqualTo(new FailureCount(9, NOW));
    }

    private static Admission.Wait assertWaits(LockoutScope because, Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Wait.class);
        Admission.Wait wait = (Admission.Wait) admission;
        assertThat(wait.because()).isEqualTo(because);
        assertThat(wait.retryAfter()).isPositive();
        return wait;
    }

    private Admission admission(Nid person, Place place, Instant at) {
        return LockoutRule.admission(person, place, at, watched -> counts.getOrDefault(watched, FailureCount.NONE));
    }

    private void fail(Nid person, Place place, Instant at) {
        Watched.of(person, place)
                .forEach(watched -> counts.put(
                        watched,
                        counts.getOrDefault(watched, FailureCount.NONE)
                                .plusOne(at, watched.scope().halfLife())));
    }
}
