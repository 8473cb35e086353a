package id.sidik.eligibility;

import static id.sidik.eligibility.Appliance.check;
import static id.sidik.eligibility.Appliance.print;
import static id.sidik.eligibility.Appliance.registration;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sidik.bridge.console.Main;
import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.ClaimDocument;
import id.sidik.eligibility.v1.ClaimDocuments;
import id.sidik.eligibility.v1.ClaimServiceGrpc;
import id.sidik.eligibility.v1.ClaimServiceGrpc.ClaimServiceBlockingStub;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetAuditHeadResponse;
import id.sidik.eligibility.v1.GetCheckpointRequest;
import id.sidik.eligibility.v1.GetClaimRequest;
import id.sidik.eligibility.v1.GetLogProofRequest;
import id.sidik.eligibility.v1.GetReportRequest;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.PolicyServiceGrpc;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.eligibility.v1.ReadTileRequest;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.ReplayDecisionRequest;
import id.sidik.eligibility.v1.ReportRow;
import id.sidik.eligibility.v1.ReportServiceGrpc;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import id.sidik.eligibility.v1.TransparencyServiceGrpc;
import id.sidik.eligibility.v1.TransparencyServiceGrpc.TransparencyServiceBlockingStub;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.MerkleProof;
import id.sidik.wire.proof.VerifierKey;
import id.sidik.wire.tlog.LogProof;
import id.sidik.wire.tlog.TiledTree;
import id.sidik.wire.tlog.TrustPolicy;
import id.sidik.wire.trust.Role;
import io.grpc.Channel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup that was taken while counters, payments and claims went on holds a moment: its totals, claims and decisions are those that the log
 * has up to there, to the last one, and its log is the beginning of the one that went on.
 */
class RestoreUnderLoadTest {
    private static final String SITI = "3174015708850003";
    private static final String BUDI = "3174011708850003";
    private static final int STEPS_BEFORE = 10;

    @TempDir
    private Path folder;

    private String said = "";

    /** What is kept of the books that went on. */
    private record Kept(GetAuditHeadResponse before, VerifierKey key, List<AuditEvent> log) {}

    @Test
    void bringsBackOneMomentAndNothingTorn() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path restored = folder.resolve("restored");
        Kept kept = goOnWhileBackedUp(data);
        assertThat(run(
                        "restore",
                        "--from=" + folder.resolve("backup"),
                        "--keys-from=" + folder.resolve("keys"),
                        "--data=" + restored))
                .as(said)
                .isZero();

