package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.counter.SampleForm;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.FaultText;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.RecordCardRequest;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at the kiosk: a real browser, the serial line, the gate and the matcher. */
class KioskTest {
    private static final String NID = "3174011708850003";
    private static final String JKN_CARD = "0001234567890";
    private static final String UNKNOWN_KPJ = "07012345678";
    private static final Path PICTURES = Path.of("target", "kiosk");
    private static final SyntheticFinger FINGER = SyntheticFinger.of(7_401);
    private static final SyntheticFinger A_THIRD = SyntheticFinger.of(7_403);
    private static final Map<String, String> SELF_SERVICE = Map.of();
    private static final Map<String, String> ATTENDED = Map.of("SIDIK_BRIDGE_KIOSK_MODE", "attended");
    private static final Map<String, String> WITH_JAVANESE = Map.of("SIDIK_BRIDGE_KIOSK_LANGUAGES", "jv,id,en");
    private static final String ENTER = "\uE007";
    private static final String BACKSPACE = "\uE003";
    private static final String ESCAPE = "\uE00C";
    private static final SyntheticFinger ANOTHER = SyntheticFinger.of(7_402);

    @TempDir
    static Path data;

    private static Appliance appliance;
    private static BridgeProcess bridge;
    private static Map<String, String> used = SELF_SERVICE;
    private static ScannerEmulator scanner;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.start();
        appliance = Appliance.start(data);
        bridge = DemoTest.bridge(data);
        scanner = DemoTest.scanner(data);
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
                        .registerMember(Appliance.registration(
                                "kiosk-test-enrol", NID, "Budi Santoso", sample(FINGER.impression(0))))
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

    static Sample sample(FingerImage image) {
        return SampleForm.of(FingerPosition.RIGHT_INDEX, image);
    }

    /** A bridge whose kiosk serves so; the one before ends. */
    private static void use(Map<String, String> settings) throws Exception {
        if (!settings.equals(used)) {
            bridge.close();
            bridge = DemoTest.bridge(data, settings);
            used = settings;
        }
    }

    @Test
    void servesInIndonesianWhoIsEntitled() throws Exception {
        use(SELF_SERVICE);
        walkToTheGlass("id", NID, "id");
        assertThat(browser.text("#finger-title")).isEqualTo("Letakkan telunjuk kanan di pemindai");
        scanner.layFinger(FINGER.impression(1));

        browser.await("#answer-title");
        browser.await("#receipt-qr svg");
        photograph("granted-id");
        assertThat(browser.text("#answer-title")).isEqualTo("Anda dapat dilayani");
        assertThat(browser.text("#answer-lead")).startsWith("Jaminan JKN Anda berlaku");
        browser.assertAccessible();
        leave();
    }

    @Test
    void asksForAnotherFingerBeforeItRefusesInEnglishWithTheReasonAndTheWayOn() throws Exception {
        use(SELF_SERVICE);
        walkToTheGlass("en", NID, "");
        assertThat(browser.text("#finger-title")).isEqualTo("Place your right index finger on the scanner");
        photograph("finger-en");
        scanner.layFinger(ANOTHER.impression(1));
        browser.awaitText("#finger-title", "Now your left index finger");
        assertThat(browser.text("#finger-lead")).isEqualTo("Lift your finger");
        photograph("next-finger-en");
        scanner.liftFinger();
        browser.awaitText("#finger-title", "Place your left index finger");
        assertThat(browser.text("#finger-lead")).startsWith("That finger was not recognised.");
        photograph("left-finger-en");
        scanner.layFinger(A_THIRD.impression(1));

        browser.await("#answer-title");
        browser.await("#receipt-qr svg");
        photograph("denied-en");
        assertThat(browser.text("#answer-title")).isEqualTo("You cannot be served yet");
        assertThat(browser.text("#reasons")).contains("BIO-003");
        assertThat(browser.text("#fallback")).contains("Go to the officer's desk");
        assertThat(shows("#staff")).isFalse();
        browser.assertAccessible();
        leave();
    }

