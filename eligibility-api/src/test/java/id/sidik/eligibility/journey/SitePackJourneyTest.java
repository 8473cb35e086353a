package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.NOW;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.assertRefused;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.payment;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import id.sidik.bridge.vault.SealBrokenException;
import id.sidik.bridge.vault.Vault;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.v1.AdmitSiteRequest;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.Difference;
import id.sidik.eligibility.v1.ExpectMembersRequest;
import id.sidik.eligibility.v1.IssueSitePackRequest;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.ListReconciledRequest;
import id.sidik.eligibility.v1.OfflineSite;
import id.sidik.eligibility.v1.PackedMember;
import id.sidik.eligibility.v1.Prospect;
import id.sidik.eligibility.v1.ProvisionalCheck;
import id.sidik.eligibility.v1.ProvisionalGrant;
import id.sidik.eligibility.v1.ProvisionalReferral;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.eligibility.v1.ReconcileProvisionalRequest;
import id.sidik.eligibility.v1.ReconciledCheck;
import id.sidik.eligibility.v1.SitePack;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePackJourneyTest {
    private static final String FACILITY = "RSUD-01";
    private static final String JOURNAL = "0123456789abcdef0123456789abcdef";
    private static final ByteString NOTHING_BEFORE = ByteString.copyFrom(new byte[32]);

    private Counter counter;
    private Vault vault;

    @BeforeEach
    void registerTwoAndTheSite(@TempDir Path folder) throws Exception {
        counter = new Counter(folder.resolve("eligibility"));
        vault = Vault.openOrCreate(folder.resolve("bridge"), false);
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        counter.journeys.contributions().record(payment("pay-siti", SITI, "2026-03"), operator());
        counter.journeys.registration().register(registration("reg-budi", BUDI, sample("budi")), operator());
        counter.journeys.sitePacks().put(site("site-one", vault.packKey(), 48), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private static AdmitSiteRequest site(String key, byte[] packKey, int hours) {
        return AdmitSiteRequest.newBuilder()
                .setIdempotencyKey(key)
                .setSite(OfflineSite.newBuilder()
                        .setFacilityId(FACILITY)
                        .setPackKey(ByteString.copyFrom(packKey))
                        .setValidHours(hours)
                        .setTerms(Counter.offlineTerms()))
                .build();
    }

    private void expect(String key, String... nids) {
        counter.journeys
                .sitePacks()
                .expect(
                        ExpectMembersRequest.newBuilder()
                                .setIdempotencyKey(key)
                                .setFacilityId(FACILITY)
                                .addAllNids(List.of(nids))
                                .build(),
                        operator());
    }

    private IssueSitePackResponse issue() {
        return counter.journeys
                .sitePacks()
                .issue(IssueSitePackRequest.newBuilder().setFacilityId(FACILITY).build(), operator());
    }

    private SitePack opened(IssueSitePackResponse response) throws Exception {
        String statement =
                CompactJws.verify(response.getPack().getStatement(), Ed25519.fromPem(response.getAnchorPem()));
        byte[] sealed = response.getPack().getSealed().toByteArray();
        assertThat(statement)
                .contains("\"sha256\":\"" + HexFormat.of().formatHex(sha256(sealed)) + "\"")
                .contains("\"facility\":\"RSUD-01\"");
        String number = statement.replaceAll(".*\"number\":([0-9]+).*", "$1");
        byte[] info = ("sidik site pack 1 RSUD-01 " + number).getBytes(StandardCharsets.US_ASCII);
        return SitePack.parseFrom(vault.openPack(sealed, info));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private List<String> auditEvents() {
        List<String> contents = new ArrayList<>();
        counter.journeys
                .audit()
                .read(ReadAuditRequest.getDefaultInstance())
                .forEachRemaining(event -> contents.add(event.getContent().toStringUtf8()));
        return contents;
    }

    @Test
    void packsTheExpectedWithTemplatesAndWhatTheyWouldBeGranted() throws Exception {
        expect("expect-1", SITI, BUDI);
        SitePack pack = opened(issue());

        assertThat(pack.getMembersList())
                .hasSize(2)
                .allSatisfy(member -> assertThat(member.getTemplatesCount()).isEqualTo(1));
        PackedMember siti = pack.getMembers(0);
        assertThat(siti.getTemplates(0).getContent().toStringUtf8()).isEqualTo("siti");
        assertThat(siti.getProspectsList()).isNotEmpty().allSatisfy(prospect -> {
            assertThat(prospect.getPurpose()).isEqualTo(Purpose.HOSPITAL_ADMISSION);
            assertThat(prospect.getBenefit()).isEqualTo("JKN");
        });
        assertThat(siti.getProspectsList())
                .extracting(prospect -> prospect.getFrom().getSeconds())
                .first()
                .isEqualTo(Instant.parse("2026-03-09T17:00:00Z").getEpochSecond()); // 10 March begins in Jakarta
        assertThat(last(siti).getUntil().getSeconds())
                .isEqualTo(Instant.parse("2026-03-12T17:00:00Z").getEpochSecond());
        assertThat(pack.getMembers(1).getProspectsList())
                .as("nobody paid for Budi")
                .isEmpty();
        assertThat(pack.getExpiresAt().getSeconds())
                .isEqualTo(NOW.plusSeconds(48 * 3_600).getEpochSecond());
        assertThat(pack.toString()).doesNotContain(SITI, BUDI, "Rahayu");
    }

    private static Prospect last(PackedMember member) {
        return member.getProspects(member.getProspectsCount() - 1);
    }

    @Test
    void writesDownWhoseTemplatesLeaveBeforeTheyDo() {
        expect("expect-1", SITI, BUDI);
        issue();

        assertThat(auditEvents().getLast())
                .contains(
                        "SITE_PACK_ISSUED",
                        "\"facility\":\"RSUD-01\"",
                        "\"record_count\":\"2\"",
                        "\"reference_count\":\"2\"")
                .doesNotContain(SITI);
    }

    @Test
    void givesOutNothingThatOnlyTheBridgeCannotRead(@TempDir Path other) throws Exception {
        expect("expect-1", SITI);
        IssueSitePackResponse response = issue();
        Vault thief = Vault.openOrCreate(other.resolve("keys"), false);

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> thief.openPack(
                        response.getPack().getSealed().toByteArray(),
                        "sidik site pack 1 RSUD-01 1".getBytes(StandardCharsets.US_ASCII)));
        assertThat(response.getPack().getSealed().toStringUtf8()).doesNotContain("siti");
    }

    @Test
    void withdrawsFromEarlierPacksWhoHasNoFingersAnyMore() throws Exception {
        expect("expect-1", SITI, BUDI);
        ByteString siti = opened(issue()).getMembers(0).getPseudonym();
        counter.journeys
                .fingers()
                .withdraw(
                        WithdrawFingersRequest.newBuilder()
                                .setIdempotencyKey("withdraw-1")
                                .setNid(SITI)
                                .setReason("asked for")
                                .build(),
                        operator());

        SitePack next = opened(issue());

        assertThat(next.getMembersList()).extracting(PackedMember::getPseudonym).doesNotContain(siti);
        assertThat(next.getRevokedList()).containsExactly(siti);
    }

    @Test
    void numbersPacksUpwards() throws Exception {
        expect("expect-1", SITI);
        assertThat(opened(issue()).getNumber()).isLessThan(opened(issue()).getNumber());
    }

    @Test
    void refusesASiteThatCannotBe() {
        SitePackJourney packs = counter.journeys.sitePacks();
        assertRefused("PACK_KEY_INVALID", () -> packs.put(site("site-two", new byte[32], 48), operator()));
        assertRefused("PACK_KEY_INVALID", () -> packs.put(site("site-two", new byte[31], 48), operator()));
        assertRefused("VALIDITY_INVALID", () -> packs.put(site("site-two", vault.packKey(), 23), operator()));
        assertRefused("VALIDITY_INVALID", () -> packs.put(site("site-two", vault.packKey(), 73), operator()));
        AdmitSiteRequest lax = site("site-two", vault.packKey(), 48);
        assertRefused(
                "OFFLINE_TERMS_INVALID",
                () -> packs.put(
                        lax.toBuilder()
                                .setSite(lax.getSite().toBuilder()
                                        .setTerms(Counter.offlineTerms().toBuilder()
                                                .setTargetFmr(1e-3)))
                                .build(),
                        operator()));
        assertRefused(
                "SITE_UNKNOWN",
                () -> packs.issue(
                        IssueSitePackRequest.newBuilder()
                                .setFacilityId("RSUD-99")
                                .build(),
                        operator()));
        assertRefused("MEMBER_UNKNOWN", () -> expect("expect-2", SITI, "3174015708850004"));
    }

    // ---------------------------------------------------------------- afterwards

    /** A bridge's journal, as far as the gate sees it. */
    private static final class Entries {
        private final List<ByteString> all = new ArrayList<>();

        ByteString add(String nid, String finger, long pack, boolean granted) {
            ProvisionalCheck.Builder check = ProvisionalCheck.newBuilder()
                    .setJournalId(JOURNAL)
                    .setSequence(all.size() + 1L)
                    .setPreviousHash(hashBefore())
                    .setPackNumber(pack)
                    .setQuestion(Counter.check("capture-" + (all.size() + 1), nid, sample(finger)));
            if (granted) {
                check.setGranted(ProvisionalGrant.newBuilder().setBenefit("JKN").setInForceUntil("2026-03-31"));
            } else {
                check.setReferred(ProvisionalReferral.newBuilder().setCause("FINGER_NOT_PROVED"));
            }
            all.add(check.build().toByteString());
            return all.getLast();
        }

        private ByteString hashBefore() {
            try {
                return all.isEmpty()
                        ? NOTHING_BEFORE
                        : ByteString.copyFrom(sha256(all.getLast().toByteArray()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private List<ReconciledCheck> reconcile(List<ByteString> entries) {
        return counter.journeys
                .reconciliation()
                .reconcile(
                        ReconcileProvisionalRequest.newBuilder()
                                .setFacilityId(FACILITY)
                                .addAllEntries(entries)
                                .build(),
                        operator())
                .getReconciledList();
    }

    private List<ReconciledCheck> listed(boolean differingOnly) {
        return counter.journeys
                .reconciliation()
                .list(
                        ListReconciledRequest.newBuilder()
                                .setFacilityId(FACILITY)
                                .setDifferingOnly(differingOnly)
                                .build(),
                        operator())
                .getChecksList();
    }

    private long packOf(String... nids) throws Exception {
        expect("expect-pack", nids);
        return opened(issue()).getNumber();
    }

    @Test
    void decidesEachEntryAgainAndSaysWhereItDiffers() throws Exception {
        long pack = packOf(SITI, BUDI);
        Entries journal = new Entries();
        journal.add(SITI, "siti", pack, true);
        journal.add(SITI, "somebody else", pack, true);
        journal.add(SITI, "siti", pack, false);
        journal.add(BUDI, "budi", pack, true);
        journal.add(SITI, "smudge", pack, false);

        List<ReconciledCheck> reconciled = reconcile(journal.all);

        assertThat(reconciled)
                .extracting(ReconciledCheck::getDifference)
                .containsExactly(
                        Difference.SAME,
                        Difference.GRANTED_WRONGLY,
                        Difference.REFERRED_NEEDLESSLY,
                        Difference.GRANTED_WRONGLY,
                        Difference.SAME);
        assertThat(reconciled.get(1).getCentralWhy()).contains("PRESENCE_MISMATCH");
        assertThat(reconciled.get(3).getCentral()).isEqualTo("DENIED");
        assertThat(listed(true)).extracting(ReconciledCheck::getSequence).containsExactly(2L, 3L, 4L);
        assertThat(listed(false)).hasSize(5);
    }

    @Test
    void countsTheDifferencesInTheAuditLog() throws Exception {
        long pack = packOf(SITI);
        Entries journal = new Entries();
        journal.add(SITI, "siti", pack, true);
        journal.add(SITI, "somebody else", pack, true);
        reconcile(journal.all);

        assertThat(auditEvents().stream().filter(event -> event.contains("PROVISIONAL_RECONCILED")))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).doesNotContain(SITI))
                .anySatisfy(event -> assertThat(event).contains("\"difference\":\"SAME\""))
                .anySatisfy(event -> assertThat(event).contains("\"difference\":\"GRANTED_WRONGLY\""));
    }

    @Test
    void makesADecisionWithAReceiptOnceForEachEntry() throws Exception {
        long pack = packOf(SITI);
        Entries journal = new Entries();
        journal.add(SITI, "siti", pack, true);

        ReconciledCheck first = reconcile(journal.all).getFirst();
        int leaves = auditEvents().size();
        ReconciledCheck again = reconcile(journal.all).getFirst();

        assertThat(again).isEqualTo(first);
        assertThat(auditEvents()).hasSize(leaves);
        assertThat(counter.matcher.verifications()).isEqualTo(1);
        assertThat(counter.journeys
                        .recall()
                        .byId(first.getDecisionId(), operator())
                        .answer()
                        .getReceipt())
                .isNotEmpty();
    }

    @Test
    void takesTheDecisionThatItMadeItselfWhenOnlyItsAnswerWasLost() throws Exception {
        long pack = packOf(SITI);
        CheckEligibilityRequest asked = Counter.check("capture-1", SITI, sample("siti"));
        String decisionId =
                counter.journeys.eligibility().check(asked, operator()).getDecisionId();
        Entries journal = new Entries();
        journal.add(SITI, "siti", pack, true);

        assertThat(reconcile(journal.all).getFirst().getDecisionId()).isEqualTo(decisionId);
    }

    @Test
    void noticesEntriesThatAreLeftOutPutInOrChanged() throws Exception {
        long pack = packOf(SITI);
        Entries journal = new Entries();
        journal.add(SITI, "siti", pack, true);
        journal.add(SITI, "siti", pack, true);
        journal.add(SITI, "siti", pack, true);

        assertRefused("JOURNAL_GAP", () -> reconcile(journal.all.subList(1, 2)));
        reconcile(journal.all.subList(0, 1));
        assertRefused("JOURNAL_GAP", () -> reconcile(journal.all.subList(2, 3)));
        Entries other = new Entries();
        other.add(SITI, "somebody else", pack, true);
        assertRefused("JOURNAL_FORKED", () -> reconcile(other.all));
        other.add(SITI, "siti", pack, true);
        assertRefused("JOURNAL_FORKED", () -> reconcile(other.all.subList(1, 2)));
        assertThat(reconcile(journal.all)).hasSize(3);
    }

    @Test
    void believesNoGrantWithoutAPackThatNamedThePerson() throws Exception {
        long pack = packOf(BUDI);
        counter.journeys.contributions().record(payment("pay-budi", BUDI, "2026-03"), operator());
        Entries journal = new Entries();
        journal.add(SITI, "siti", pack, true);
        journal.add(BUDI, "budi", pack + 1_000, true);

        assertThat(reconcile(journal.all)).allSatisfy(check -> {
            assertThat(check.getCentralWhy()).isEqualTo("CAPTURE_STALE");
            assertThat(check.getDifference()).isEqualTo(Difference.GRANTED_WRONGLY);
        });
    }

    @Test
    void anEntryThatAsksNothingDoesNotKeepThoseBehindIt() throws Exception {
        long pack = packOf(SITI);
        Entries journal = new Entries();
        journal.add("9999999999999999", "siti", 0, false);
        journal.add(SITI, "siti", pack, true);

        assertThat(reconcile(journal.all))
                .extracting(ReconciledCheck::getCentral)
                .containsExactly("REFUSED", "GRANTED");
    }

    @Test
    void keepsWhatWasDoneWhenTheMatcherFailsMidway() throws Exception {
        long pack = packOf(SITI);
        Entries journal = new Entries();
        journal.add(SITI, "siti", pack, true);
        journal.add(SITI, "siti", pack, true);
        int[] calls = new int[1];
        counter.matcher.beforeAnswering(() -> counter.matcher.down(++calls[0] > 1));

        assertThat(reconcile(journal.all))
                .extracting(ReconciledCheck::getSequence)
                .containsExactly(1L);
        assertThatExceptionOfType(MatcherUnavailableException.class)
                .isThrownBy(() -> reconcile(journal.all.subList(1, 2)));
        counter.matcher.beforeAnswering(() -> {});
        counter.matcher.down(false);
        assertThat(reconcile(journal.all)).hasSize(2);
    }

    @Test
    void refusesBytesThatAreNoEntry() {
        assertRefused("ENTRY_INVALID", () -> reconcile(List.of(ByteString.copyFromUtf8("no entry"))));
        assertRefused("ENTRIES_TOO_MANY", () -> reconcile(List.of()));
    }
}
