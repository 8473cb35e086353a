package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.RawImage;
import id.sidik.biometrics.v1.Sample;
import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at the kiosk: a real browser, the serial line, the gate and the matcher. */
class KioskTest {
    private static final String NID = "3174011708850003";
    private static final Path PICTURES = Path.of("target", "kiosk");
    private static final SyntheticFinger FINGER = SyntheticFinger.of(7_401);
    private static final SyntheticFinger ANOTHER = SyntheticFinger.of(7_402);

    @TempDir
    static Path data;

    private static Appliance appliance;
    private static BridgeProcess bridge;
    private static ScannerEmulator scanner;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.start();
        appliance = Appliance.start(data);
        bridge = DemoTest.bridge(data);
        scanner = new ScannerEmulator(
                data.resolve("run").resolve("virtual-scanner"), ScannerProfile.ZFM_20, 0, new SplittableRandom(1));
        scanner.plug();
        enrol();
    }

    @AfterAll
    static void close() throws Exception {
        browser.close();
        scanner.close();
        bridge.close();
        appliance.close();
    }

    private static void enrol() {
        assertThat(appliance
                        .operator()
                        .registerMember(Appliance.registration("kiosk-test-enrol", NID, "Budi Santoso", sample()))
                        .hasRegistered())
                .isTrue();
        appliance
                .operator()
                .recordContribution(RecordContributionRequest.newBuilder()
                        .setIdempotencyKey("kiosk-test-jkn")
                        .setNid(NID)
                        .setProgramme(Programme.JKN)
                        .setPeriod(
                                YearMonth.from(InstantSource.system().instant().atZone(ZoneId.of("Asia/Jakarta")))
                                        .toString())
                        .setAmountRupiah(150_000)
                        .setChannel("bank-transfer")
                        .build());
    }

    private static Sample sample() {
        FingerImage image = FINGER.impression(0);
        return Sample.newBuilder()
                .setFinger(FingerPosition.RIGHT_INDEX)
                .setRaw(RawImage.newBuilder()
                        .setWidthPx(image.widthPx())
                        .setHeightPx(image.heightPx())
                        .setDpi(image.dpi())
                        .setPixels(ByteString.copyFrom(image.pixels())))
                .build();
    }

    @Test
    void servesInIndonesianWhoIsEntitled() throws Exception {
        walkToTheGlass("id", NID);
        assertThat(browser.text("#finger-title")).isEqualTo("Letakkan telunjuk kanan di pemindai");
        scanner.layFinger(FINGER.impression(1));

        browser.await("#answer-title");
        browser.await("#receipt-qr svg");
        browser.photograph(PICTURES.resolve("granted-id.png"));
        assertThat(browser.text("#answer-title")).isEqualTo("Anda dapat dilayani");
        assertThat(browser.text("#answer-lead")).startsWith("Jaminan JKN Anda berlaku");
        leave();
    }

    @Test
    void refusesInEnglishWithTheReason() throws Exception {
        walkToTheGlass("en", NID);
        assertThat(browser.text("#finger-title")).isEqualTo("Place your right index finger on the scanner");
        browser.photograph(PICTURES.resolve("finger-en.png"));
        scanner.layFinger(ANOTHER.impression(1));

        browser.await("#answer-title");
        browser.await("#receipt-qr svg");
        browser.photograph(PICTURES.resolve("denied-en.png"));
        assertThat(browser.text("#answer-title")).isEqualTo("You cannot be served yet");
        assertThat(browser.text("#reasons")).contains("BIO-003");
        leave();
    }

    @Test
    void takesNoFingerForSomebodyWhoLeft() throws Exception {
        walkToTheGlass("en", NID);
        browser.click("#help");
        assertThat(browser.text("#officer-title")).isEqualTo("Please go to the officer's desk");
        browser.photograph(PICTURES.resolve("officer-en.png"));
        browser.click("#officer-done");

        walkToTheGlass("id", NID);
        assertThat(browser.text("#finger-title")).startsWith("Letakkan");
        browser.click("#restart");
        assertThat(browser.text("#language-title")).isEqualTo("Selamat datang");
    }

    @Test
    void keepsNothingOfThePersonBefore() throws Exception {
        browser.open("http://" + bridge.kioskAddress() + "/");
        browser.click("[data-language=en]");
        browser.click("[data-purpose=CLAIM_JHT]");
        browser.click("[data-key='3']");
        assertThat(browser.text("#digits")).doesNotContain("3");
        browser.click("#restart");
        browser.click("[data-language=en]");
        browser.click("[data-purpose=CLAIM_JHT]");
        assertThat(browser.text("#nid-status")).isEqualTo("0 of 16 digits");
    }

    private static void walkToTheGlass(String language, String nid) throws Exception {
        scanner.liftFinger();
        browser.open("http://" + bridge.kioskAddress() + "/");
        browser.click("[data-language=" + language + "]");
        browser.click("[data-purpose=HOSPITAL_ADMISSION]");
        for (int i = 0; i < nid.length(); i++) {
            browser.click("[data-key='" + nid.charAt(i) + "']");
        }
        browser.click("[data-key=next]");
        browser.await(".finger.lit");
        browser.awaitText("#finger-title", language.equals("id") ? "Letakkan" : "Place");
    }

    private static void leave() throws Exception {
        browser.click("#done");
        scanner.liftFinger();
        assertThat(browser.text("#language-title")).isEqualTo("Selamat datang");
    }
}