    @Test
    void saysWhichFingerWasTheWrongOne() throws Exception {
        use(SELF_SERVICE);
        walkToTheGlass("id", NID, "");
        scanner.layFinger(ANOTHER.impression(2));
        browser.awaitText("#finger-title", "Sekarang telunjuk kiri");
        scanner.liftFinger();
        browser.awaitText("#finger-title", "Letakkan telunjuk kiri");
        scanner.layFinger(ANOTHER.impression(3)); // the same finger again
        browser.awaitText("#finger-title", "Angkat");
        scanner.liftFinger();
        browser.awaitText("#finger-title", "Itu jari lain");

        photograph("wrong-finger-id");
        assertThat(browser.text("#finger-title")).isEqualTo("Itu jari lain. Letakkan telunjuk kiri");
        assertThat(browser.text("#finger-lead")).isEqualTo("Percobaan ke-2");
        browser.assertAccessible();
        browser.click("#restart");
    }

    @Test
    void saysWhatToDoAboutAScannerThatWasPulledOut() throws Exception {
        use(SELF_SERVICE);
        walkToTheGlass("id", NID, "");
        scanner.unplug();

        browser.await("#answer-title");
        photograph("scanner-unplugged-id");
        assertThat(browser.text("#reasons")).startsWith(FaultText.of(DeviceFault.Kind.UNPLUGGED, FaultText.INDONESIAN));
        browser.assertAccessible();
        browser.click("#restart");

        openPage();
        browser.click("[data-language=en]");
        enterNumber(browser, NID);
        browser.await("#answer-title");
        photograph("scanner-absent-en");
        assertThat(browser.text("#reasons")).startsWith("No scanner is connected. Plug it in.");
        scanner.plug();
        browser.click("#again");
        browser.click("[data-key=next]");
        browser.awaitText("#finger-title", "Place your right index finger");
        browser.click("#restart");
    }

    @Test
    void saysThatTheMachineWasTurnedAwayAndTakesNoFinger() throws Exception {
        Path offline = Site.folderIn(data);
        bridge.close();
        Dismissal.in(offline, InstantSource.system()).note();
        bridge = DemoTest.bridge(data);
        try {
            openPage();
            browser.click("[data-language=id]");
            enterNumber(browser, NID);
            browser.await("#answer-title");
            photograph("turned-away-id");
            assertThat(browser.text("#answer-title")).isEqualTo("Silakan temui petugas");
            assertThat(browser.text("#reasons")).isEqualTo("Pusat layanan telah mencabut izin mesin ini.");
            browser.assertAccessible();
        } finally {
            bridge.close();
            Dismissal.lift(offline);
            bridge = DemoTest.bridge(data);
            used = SELF_SERVICE;
        }
    }

    @Test
    void leadsToAPersonFromEveryScreen() throws Exception {
        use(SELF_SERVICE);
        openPage();
        for (String next : List.of("[data-language=en]", "[data-purpose=HOSPITAL_ADMISSION]")) {
            assertThat(shows("#help")).isTrue();
            browser.click(next);
        }
        browser.click("#help");
        assertThat(browser.text("#officer-title")).isEqualTo("Please go to the officer's desk");
        photograph("officer-en");
        browser.assertAccessible();
        browser.click("#officer-done");

        walkToTheGlass("en", NID, "");
        browser.click("#without-finger");
        assertThat(browser.text("#officer .lead")).contains("without a fingerprint");
        browser.click("#officer-done");
    }

    @Test
    void takesNoFingerForSomebodyWhoLeft() throws Exception {
        use(SELF_SERVICE);
        walkToTheGlass("en", NID, "");
        browser.click("#help");
        browser.click("#officer-done");

        walkToTheGlass("id", NID, "");
        assertThat(browser.text("#finger-title")).startsWith("Letakkan");
        browser.click("#restart");
        assertThat(browser.text("#language-title")).isEqualTo("Selamat datang");
    }

    @Test
    void keepsNothingOfThePersonBefore() throws Exception {
        use(SELF_SERVICE);
        openPage();
        browser.click("[data-language=en]");
        browser.click("[data-purpose=CLAIM_JHT]");
        browser.click("[data-key='3']");
        browser.click("#contrast");
        assertThat(browser.text("#digits")).doesNotContain("3");
        photograph("nid-contrast-en");
        browser.click("#restart");
        browser.click("[data-language=en]");
        browser.click("[data-purpose=CLAIM_JHT]");
        assertThat(browser.text("#nid-status")).isEqualTo("0 of 16 digits");
        assertThat(browser.script("return document.documentElement.className").getAsString())
                .isEmpty();
    }

