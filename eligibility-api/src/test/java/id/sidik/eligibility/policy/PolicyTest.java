package id.sidik.eligibility.policy;

import static id.sidik.eligibility.contribution.Programme.JHT;
import static id.sidik.eligibility.contribution.Programme.JKN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.contribution.Standing;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
    /** Noon in Jakarta on 15 June 2026. */
    private static final Instant NOW = Instant.parse("2026-06-15T05:00:00Z");

    private static final Presence PROVED = new Presence.Proved(1e-6, 1e-4);
    private static final Presence MISMATCH = new Presence.Mismatch(0.3, 1e-4);

    private static final LocalDate DAY = Policy.dayOf(NOW);

    /** Compiled once: it is the same for every test. */
    private static final Policy POLICY = Policy.builtIn();

    @Test
    void grantsWhoIsPresentAndPaid() {
        Ruling ruling = POLICY.decide(facts(MemberStatus.ACTIVE, PROVED, paid(JKN, "2026-05", "2026-06")), DAY);

        assertThat(ruling.decision()).isEqualTo(new Decision.Granted(JKN, LocalDate.of(2026, 7, 31)));
        assertThat(ruling.grounds()).isEmpty();
        assertThat(ruling.policyVersion()).matches("2026\\.2\\+[0-9a-f]{12}");
    }

    @ParameterizedTest
    @MethodSource("paidMonthsAndAnswers")
    void coversPaidMonthsAndOneMonthOfGrace(List<String> months, Decision expected) {
        Ruling ruling =
                POLICY.decide(facts(MemberStatus.ACTIVE, PROVED, paid(JKN, months.toArray(String[]::new))), DAY);

        assertThat(ruling.decision()).isEqualTo(expected);
    }

    static Stream<Arguments> paidMonthsAndAnswers() {
        return Stream.of(
                Arguments.of(List.of("2026-06"), granted("2026-07-31")),
                Arguments.of(List.of("2026-05"), granted("2026-06-30")),
                Arguments.of(List.of("2026-04"), denied(DenialReason.CONTRIBUTIONS_LAPSED)),
                Arguments.of(List.of("2026-07"), denied(DenialReason.COVER_NOT_BEGUN)),
                Arguments.of(List.of("2025-01", "2026-07"), denied(DenialReason.CONTRIBUTIONS_LAPSED)),
                Arguments.of(List.of("2026-05", "2026-07", "2026-09"), granted("2026-10-31")),
                Arguments.of(List.of("2026-06", "2026-09"), granted("2026-07-31")),
                Arguments.of(List.of(), denied(DenialReason.NO_CONTRIBUTION)));
    }

    @Test
    void beginsTheDayInJakarta() {
        Facts facts = facts(MemberStatus.ACTIVE, PROVED, paid(JKN, "2026-05"));

        assertThat(POLICY.decide(facts, Policy.dayOf(Instant.parse("2026-06-30T16:59:59Z")))
                        .decision())
                .isInstanceOf(Decision.Granted.class);
        assertThat(POLICY.decide(facts, Policy.dayOf(Instant.parse("2026-06-30T17:00:00Z")))
                        .decision())
                .isEqualTo(denied(DenialReason.CONTRIBUTIONS_LAPSED));
    }

    @Test
    void paysSavingsLongAfterTheLastContribution() {
        Facts facts = facts(Purpose.CLAIM_JHT, Optional.of(member(MemberStatus.ACTIVE)), PROVED, paid(JHT, "2019-03"));

        assertThat(POLICY.decide(facts, DAY).decision())
                .isEqualTo(new Decision.Granted(JHT, LocalDate.of(2026, 6, 15)));
    }

    @Test
    void deniesANumberThatNobodyHas() {
        Ruling ruling = POLICY.decide(
                facts(Purpose.HOSPITAL_ADMISSION, Optional.empty(), new Presence.NotEnrolled(), Map.of()), DAY);

        assertThat(ruling.decision()).isEqualTo(denied(DenialReason.NOT_A_MEMBER));
    }

    @Test
    void tellsAStrangerNothingButThatTheFingerIsWrong() {
        Ruling ruling = POLICY.decide(facts(MemberStatus.DECEASED, MISMATCH, Map.of()), DAY);

        assertThat(ruling.decision()).isEqualTo(denied(DenialReason.PRESENCE_MISMATCH));
        assertThat(ruling.grounds())
                .containsExactly(DenialReason.PRESENCE_MISMATCH, DenialReason.DECEASED, DenialReason.NO_CONTRIBUTION);
    }

    @Test
    void reportsReasonsInOrderOfPrecedence() {
        Ruling ruling = POLICY.decide(facts(MemberStatus.SUSPENDED, PROVED, paid(JKN, "2020-01")), DAY);

        assertThat(ruling.decision())
                .isEqualTo(new Decision.Denied(List.of(DenialReason.SUSPENDED, DenialReason.CONTRIBUTIONS_LAPSED)));
    }

    @ParameterizedTest
    @MethodSource("presencesWithoutProof")
    void refersWhoeverCannotBeCompared(Presence presence, UndeterminedCause cause) {
        Facts paidUp = facts(MemberStatus.ACTIVE, presence, paid(JKN, "2026-06"));
        Facts deceased = facts(MemberStatus.DECEASED, presence, Map.of());

        assertThat(POLICY.decide(paidUp, DAY).decision()).isEqualTo(new Decision.Undetermined(cause));
        assertThat(POLICY.decide(deceased, DAY).decision())
                .as("the same answer, or the answer would tell who is dead")
                .isEqualTo(new Decision.Undetermined(cause));
    }

    static Stream<Arguments> presencesWithoutProof() {
        return Stream.of(
                Arguments.of(
                        new Presence.CaptureFailed(CaptureFault.SCANNER_UNPLUGGED),
                        UndeterminedCause.SCANNER_UNPLUGGED),
                Arguments.of(new Presence.CaptureFailed(CaptureFault.SCANNER_FAULT), UndeterminedCause.SCANNER_FAULT),
                Arguments.of(new Presence.CaptureFailed(CaptureFault.FINGER_TIMEOUT), UndeterminedCause.FINGER_TIMEOUT),
                Arguments.of(
                        new Presence.CaptureFailed(CaptureFault.QUALITY_TOO_LOW), UndeterminedCause.QUALITY_TOO_LOW),
                Arguments.of(new Presence.CaptureMissing(), UndeterminedCause.CAPTURE_MISSING),
                Arguments.of(new Presence.Stale(), UndeterminedCause.CAPTURE_STALE),
                Arguments.of(new Presence.DeviceUntrusted(), UndeterminedCause.DEVICE_NOT_TRUSTED),
                Arguments.of(new Presence.Replayed(), UndeterminedCause.CAPTURE_REPLAYED),
                Arguments.of(new Presence.TooPoor(), UndeterminedCause.QUALITY_TOO_LOW),
                Arguments.of(new Presence.NotEnrolled(), UndeterminedCause.NOT_ENROLLED),
                Arguments.of(new Presence.MatcherUnavailable(), UndeterminedCause.MATCHER_UNAVAILABLE),
                Arguments.of(new Presence.GalleryIncomplete(), UndeterminedCause.GALLERY_INCOMPLETE));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void asksEveryPurposeForItsOwnProgramme(Purpose purpose) {
        Map<Programme, Standing> allButThis = new EnumMap<>(Programme.class);
        Stream.of(Programme.values()).forEach(programme -> allButThis.putAll(paid(programme, "2026-06")));
        Map<Programme, Standing> onlyThis = Map.of(purpose.programme(), allButThis.get(purpose.programme()));
        allButThis.remove(purpose.programme());
        Optional<Member> member = Optional.of(member(MemberStatus.ACTIVE));

        assertThat(POLICY.decide(facts(purpose, member, PROVED, onlyThis), DAY).decision())
                .isInstanceOf(Decision.Granted.class);
        assertThat(POLICY.decide(facts(purpose, member, PROVED, allButThis), DAY)
                        .decision())
                .isEqualTo(denied(DenialReason.NO_CONTRIBUTION));
    }

    @Test
    void neverGrantsWithoutPresenceMembershipAndPayment() {
        long seed = Long.getLong("tests.seed", 20260615L);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            Visitor visitor = randomVisitor(random);

            Ruling ruling = POLICY.decide(visitor.facts(), DAY);

            assertThat(ruling.decision() instanceof Decision.Granted)
                    .as("-Dtests.seed=%d, round %d: %s", seed, round, visitor)
                    .isEqualTo(mayBeGranted(visitor));
            assertThat(POLICY.decide(Facts.ofJson(visitor.facts().json()), DAY).json())
                    .as("the same facts, written down and read, get the same ruling")
                    .isEqualTo(ruling.json());
        }
    }

    @Test
    void refusesFactsThatCannotBe() {
        assertThatThrownBy(() -> facts(Purpose.CLAIM_JP, Optional.empty(), PROVED, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Presence.Proved(2e-4, 1e-4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Presence.Proved(Double.NaN, 1e-4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision.Denied(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private record Visitor(
            Purpose purpose, Optional<Member> member, Presence presence, Map<Programme, Standing> standings) {
        Facts facts() {
            return PolicyTest.facts(purpose, member, presence, standings);
        }
    }

    /** Said once more, in other words than the policy says it. */
    private static boolean mayBeGranted(Visitor visitor) {
        boolean present = visitor.presence() instanceof Presence.Proved;
        boolean active = visitor.member()
                .filter(member -> member.status() == MemberStatus.ACTIVE)
                .isPresent();
        boolean savings = Set.of(Purpose.CLAIM_JHT, Purpose.CLAIM_JP, Purpose.PENSION_PROOF_OF_LIFE)
                .contains(visitor.purpose());
        Standing standing = visitor.standings().get(visitor.purpose().programme());
        boolean paid = standing != null
                && standing.paidMonths().stream()
                        .anyMatch(month -> !month.isAfter(YearMonth.of(2026, 6))
                                && (savings || !month.isBefore(YearMonth.of(2026, 5))));
        return present && active && paid;
    }

    private static Visitor randomVisitor(Random random) {
        List<Presence> presences = Stream.concat(
                        Stream.of(PROVED, PROVED, PROVED, MISMATCH),
                        presencesWithoutProof()
                                .map(arguments -> (Presence) arguments.get()[0]))
                .toList();
        Presence presence = presences.get(random.nextInt(presences.size()));
        MemberStatus[] statuses = MemberStatus.values();
        boolean known = presence instanceof Presence.Proved || random.nextInt(4) > 0;
        Optional<Member> member =
                known ? Optional.of(member(statuses[random.nextInt(statuses.length)])) : Optional.empty();
        Map<Programme, Standing> standings = new EnumMap<>(Programme.class);
        for (Programme programme : Programme.values()) {
            NavigableSet<YearMonth> months = new TreeSet<>();
            for (int payment = random.nextInt(4); payment > 0; payment--) {
                months.add(YearMonth.of(2026, 1 + random.nextInt(12)));
            }
            if (!months.isEmpty()) {
                standings.put(programme, new Standing(programme, months, 1));
            }
        }
        Purpose[] purposes = Purpose.values();
        return new Visitor(purposes[random.nextInt(purposes.length)], member, presence, standings);
    }

    private static Facts facts(
            Purpose purpose, Optional<Member> member, Presence presence, Map<Programme, Standing> standings) {
        return Facts.about(purpose, member)
                .nothingStated(DAY)
                .presence(presence)
                .standing(Optional.ofNullable(standings.get(purpose.programme())))
                .build();
    }

    private static Facts facts(MemberStatus status, Presence presence, Map<Programme, Standing> standings) {
        return facts(Purpose.HOSPITAL_ADMISSION, Optional.of(member(status)), presence, standings);
    }

    private static Member member(MemberStatus status) {
        return Member.registered(
                        new Nid("3174011708850003"), "Siti Rahayu", Segment.INFORMAL, new SubjectId("s-1"), NOW)
                .withStatus(status);
    }

    private static Map<Programme, Standing> paid(Programme programme, String... months) {
        NavigableSet<YearMonth> paidMonths = new TreeSet<>();
        Stream.of(months).map(YearMonth::parse).forEach(paidMonths::add);
        return paidMonths.isEmpty() ? Map.of() : Map.of(programme, new Standing(programme, paidMonths, 42_000));
    }

    private static Decision granted(String until) {
        return new Decision.Granted(JKN, LocalDate.parse(until));
    }

    private static Decision denied(DenialReason reason) {
        return new Decision.Denied(List.of(reason));
    }
}
