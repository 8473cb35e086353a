package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.bridge.console.Main;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.uplink.GateSiteLine;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.eligibility.journey.Counter;
import id.sidik.eligibility.v1.AdmitSiteRequest;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.Difference;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.ExpectMembersRequest;
import id.sidik.eligibility.v1.ListReconciledRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.ReceiptServiceGrpc;
import id.sidik.eligibility.v1.ReconciledCheck;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RevokeReceiptRequest;
import id.sidik.eligibility.v1.SitePackServiceGrpc;
import id.sidik.eligibility.v1.SitePackServiceGrpc.SitePackServiceBlockingStub;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.PeerLink;
import id.sidik.wire.trust.Role;
import io.grpc.ManagedChannel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A facility that loses its network: gate and matcher as they run, real prints, a line that is cut. Later tests stand on earlier ones. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfflineTest {
    private static final String FACILITY = "RSUD-01";
    private static final String SITI = "3174015708850003";
    private static final String BUDI = "3174011708850003";
    private static final int SITIS_FINGER = 101;
    private static final int BUDIS_FINGER = 102;
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int CHECK_BYTES_MAX = 2_048;

    private static Appliance appliance;
    private static CutLine line;
    private static PeerLink link;
    private static ManagedChannel operator;
    private static Site site;
    private static Path bridge;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        appliance = Appliance.start(data);
        line = new CutLine(appliance.address());
        link = new PeerLink(
                () -> Optional.of(line.address()),
                appliance.material(Role.BRIDGE),
                Role.ELIGIBILITY,
                Duration.ofSeconds(30),
                System::nanoTime);
        operator = Channels.open(
                appliance.address(), appliance.material(Role.OPERATOR), Role.ELIGIBILITY, Duration.ofSeconds(30));
        bridge = data.resolve("bridge");
        site = openSite();
        register("register-siti", SITI, SITIS_FINGER);
        register("register-budi", BUDI, BUDIS_FINGER);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        operator.shutdownNow();
        link.close();
        line.close();
        appliance.close();
    }

    private static Site openSite() {
        return Site.open(
                bridge,
                Dismissal.in(bridge, CLOCK),
                FACILITY,
                FingerEngine.SIDIK,
                new GateSiteLine(link::channel),
                Duration.ofHours(1),
                CLOCK,
                new SecureRandom());
    }

    private static void register(String key, String nid, int finger) {
        assertThat(appliance
                        .operator()
                        .registerMember(Appliance.registration(key, nid, "Somebody", Appliance.print(finger, 1)))
                        .hasRegistered())
                .isTrue();
        var _ = appliance
                .operator()
                .recordContribution(RecordContributionRequest.newBuilder()
                        .setIdempotencyKey("pay-" + key)
                        .setNid(nid)
                        .setProgramme(Programme.JKN)
                        .setPeriod(YearMonth.from(CLOCK.instant().atZone(java.time.ZoneId.of("Asia/Jakarta")))
                                .toString())
                        .setAmountRupiah(150_000)
                        .setChannel("bank-transfer")
                        .build());
    }

    private static SitePackServiceBlockingStub sitePacks() {
        return SitePackServiceGrpc.newBlockingStub(operator);
    }

    /** As the bridge extracts it, so that no picture leaves. */
    private static Sample template(int finger, int impression) {
        return switch (FingerEngine.SIDIK
                .extractor()
                .extract(ImageDecoder.decode(Appliance.printFile(finger, impression), 500))) {
            case ExtractionResult.Extracted(var template, var _) ->
                Sample.newBuilder()
                        .setFinger(FingerPosition.FINGER_POSITION_UNSPECIFIED)
                        .setTemplate(SidikTemplate.newBuilder()
                                .setContent(ByteString.copyFrom(template.bytes(TemplateAccess.get()))))
                        .build();
            case ExtractionResult.TooPoor _ -> throw new IllegalStateException("these prints are good");
        };
    }

    private static CheckEligibilityRequest check(String key, String nid, int finger, int impression) {
        return Appliance.check(key, nid, template(finger, impression));
    }

    @Test
    @Order(1)
    void fetchesThePackThatOnlyItCanRead() {
        site.keep();
        assertThat(site.status().getPacksList())
                .as("nobody knows this site yet")
                .isEmpty();
        var _ = sitePacks()
                .admitSite(AdmitSiteRequest.newBuilder()
                        .setIdempotencyKey("put-site-1")
                        .setSite(id.sidik.eligibility.v1.OfflineSite.newBuilder()
                                .setFacilityId(FACILITY)
                                .setPackKey(site.status().getPackKey())
                                .setValidHours(24)
                                .setTerms(Counter.offlineTerms()))
                        .build());
        assertThat(sitePacks()
                        .expectMembers(ExpectMembersRequest.newBuilder()
                                .setIdempotencyKey("expect-1")
                                .setFacilityId(FACILITY)
                                .addAllNids(List.of(SITI, BUDI))
                                .build())
                        .getMembers())
                .isEqualTo(2);
        site.close();
        site = openSite(); // asks at once again
        site.keep();
        assertThat(site.status().getPacksList())
                .singleElement()
                .satisfies(pack -> assertThat(pack.getMembers()).isEqualTo(2));
    }

    @Test
    @Order(2)
    void aCheckCostsLessThanTwoKilobytesOnTheWire() throws Exception {
        EligibilityServiceGrpc.EligibilityServiceBlockingStub gate =
                EligibilityServiceGrpc.newBlockingStub(link.channel());
        CheckEligibilityRequest first = check("capture-online-1", SITI, SITIS_FINGER, 2);
        assertThat(gate.checkEligibility(first).hasGranted()).isTrue();
        long before = line.bytes();
        CheckEligibilityResponse answer = gate.checkEligibility(check("capture-online-2", SITI, SITIS_FINGER, 3));
        long bytes = line.bytes() - before;
        System.out.printf(
                "a check: %d bytes on the wire, of them %d template, %d answer%n",
                bytes, first.getSamples(0).getTemplate().getContent().size(), answer.getSerializedSize());
        assertThat(answer.hasGranted()).isTrue();
        assertThat(bytes).isLessThanOrEqualTo(CHECK_BYTES_MAX);
    }

    @Test
    @Order(3)
    void answersProvisionallyWhileTheLineIsCut() throws Exception {
        line.cut(true);
        ProvisionalAnswer siti =
                site.answer(check("capture-1", SITI, SITIS_FINGER, 4)).orElseThrow();
        ProvisionalAnswer stranger =
                site.answer(check("capture-2", BUDI, SITIS_FINGER, 4)).orElseThrow();
        ProvisionalAnswer unexpected = site.answer(check("capture-3", "3174015708850004", SITIS_FINGER, 4))
                .orElseThrow();

        assertThat(siti.getGranted().getBenefit()).isEqualTo("JKN");
        assertThat(stranger.getReferred().getCause()).isEqualTo("FINGER_NOT_PROVED");
        assertThat(unexpected.getReferred().getCause()).isEqualTo("NOT_EXPECTED");
        assertThat(site.answer(check("capture-1", SITI, SITIS_FINGER, 4))).contains(siti);
        site.keep();
        assertThat(site.status().getWaiting()).isEqualTo(3);
    }

    @Test
    @Order(4)
    void goesOnAfterARestartInTheMiddle() {
        site.close();
        site = openSite();
        ProvisionalAnswer budi =
                site.answer(check("capture-4", BUDI, BUDIS_FINGER, 4)).orElseThrow();
        assertThat(budi.hasGranted()).isTrue();
        assertThat(budi.getJournalSequence()).isEqualTo(4);
    }

    @Test
    @Order(5)
    void bringsEverythingToTheGateWhichDecidesAgain() throws Exception {
        line.cut(false);
        Appliance.waitUntil("the gate has all of it", () -> {
            site.keep();
            return site.status().getWaiting() == 0;
        });
        List<ReconciledCheck> checks = sitePacks()
                .listReconciled(ListReconciledRequest.newBuilder()
                        .setFacilityId(FACILITY)
                        .build())
                .getChecksList();
        assertThat(checks)
                .extracting(ReconciledCheck::getCentral)
                .containsExactly("GRANTED", "DENIED", "DENIED", "GRANTED");
        assertThat(checks)
                .extracting(ReconciledCheck::getDifference)
                .containsExactly(
                        Difference.SAME,
                        Difference.REFERRED_NEEDLESSLY,
                        Difference.REFERRED_NEEDLESSLY,
                        Difference.SAME);
        assertThat(site.status().getNextSequence()).isEqualTo(5);
    }

    @Test
    @Order(6)
    void aReceiptThatWasWithdrawnIsRefusedAtTheSiteWithoutItsNetwork() throws Exception {
        CheckEligibilityResponse granted = EligibilityServiceGrpc.newBlockingStub(link.channel())
                .checkEligibility(check("capture-online-6", SITI, SITIS_FINGER, 5));
        Path receipt = Files.writeString(bridge.resolveSibling("receipt.jws"), granted.getReceipt());
        nextPack();
        assertThat(verified(receipt)).isZero();

        var _ = ReceiptServiceGrpc.newBlockingStub(operator)
                .revokeReceipt(RevokeReceiptRequest.newBuilder()
                        .setIdempotencyKey("withdraw-6")
                        .setDecisionId(granted.getDecisionId())
                        .setReason("wrong facility")
                        .build());
        nextPack();
        line.cut(true);

        assertThat(verified(receipt)).isEqualTo(1);
    }

    private static void nextPack() {
        site.close();
        site = openSite(); // asks at once again
        site.keep();
    }

    private static int verified(Path receipt) {
        return Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "receipt",
                "verify",
                receipt.toString(),
                "--trust",
                bridge.resolve("receipts").toString());
    }
}