    @Test
    void takesTheNumberOfACardAsWell() throws Exception {
        use(SELF_SERVICE);
        recordCard(JKN_CARD);
        scanner.liftFinger();
        openPage();
        browser.click("[data-language=en]");
        browser.click("[data-purpose=HOSPITAL_ADMISSION]");
        browser.click("[data-kind=JKN]");
        assertThat(browser.text("#nid-title")).isEqualTo("Enter the number of your JKN card");
        assertThat(browser.text("#nid-lead")).startsWith("The 13 digits");
        typeNumber(browser, JKN_CARD.substring(0, 11));
        assertThat(browser.text("#digits")).matches("(●\\s*){11}");
        assertThat(browser.text("#nid-status")).isEqualTo("11 of 13 digits");
        photograph("card-number-en");
        browser.assertAccessible();
        typeNumber(browser, JKN_CARD.substring(11));
        assertThat(browser.text("#nid-status")).isEqualTo("Complete. Press Continue.");
        browser.click("[data-key=next]");
        browser.awaitText("#finger-title", "Place");
        scanner.layFinger(FINGER.impression(6));

        browser.await("#answer-title");
        browser.await("#receipt-qr svg");
        assertThat(browser.text("#answer-title")).isEqualTo("You can be served");
        assertThat(browser.text("main")).doesNotContain(JKN_CARD);
        leave();
    }

    @Test
    void saysWhichCardItDoesNotKnow() throws Exception {
        use(SELF_SERVICE);
        scanner.liftFinger();
        openPage();
        browser.click("[data-language=id]");
        browser.click("[data-purpose=HOSPITAL_ADMISSION]");
        typeNumber(browser, UNKNOWN_KPJ + "99"); // begun as if it were a NID
        browser.click("[data-kind=KPJ]");
        assertThat(browser.text("#nid-title")).isEqualTo("Masukkan nomor kartu KPJ Anda");
        assertThat(browser.text("#nid-status")).isEqualTo("Lengkap. Tekan Lanjut.");
        browser.click("[data-key=next]");
        browser.awaitText("#finger-title", "Letakkan");
        scanner.layFinger(FINGER.impression(7));

        browser.await("#answer-title");
        photograph("card-unknown-id");
        assertThat(browser.text("#answer")).contains("Nomor kartu ini tidak dikenal.");
        browser.assertAccessible();
        browser.click("#done");
        browser.click("[data-language=id]");
        browser.click("[data-purpose=HOSPITAL_ADMISSION]");
        assertThat(browser.text("#nid-title")).isEqualTo("Masukkan NIK Anda");
    }

    private static void recordCard(String number) {
        MemberFile file = appliance
                .members()
                .recordCard(RecordCardRequest.newBuilder()
                        .setIdempotencyKey("kiosk-test-card")
                        .setNid(NID)
                        .setCardNumber(number)
                        .build());
        assertThat(file.getMember().getNid()).isEqualTo(NID);
    }

    @Test
    void asksWhetherSomebodyIsHereAndThenStartsOver() throws Exception {
        use(SELF_SERVICE);
        try (Browser hurried = Browser.start()) {
            hurried.before("const timer = setInterval; window.setInterval = (f, ms) => timer(f, ms / 10)");
            hurried.open("http://" + bridge.kioskAddress() + "/");
            hurried.await("#language-title");
            hurried.click("[data-language=id]");
            hurried.await("#idle");
            hurried.photograph(PICTURES.resolve("idle-id.png"));
            assertThat(hurried.script("return document.activeElement.id").getAsString())
                    .isEqualTo("stay");
            hurried.click("#stay");
            assertThat(hurried.script(
                                    "return document.querySelector('#idle').hidden && !document.querySelector('#purpose').hidden")
                            .getAsBoolean())
                    .isTrue();
            hurried.await("#language"); // nobody came
        }
    }

    @Test
    void worksWithAKeyboardAlone() throws Exception {
        use(SELF_SERVICE);
        openPage();
        browser.press("[data-language=en]", ENTER);
        assertThat(browser.script("return document.activeElement.id").getAsString())
                .isEqualTo("purpose-title");
        browser.press("[data-purpose=CLAIM_JHT]", ENTER);
        browser.press("#nid-title", NID.substring(0, 15) + "9" + BACKSPACE + NID.charAt(15));
        assertThat(browser.text("#nid-status")).isEqualTo("Complete. Press Continue.");
        browser.press("#nid-title", ESCAPE);
        assertThat(shows("#language")).isTrue();
    }