        try (Appliance appliance = Appliance.startWithoutMatcher(restored)) {
            GetAuditHeadResponse head = head(appliance);
            assertThat(head.getSize())
                    .as("taken in the middle")
                    .isGreaterThan(kept.before().getSize())
                    .isLessThan(kept.log().size());
            List<JsonObject> moment = kept.log().stream()
                    .limit(head.getSize())
                    .map(event -> JsonParser.parseString(event.getContent().toStringUtf8())
                            .getAsJsonObject())
                    .toList();
            totalsAreThoseOfTheMoment(appliance, moment);
            claimsAreWhereTheyWere(appliance, moment);
            decisionsAreMadeAgainAsTheyWere(appliance, moment);
            theLogIsTheBeginningOfTheOneThatWentOn(appliance, kept);
        }
    }

    private Kept goOnWhileBackedUp(Path data) throws Exception {
        try (Appliance appliance = Appliance.start(data)) {
            var _ = appliance
                    .as(Role.BRIDGE)
                    .registerMember(registration("register-siti", SITI, "Siti", print(101, 1)));
            var _ = appliance
                    .as(Role.BRIDGE)
                    .registerMember(registration("register-budi", BUDI, "Budi", print(103, 1)));
            pay(appliance, "before", 0);
            GetAuditHeadResponse before = head(appliance);
            backUp(appliance, data);
            pay(appliance, "after", 0);
            List<AuditEvent> log = new ArrayList<>();
            GetAuditHeadResponse last = head(appliance);
            appliance
                    .as(Role.AUDITOR)
                    .readAudit(ReadAuditRequest.newBuilder()
                            .setLimit((int) last.getSize())
                            .build())
                    .forEachRemaining(log::add);
            return new Kept(before, VerifierKey.parse(before.getVerifierKey()), log);
        }
    }

    private void backUp(Appliance appliance, Path data) throws Exception {
        List<IntConsumer> work = List.of(
                step -> pay(appliance, "bank", step),
                step -> pay(appliance, "telecom", step),
                step -> decide(appliance, SITI, step),
                step -> decide(appliance, BUDI, step),
                step -> claim(appliance, step));
        int code = BusyCounters.during(
                work,
                STEPS_BEFORE,
                () -> run(
                        "backup",
                        "--data=" + data,
                        "--to=" + folder.resolve("backup"),
                        "--keys-to=" + folder.resolve("keys")));
        assertThat(code).as(said).isZero();
    }

    /** No two amounts are the same, so that none is taken for another. */
    private static void pay(Appliance appliance, String channel, int step) {
        var _ = appliance
                .operator()
                .recordContribution(RecordContributionRequest.newBuilder()
                        .setIdempotencyKey("payment-" + channel + "-" + step)
                        .setNid(step % 2 == 0 ? SITI : BUDI)
                        .setProgramme(step % 3 == 0 ? Programme.JHT : Programme.JKN)
                        .setPeriod(YearMonth.now(ZoneOffset.UTC).toString())
                        .setAmountRupiah(100_000 + 10 * step + channel.length())
                        .setChannel(channel)
                        .build());
    }

    private static void decide(Appliance appliance, String nid, int step) {
        CheckEligibilityRequest question = check("capture-" + nid + "-" + step, nid, print(101, 1)).toBuilder()
                .clearSamples()
                .setCaptureFault(CaptureFault.FINGER_TIMEOUT)
                .build();
        CheckEligibilityResponse answer = appliance.as(Role.BRIDGE).checkEligibility(question);
        assertThat(answer.getReceipt()).isNotEmpty();
    }

    private static void claim(Appliance appliance, int step) {
        ClaimServiceBlockingStub claims = claims(appliance);
        String claim = claims.openClaim(OpenClaimRequest.newBuilder()
                        .setIdempotencyKey("claim-open-" + step)
                        .setNid(SITI)
                        .setProgramme(Programme.JHT)
                        .setFacilityId("BRANCH-1")
                        .setEventOn(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString())
                        .setAmountRupiah(1_000_000)
                        .build())
                .getClaim()
                .getClaimId();
        var _ = claims.supplyClaim(SupplyClaimRequest.newBuilder()
                .setIdempotencyKey("claim-papers-" + step)
                .setClaimId(claim)
                .setDocuments(ClaimDocuments.newBuilder()
                        .addDocuments(ClaimDocument.newBuilder()
                                .setKind(ClaimDocument.Kind.BANK_BOOK)
                                .setSha256("0".repeat(64))))
                .build());
        var _ = claims.supplyClaim(SupplyClaimRequest.newBuilder()
                .setIdempotencyKey("claim-submit-" + step)
                .setClaimId(claim)
                .setSubmit(true)
                .build());
    }

    private static ClaimServiceBlockingStub claims(Appliance appliance) {
        return ClaimServiceGrpc.newBlockingStub(channel(appliance, Role.OPERATOR));
    }

    private static Channel channel(Appliance appliance, Role role) {
        return appliance.as(role).getChannel();
    }

    private static GetAuditHeadResponse head(Appliance appliance) {
        return appliance.as(Role.AUDITOR).getAuditHead(GetAuditHeadRequest.getDefaultInstance());
    }

    /** The report adds up payments; the log says which there were. */
    private static void totalsAreThoseOfTheMoment(Appliance appliance, List<JsonObject> moment) {
        List<ReportRow> totals = ReportServiceGrpc.newBlockingStub(channel(appliance, Role.OPERATOR))
                .getReport(GetReportRequest.newBuilder()
                        .setName("financial-totals")
                        .build())
                .getRowsList();
        Map<String, Long> expected = new LinkedHashMap<>();
        for (JsonObject event : ofType(moment, "CONTRIBUTION_RECORDED")) {
            for (String under : List.of(
                    "programme " + event.get("programme").getAsString(),
                    "channel " + event.get("channel").getAsString())) {
                expected.merge(under, event.get("amount_rupiah").getAsLong(), Long::sum);
            }
        }
        assertThat(expected).as("payments went on").containsKeys("channel bank", "channel telecom");
        assertThat(expected).doesNotContainKey("channel after");
        for (ReportRow row : totals) {
            String under = row.getCells(0) + " " + row.getCells(1);
            assertThat(Long.parseLong(row.getCells(3))).as(under).isEqualTo(expected.getOrDefault(under, 0L));
        }
        assertThat(totals.stream().map(row -> row.getCells(0) + " " + row.getCells(1)))
                .containsAll(expected.keySet());
    }

    private static void claimsAreWhereTheyWere(Appliance appliance, List<JsonObject> moment) {
        Map<String, JsonObject> last = new LinkedHashMap<>();
        moment.stream()
                .filter(event -> event.has("claim_id"))
                .forEach(event -> last.put(event.get("claim_id").getAsString(), event));
        assertThat(last).isNotEmpty();
        last.forEach((claim, event) -> {
            var record = claims(appliance)
                    .getClaim(GetClaimRequest.newBuilder().setClaimId(claim).build())
                    .getClaim();
            assertThat(record.getState().name())
                    .isEqualTo(event.get("state").getAsString().toUpperCase(Locale.ROOT));
            assertThat(record.getDocumentsCount())
                    .isEqualTo(event.get("document_count").getAsInt());
        });
    }

    private static void decisionsAreMadeAgainAsTheyWere(Appliance appliance, List<JsonObject> moment) {
        var policy = PolicyServiceGrpc.newBlockingStub(channel(appliance, Role.AUDITOR));
        List<JsonObject> decisions = ofType(moment, "DECISION_MADE");
        assertThat(decisions).hasSizeGreaterThanOrEqualTo(2 * STEPS_BEFORE);
        for (JsonObject decision : decisions) {
            String id = decision.get("decision_id").getAsString();
            assertThat(policy.replayDecision(ReplayDecisionRequest.newBuilder()
                                    .setDecisionId(id)
                                    .build())
                            .getSame())
                    .as(id)
                    .isTrue();
        }
    }

    private static List<JsonObject> ofType(List<JsonObject> moment, String type) {
        return moment.stream()
                .filter(event -> event.get("type").getAsString().equals(type))
                .toList();
    }

    private static void theLogIsTheBeginningOfTheOneThatWentOn(Appliance appliance, Kept kept) {
        TransparencyServiceBlockingStub log = TransparencyServiceGrpc.newBlockingStub(channel(appliance, Role.AUDITOR));
        AuditEvent early = kept.log().get(2);
        byte[] leaf = MerkleHash.leaf(early.getContent().toByteArray());
        LogProof proof = LogProof.parse(log.getLogProof(GetLogProofRequest.newBuilder()
                        .setIndex(early.getIndex())
                        .build())
                .getProof());
        assertThat(proof.verify(leaf, TrustPolicy.of(kept.key())).checkpoint().size())
                .isGreaterThanOrEqualTo(kept.before().getSize());

        Checkpoint before = Checkpoint.verify(kept.before().getCheckpoint(), kept.key());
        Checkpoint now = Checkpoint.verify(
                log.getCheckpoint(GetCheckpointRequest.getDefaultInstance()).getCheckpoint(), kept.key());
        TiledTree tree = new TiledTree(
                tile -> log.readTile(ReadTileRequest.newBuilder()
                                .setPath(tile.path())
                                .build())
                        .getContent()
                        .toByteArray(),
                now.size());
        List<byte[]> grows = tree.consistencyProof(before.size());
        assertThat(MerkleProof.consistent(before.size(), now.size(), before.rootHash(), now.rootHash(), grows))
                .as("the head that was kept before is a beginning of what was restored")
                .isTrue();
    }

    private int run(String... command) {
        StringWriter out = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(out, true), command);
        said = out.toString();
        return code;
    }
}
