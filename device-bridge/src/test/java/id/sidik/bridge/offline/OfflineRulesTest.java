package id.sidik.bridge.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfflineRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
    private static final String ADMISSION = "HOSPITAL_ADMISSION";
    private static final String EMERGENCY = "HOSPITAL_EMERGENCY";
    private static final String DEVICE = "bridge-1";
    private static final String SITI = "3174015708850003";
    private static final String BUDI = "3174011708850003";
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[32]);
    private static final OfflineTerms TERMS =
            new OfflineTerms(Map.of(ADMISSION, 300L, EMERGENCY, 900L), 2, 3, 4, 1_000, 2_000, 1e-5);

    private static ExpectedMember member(String nid) {
        return new ExpectedMember(
                PSEUDONYMS.of(nid),
                List.of(),
                List.of(
                        new Prospect(ADMISSION, NOON.minusSeconds(60), NOON.plusSeconds(3_600), "JKN", "2026-12-31"),
                        new Prospect(EMERGENCY, NOON.minusSeconds(60), NOON.plusSeconds(3_600), "JKN", "2026-12-31"),
                        new Prospect(
                                "CLAIM_JHT", NOON.minusSeconds(60), NOON.plusSeconds(3_600), "JHT", "2026-12-31")));
    }

    private static Pack pack(long number, Duration age, Set<String> revoked, String... nids) {
        return pack(number, age, revoked, Set.of(), nids);
    }

    private static Pack pack(
            long number, Duration age, Set<String> revoked, Set<String> revokedDevices, String... nids) {
        return Pack.of(
                number,
                NOON.minus(age),
                NOON.minus(age).plus(Duration.ofDays(2)),
                TERMS,
                PSEUDONYMS,
                List.of(nids).stream().map(OfflineRulesTest::member).toList(),
                revoked,
                revokedDevices,
                Optional.empty());
    }

    private static HeldPacks.Finding.Named siti() {
        return new HeldPacks.Finding.Named(1, TERMS, member(SITI));
    }

    private static PastCheck grant(Duration ago, String nid, long rupiah) {
        return new PastCheck(NOON.minus(ago), PSEUDONYMS.of(nid), true, rupiah);
    }

    private static PastCheck attempt(Duration ago, String nid) {
        return new PastCheck(NOON.minus(ago), PSEUDONYMS.of(nid), true, 0);
    }

    @Test
    void grantsWhoIsExpectedCoveredProvedAndWithinTheBounds() {
        assertThat(OfflineRules.objection(ADMISSION, siti(), List.of(), NOON)).isEmpty();
        assertThat(OfflineRules.answer(ADMISSION, siti(), new FingerFinding.Compared(1e-5), NOON))
                .isEqualTo(new OfflineAnswer.Granted("JKN", "2026-12-31", 300));
    }

    @Test
    void refersAFingerThatIsNotSure() {
        assertThat(OfflineRules.answer(ADMISSION, siti(), new FingerFinding.Compared(1.1e-5), NOON))
                .isEqualTo(new OfflineAnswer.Referred(OfflineCause.FINGER_NOT_PROVED));
        assertThat(OfflineRules.answer(
                        ADMISSION, siti(), new FingerFinding.NotCompared(OfflineCause.FINGER_TOO_POOR), NOON))
                .isEqualTo(new OfflineAnswer.Referred(OfflineCause.FINGER_TOO_POOR));
    }

    @Test
    void refersAPurposeWithoutAStakeAndOneThatIsNotCovered() {
        assertThat(OfflineRules.objection("CLAIM_JHT", siti(), List.of(), NOON))
                .contains(OfflineCause.PURPOSE_NEEDS_NETWORK);
        assertThat(OfflineRules.objection(ADMISSION, siti(), List.of(), NOON.plusSeconds(3_600)))
                .contains(OfflineCause.NOT_COVERED_WHEN_ISSUED);
    }

    @Test
    void boundsGrantsOfOnePersonByNumber() {
        List<PastCheck> two = List.of(grant(Duration.ofHours(23), SITI, 1), grant(Duration.ofHours(1), SITI, 1));
        assertThat(OfflineRules.objection(ADMISSION, siti(), two, NOON)).contains(OfflineCause.PERSON_LIMIT_REACHED);
        List<PastCheck> oneIsOld = List.of(grant(Duration.ofDays(1), SITI, 1), grant(Duration.ofHours(1), SITI, 1));
        assertThat(OfflineRules.objection(ADMISSION, siti(), oneIsOld, NOON)).isEmpty();
        List<PastCheck> another = List.of(grant(Duration.ofHours(2), BUDI, 1), grant(Duration.ofHours(1), BUDI, 1));
        assertThat(OfflineRules.objection(ADMISSION, siti(), another, NOON)).isEmpty();
    }

    @Test
    void boundsGrantsOfOnePersonByAmount() {
        List<PastCheck> past = List.of(grant(Duration.ofHours(1), SITI, 700));
        assertThat(OfflineRules.objection(ADMISSION, siti(), past, NOON)).isEmpty(); // 700 and 300 are 1,000
        assertThat(OfflineRules.objection(EMERGENCY, siti(), past, NOON)).contains(OfflineCause.PERSON_LIMIT_REACHED);
    }

    @Test
    void boundsGrantsOfTheSiteByNumberAndAmount() {
        List<PastCheck> four = Collections.nCopies(4, grant(Duration.ofHours(5), BUDI, 1));
        assertThat(OfflineRules.objection(ADMISSION, siti(), four, NOON)).contains(OfflineCause.SITE_LIMIT_REACHED);
        List<PastCheck> dear = List.of(grant(Duration.ofHours(5), BUDI, 1_800));
        assertThat(OfflineRules.objection(ADMISSION, siti(), dear, NOON)).contains(OfflineCause.SITE_LIMIT_REACHED);
    }

    @Test
    void boundsAttemptsSoThatNobodyTriesFingersOut() {
        List<PastCheck> three = Collections.nCopies(3, attempt(Duration.ofHours(3), SITI));
        assertThat(OfflineRules.objection(ADMISSION, siti(), three, NOON)).contains(OfflineCause.ATTEMPTS_USED_UP);
        assertThat(OfflineRules.objection(ADMISSION, siti(), three.subList(1, 3), NOON))
                .isEmpty();
    }

    @Test
    void refersEverybodyWhenTheClockRanBack() {
        List<PastCheck> later = List.of(grant(Duration.ofHours(-1), BUDI, 1));
        assertThat(OfflineRules.objection(ADMISSION, siti(), later, NOON)).contains(OfflineCause.CLOCK_BEHIND);
        HeldPacks packs = new HeldPacks(List.of(pack(1, Duration.ofHours(-1), Set.of(), SITI)));
        assertThat(packs.find(SITI, DEVICE, NOON)).isInstanceOf(HeldPacks.Finding.ClockBehind.class);
    }

    @Test
    void servesFromEachPackInForceAndFromNoOther() {
        HeldPacks packs = new HeldPacks(
                List.of(pack(3, Duration.ofHours(47), Set.of(), SITI), pack(9, Duration.ofHours(1), Set.of(), BUDI)));
        assertThat(packs.find(SITI, DEVICE, NOON))
                .isInstanceOfSatisfying(
                        HeldPacks.Finding.Named.class,
                        named -> assertThat(named.packNumber()).isEqualTo(3));
        assertThat(packs.find(SITI, DEVICE, NOON.plus(Duration.ofHours(1))))
                .isInstanceOf(HeldPacks.Finding.NotNamed.class);
        assertThat(packs.find(BUDI, DEVICE, NOON.plus(Duration.ofHours(47))))
                .isInstanceOf(HeldPacks.Finding.NoPack.class);
    }

    @Test
    void aNewerPackWithdrawsWhomAnOlderOneNames() {
        Set<String> withoutSiti = Set.of(PSEUDONYMS.of(SITI));
        HeldPacks packs = new HeldPacks(
                List.of(pack(3, Duration.ofHours(2), Set.of(), SITI, BUDI), pack(9, Duration.ofHours(1), withoutSiti)));
        assertThat(packs.find(SITI, DEVICE, NOON)).isInstanceOf(HeldPacks.Finding.NotNamed.class);
        assertThat(packs.find(BUDI, DEVICE, NOON)).isInstanceOf(HeldPacks.Finding.Named.class);
        HeldPacks withHerAgain = packs.with(pack(12, Duration.ZERO, Set.of(), SITI), NOON);
        assertThat(withHerAgain.find(SITI, DEVICE, NOON)).isInstanceOf(HeldPacks.Finding.Named.class);
    }

    @Test
    void aRevokedDeviceAnswersNobodyOnceTheNewestPackSaysSo() {
        HeldPacks before = new HeldPacks(List.of(pack(3, Duration.ofHours(2), Set.of(), SITI)));
        HeldPacks packs = before.with(pack(4, Duration.ofHours(1), Set.of(), Set.of(DEVICE), SITI), NOON);

        assertThat(before.find(SITI, DEVICE, NOON)).isInstanceOf(HeldPacks.Finding.Named.class);
        assertThat(packs.find(SITI, DEVICE, NOON)).isInstanceOf(HeldPacks.Finding.DeviceRevoked.class);
        assertThat(packs.find(SITI, "bridge-2", NOON)).isInstanceOf(HeldPacks.Finding.Named.class);
        assertThat(OfflineRules.objection(ADMISSION, packs.find(SITI, DEVICE, NOON), List.of(), NOON))
                .contains(OfflineCause.DEVICE_REVOKED);
    }

    @Test
    void forgetsPacksThatHaveExpired() {
        HeldPacks packs = new HeldPacks(List.of(pack(3, Duration.ofDays(2), Set.of(), SITI)));
        assertThat(packs.with(pack(4, Duration.ZERO, Set.of(), BUDI), NOON).newestFirst())
                .extracting(Pack::number)
                .containsExactly(4L);
    }

    @Test
    void refusesTermsWithoutABound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfflineTerms(Map.of(ADMISSION, 1L), 1, 1, 1, 0, 1, 1e-5));
    }
}