    @Test
    void showsStaffTheLivePictureAndLetsThemDeclareFingers() throws Exception {
        use(ATTENDED);
        walkToTheGlass("id", NID, "");
        scanner.layFinger(ANOTHER.impression(4));
        browser.awaitText("#finger-title", "Sekarang telunjuk kiri");
        assertThat(browser.script("return document.querySelector('#frame').width")
                        .getAsInt())
                .isEqualTo(128);
        photograph("attended-id");
        browser.click("#declare");
        scanner.liftFinger();
        browser.click("#exception-hands [data-finger=RIGHT_INDEX]");
        photograph("exceptions-id");
        assertThat(browser.text("#exception-list")).isEqualTo("telunjuk kanan: diperban");
        browser.assertAccessible();
        browser.click("#exceptions-done");
        browser.awaitText("#finger-title", "Letakkan telunjuk kiri");
        scanner.layFinger(A_THIRD.impression(2));

        browser.await("#answer-title");
        browser.await("#receipt-qr svg");
        photograph("attended-answer-id");
        assertThat(browser.text("#staff")).contains("Kartu dan PIN", "Dua petugas menjamin");
        assertThat(browser.script("return document.querySelector('#frame').width")
                        .getAsInt())
                .isZero();
        leave();
    }

    @Test
    void showsNoPrintWherePeopleServeThemselves() throws Exception {
        use(SELF_SERVICE);
        walkToTheGlass("id", NID, "");
        assertThat(shows("#preview")).isFalse();
        assertThat(shows("#declare")).isFalse();
        scanner.layFinger(FINGER.impression(5));
        browser.await("#answer-title");

        assertThat(browser.script("return document.querySelector('#frame').width")
                        .getAsInt())
                .isZero();
        leave();
    }

    @Test
    void beginsWithALocalLanguageAndSaysInIndonesianWhatThatLacks() throws Exception {
        use(WITH_JAVANESE);
        openPage();
        assertThat(browser.text("#language-title")).isEqualTo("Sugeng rawuh");
        photograph("language-jv");
        browser.click("[data-language=jv]");
        assertThat(browser.text("#purpose-title")).isEqualTo("Badhe ngurus punapa?");
        assertThat(browser.text("#purposes")).contains("Rawat inap");
        assertThat(browser.script("return document.documentElement.lang").getAsString())
                .isEqualTo("jv");
    }

    private static void openPage() throws Exception {
        browser.open("http://" + bridge.kioskAddress() + "/");
        browser.await("#language-title");
    }

    private static void walkToTheGlass(String language, String nid, String pictures) throws Exception {
        scanner.liftFinger();
        openPage();
        pictured(pictures, "language");
        browser.click("[data-language=" + language + "]");
        pictured(pictures, "purpose");
        enterNumber(browser, nid);
        browser.await(".finger.lit");
        browser.awaitText("#finger-title", language.equals("id") ? "Letakkan" : "Place");
        pictured(pictures, "finger");
    }

    /** Says on a page what is wanted, and types the number. */
    static void enterNumber(Browser browser, String nid) throws IOException {
        browser.click("[data-purpose=HOSPITAL_ADMISSION]");
        typeNumber(browser, nid);
        browser.click("[data-key=next]");
    }

    private static void typeNumber(Browser browser, String digits) throws IOException {
        for (int i = 0; i < digits.length(); i++) {
            browser.click("[data-key='" + digits.charAt(i) + "']");
        }
    }

    private static void pictured(String whose, String screen) throws Exception {
        if (!whose.isEmpty()) {
            photograph(screen + "-" + whose);
            browser.assertAccessible();
        }
    }

    private static void photograph(String name) throws Exception {
        browser.photograph(PICTURES.resolve(name + ".png"));
    }

    private static boolean shows(String css) throws Exception {
        return browser.script("return document.querySelector(arguments[0]).checkVisibility()", css)
                .getAsBoolean();
    }

    private static void leave() throws Exception {
        browser.click("#done");
        scanner.liftFinger();
        assertThat(browser.text("#language-title")).isEqualTo("Selamat datang");
    }
}
