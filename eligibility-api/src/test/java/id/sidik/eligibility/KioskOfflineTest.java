package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.v1.BridgeServiceGrpc;
import id.sidik.bridge.v1.BridgeServiceGrpc.BridgeServiceBlockingStub;
import id.sidik.bridge.v1.GetOfflineStatusRequest;
import id.sidik.bridge.v1.GetOfflineStatusResponse;
import id.sidik.eligibility.journey.Counter;
import id.sidik.eligibility.v1.AdmitSiteRequest;
import id.sidik.eligibility.v1.ExpectMembersRequest;
import id.sidik.eligibility.v1.OfflineSite;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.SitePackServiceGrpc;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.Role;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kiosk's page shows while the gate cannot be asked: a real browser, a site pack, a line that is cut. */
class KioskOfflineTest {
    private static final String FACILITY = "counter-1";
    private static final String EXPECTED = "3174011708850003";
    private static final String UNEXPECTED = "3174015708850003";
    private static final Path PICTURES = Path.of("target", "kiosk");
    private static final SyntheticFinger FINGER = SyntheticFinger.of(7_411);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Appliance appliance;
    private static CutLine line;
    private static BridgeProcess bridge;
    private static ScannerEmulator scanner;
    private static Browser browser;

    @BeforeAll
    static void loseTheNetwork(@TempDir Path data) throws Exception {
        appliance = Appliance.start(data);
        line = new CutLine(appliance.address());
        enrol();
        bridge = DemoTest.bridge(data, settings());
        admit(status().getPackKey());
        bridge.close();
        bridge = DemoTest.bridge(data, settings()); // asks for its pack at once
        Appliance.waitUntil("the site holds a pack", () -> status().getPacksCount() == 1);
        line.cut(true);
        scanner = DemoTest.scanner(data);
        browser = Browser.start();
    }

    @AfterAll
    static void close() throws Exception {
        browser.close();
        scanner.close();
        bridge.close();
        line.close();
        appliance.close();
    }

    private static Map<String, String> settings() {
        return Map.of(
                "SIDIK_BRIDGE_ELIGIBILITY_ADDRESS",
                line.address().toString(),
                "SIDIK_BRIDGE_GATE_DEADLINE",
                "PT1S",
                "SIDIK_BRIDGE_FACILITY_ID",
                FACILITY);
    }

    private static void enrol() {
        assertThat(appliance
                        .operator()
                        .registerMember(Appliance.registration(
                                "kiosk-offline", EXPECTED, "Budi Santoso", KioskTest.sample(FINGER.impression(0))))
                        .hasRegistered())
                .isTrue();
        var _ = appliance
                .operator()
                .recordContribution(RecordContributionRequest.newBuilder()
                        .setIdempotencyKey("kiosk-offline-jkn")
                        .setNid(EXPECTED)
                        .setProgramme(Programme.JKN)
                        .setPeriod(
                                YearMonth.from(InstantSource.system().instant().atZone(ZoneId.of("Asia/Jakarta")))
                                        .toString())
                        .setAmountRupiah(150_000)
                        .setChannel("bank-transfer")
                        .build());
    }

    private static GetOfflineStatusResponse status() {
        ManagedChannel channel =
                Channels.open(bridge.address(), appliance.material(Role.OPERATOR), Role.BRIDGE, PATIENCE);
        try {
            BridgeServiceBlockingStub stub = BridgeServiceGrpc.newBlockingStub(channel);
            return stub.getOfflineStatus(GetOfflineStatusRequest.getDefaultInstance());
        } finally {
            channel.shutdownNow();
        }
    }

    private static void admit(ByteString packKey) {
        ManagedChannel channel =
                Channels.open(appliance.address(), appliance.material(Role.OPERATOR), Role.ELIGIBILITY, PATIENCE);
        try {
            var sitePacks = SitePackServiceGrpc.newBlockingStub(channel);
            var _ = sitePacks.admitSite(AdmitSiteRequest.newBuilder()
                    .setIdempotencyKey("kiosk-offline-site")
                    .setSite(OfflineSite.newBuilder()
                            .setFacilityId(FACILITY)
                            .setPackKey(packKey)
                            .setValidHours(24)
                            .setTerms(Counter.offlineTerms()))
                    .build());
            var _ = sitePacks.expectMembers(ExpectMembersRequest.newBuilder()
                    .setIdempotencyKey("kiosk-offline-expected")
                    .setFacilityId(FACILITY)
                    .addNids(EXPECTED)
                    .build());
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void servesAnExpectedMemberForNowAndSaysSo() throws Exception {
        layFinger("id", EXPECTED, 1);

        browser.await("#answer-title");
        browser.photograph(PICTURES.resolve("provisional-id.png"));
        assertThat(browser.text("#answer-title")).isEqualTo("Sementara: Anda dapat dilayani");
        assertThat(browser.text("#answer-lead"))
                .startsWith("Jaringan sedang putus.")
                .contains("JKN");
        assertThat(browser.text("#reasons")).contains("Jawaban sementara nomor");
        assertThat(browser.script("return document.querySelector('#receipt').checkVisibility()")
                        .getAsBoolean())
                .as("there is no receipt yet")
                .isFalse();
        browser.assertAccessible();
    }

    @Test
    void sendsWhoeverIsNotExpectedToAnOfficerAndSaysThatItIsNoRefusal() throws Exception {
        layFinger("en", UNEXPECTED, 2);

        browser.await("#answer-title");
        browser.photograph(PICTURES.resolve("referred-en.png"));
        assertThat(browser.text("#answer-title")).isEqualTo("Please see an officer");
        assertThat(browser.text("#answer-lead")).startsWith("You have not been refused.");
        assertThat(browser.text("#reasons")).contains("NOT_EXPECTED", "Provisional answer number");
        browser.assertAccessible();
    }

    private static void layFinger(String language, String nid, int impression) throws Exception {
        scanner.liftFinger();
        browser.open("http://" + bridge.kioskAddress() + "/");
        browser.await("#language-title");
        browser.click("[data-language=" + language + "]");
        KioskTest.enterNumber(browser, nid);
        browser.awaitText("#finger-title", language.equals("id") ? "Letakkan" : "Place");
        scanner.layFinger(FINGER.impression(impression));
    }
}
