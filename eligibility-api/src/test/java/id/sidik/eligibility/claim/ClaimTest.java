package id.sidik.eligibility.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.PresenceEvidence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final Instant NOW = Instant.parse("2026-06-15T03:00:00Z");
    private static final Officer ANI = new Officer("ani");
    private static final Officer BUDI = new Officer("budi");
    private static final ClaimDocument CARD = new ClaimDocument(DocumentKind.IDENTITY_CARD, "a".repeat(64));
    private static final PresenceEvidence.Receipt RECEIPT = new PresenceEvidence.Receipt("d-1", Optional.empty());

    private static final List<Long> AMOUNTS = List.of(0L, 900L, 1_000_000L, 1_000_001L);

    /** The whole machine: from which state which action may lead where. */
    private static final Set<String> EDGES = Set.of(
            "Open ShowPresence Open",
            "Open AddDocuments Open",
            "Open Submit Submitted",
            "Submitted ShowPresence Submitted",
            "Submitted Approve Approved",
            "Submitted Reject Rejected",
            "Rejected Appeal Appealed",
            "Appealed ShowPresence Appealed",
            "Appealed AddDocuments Appealed",
            "Appealed Approve Approved",
            "Appealed Reject Rejected",
            "Approved NoticePayment PaymentNoticed");

    @Test
    void randomWalksTakeEveryStepOfTheMachineAndNoOther() {
        long seed = Long.getLong("tests.seed", 20_260_615L);
        Random random = new Random(seed);
        Set<String> taken = new TreeSet<>();
        for (int walk = 0; walk < 2_000; walk++) {
            Claim claim = opened(random.nextBoolean() ? RECEIPT : new PresenceEvidence.Missing());
            Instant at = NOW;
            for (int step = 0; step < 15; step++) {
                at = at.plus(Duration.ofDays(random.nextInt(30)));
                ClaimAction action = anyAction(random);
                if (claim.after(action, at) instanceof ClaimStep.Moved moved) {
                    taken.add(name(claim.state()) + " " + name(action) + " "
                            + name(moved.claim().state()));
                    requireSound(claim, moved.claim(), seed);
                    claim = moved.claim();
                }
            }
        }
        assertThat(taken).as("-Dtests.seed=%d", seed).containsExactlyInAnyOrderElementsOf(EDGES);
    }

    private static void requireSound(Claim before, Claim after, long seed) {
        assertThat(after.revision()).as("-Dtests.seed=%d", seed).isEqualTo(before.revision() + 1);
        assertThat(after.documents()).containsAll(before.documents());
        if (after.state() instanceof ClaimState.Approved approved) {
            assertThat(after.presence()).isInstanceOf(PresenceEvidence.Receipt.class);
            assertThat(approved.amountRupiah()).isBetween(1L, after.amountRupiah());
        }
        if (before.state() instanceof ClaimState.Appealed appealed
                && after.state() instanceof ClaimState.Rejected again) {
            assertThat(again.by()).isNotEqualTo(appealed.rejection().by());
            assertThat(again.onAppeal()).isTrue();
        }
    }

    @Test
    void nobodyIsPaidWhoWasNeverThere() {
        Claim claim = submitted(new PresenceEvidence.Missing());
        assertRefused(claim, new ClaimAction.Approve(1_000, ANI), ClaimRefusal.CLAIM_PRESENCE_MISSING);
        Claim shown = moved(claim, new ClaimAction.ShowPresence(RECEIPT));
        assertThat(moved(shown, new ClaimAction.Approve(1_000, ANI)).state()).isInstanceOf(ClaimState.Approved.class);
        assertRefused(shown, new ClaimAction.ShowPresence(RECEIPT), ClaimRefusal.CLAIM_PRESENCE_SHOWN_ALREADY);
    }

    @Test
    void refusesByName() {
        Claim open = opened(RECEIPT);
        assertRefused(open, new ClaimAction.Submit(), ClaimRefusal.CLAIM_DOCUMENTS_MISSING);
        assertRefused(open, new ClaimAction.AddDocuments(List.of()), ClaimRefusal.CLAIM_DOCUMENTS_MISSING);
        assertRefused(open, new ClaimAction.Approve(1, ANI), ClaimRefusal.CLAIM_NOT_AWAITING_DECISION);
        assertRefused(open, new ClaimAction.Appeal("no"), ClaimRefusal.CLAIM_NOT_REJECTED);
        assertRefused(open, new ClaimAction.NoticePayment("p", 1), ClaimRefusal.CLAIM_NOT_APPROVED);
        Claim submitted = submitted(RECEIPT);
        assertRefused(submitted, new ClaimAction.AddDocuments(List.of(CARD)), ClaimRefusal.CLAIM_NOT_OPEN);
        assertRefused(submitted, new ClaimAction.Approve(1_000_001, ANI), ClaimRefusal.CLAIM_AMOUNT_OUT_OF_RANGE);
        assertRefused(submitted, new ClaimAction.Approve(0, ANI), ClaimRefusal.CLAIM_AMOUNT_OUT_OF_RANGE);
        Claim approved = moved(submitted, new ClaimAction.Approve(900, ANI));
        assertRefused(approved, new ClaimAction.NoticePayment("p", 901), ClaimRefusal.CLAIM_PAYMENT_DIFFERS);
    }

    @Test
    void anAppealIsDecidedByAnotherOfficerOnceAndInTime() {
        Claim rejected = moved(submitted(RECEIPT), new ClaimAction.Reject(RejectionReason.DOCUMENTS_INSUFFICIENT, ANI));
        Instant tooLate = NOW.plus(Claim.APPEAL_WITHIN).plusMillis(1);
        assertThat(rejected.after(new ClaimAction.Appeal("I worked there"), tooLate))
                .isEqualTo(new ClaimStep.Refused(ClaimRefusal.CLAIM_APPEAL_TOO_LATE));
        Claim appealed = moved(rejected, new ClaimAction.Appeal("I worked there"));
        assertRefused(appealed, new ClaimAction.Approve(5, ANI), ClaimRefusal.CLAIM_OFFICER_NOT_ANOTHER);
        Claim rejectedAgain = moved(appealed, new ClaimAction.Reject(RejectionReason.NOT_COVERED, BUDI));
        assertRefused(rejectedAgain, new ClaimAction.Appeal("but"), ClaimRefusal.CLAIM_APPEALED_ALREADY);
    }

    @Test
    void refusesWhatNoClaimCanMean() {
        assertThatIllegalArgumentException().isThrownBy(() -> opened(new PresenceEvidence.Grace("f-1", NOW)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClaimDocument(DocumentKind.OTHER, "A".repeat(64)));
        assertThat(opened(RECEIPT).toString()).doesNotContain("3174011708850003");
    }

    private static void assertRefused(Claim claim, ClaimAction action, ClaimRefusal refusal) {
        assertThat(claim.after(action, NOW)).isEqualTo(new ClaimStep.Refused(refusal));
    }

    private static Claim moved(Claim claim, ClaimAction action) {
        assertThat(claim.after(action, NOW)).isInstanceOf(ClaimStep.Moved.class);
        return ((ClaimStep.Moved) claim.after(action, NOW)).claim();
    }

    private static Claim submitted(PresenceEvidence presence) {
        return moved(moved(opened(presence), new ClaimAction.AddDocuments(List.of(CARD))), new ClaimAction.Submit());
    }

    private static Claim opened(PresenceEvidence presence) {
        return new Claim(
                "c-1",
                new Nid("3174011708850003"),
                Programme.JHT,
                new Facility("branch-1"),
                LocalDate.of(2026, 6, 1),
                1_000_000,
                ANI,
                "",
                Optional.empty(),
                presence,
                List.of(),
                new ClaimState.Open(),
                NOW,
                1);
    }

    private static ClaimAction anyAction(Random random) {
        Officer by = random.nextBoolean() ? ANI : BUDI;
        return switch (random.nextInt(7)) {
            case 0 -> new ClaimAction.ShowPresence(RECEIPT);
            case 1 -> new ClaimAction.AddDocuments(random.nextInt(5) == 0 ? List.of() : List.of(CARD));
            case 2 -> new ClaimAction.Submit();
            case 3 -> new ClaimAction.Approve(AMOUNTS.get(random.nextInt(AMOUNTS.size())), by);
            case 4 -> new ClaimAction.Reject(RejectionReason.DUPLICATE, by);
            case 5 -> new ClaimAction.Appeal("because");
            default -> new ClaimAction.NoticePayment("p-1", AMOUNTS.get(random.nextInt(AMOUNTS.size())));
        };
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}
