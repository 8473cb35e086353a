package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.TokenOrder;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.http.HttpEdge;
import id.sidik.eligibility.http.OfficeServer;
import id.sidik.eligibility.http.OfficeSessions;
import id.sidik.eligibility.journey.Counter;
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.province.Person;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.province.ProvinceBooks;
import id.sidik.eligibility.province.ProvinceScale;
import id.sidik.eligibility.report.ReportName;
import id.sidik.eligibility.v1.ConsentUse;
import id.sidik.eligibility.v1.GetReportRequest;
import id.sidik.eligibility.v1.GetReportResponse;
import id.sidik.eligibility.v1.MemberConsent;
import id.sidik.eligibility.v1.RecordCardRequest;
import id.sidik.eligibility.v1.RecordConsentRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer at her desk: a real browser, the page, REST, and real books with a small made-up province in them. */
class OfficeTest {
    private static final Path PICTURES = Path.of("target", "office");
    private static final String YEAR = "&from=2025-01-01&to=2025-12-31";
    private static final Province PROVINCE = Province.of(new ProvinceScale(2_000, 3_000, 400, 24, 2_025, 2_026));

    @TempDir
    static Path folder;

    private static Counter counter;
    private static OfficeServer office;
    private static Browser browser;
    private static HttpClient client;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.start();
        counter = new Counter(folder);
        new ProvinceBooks(PROVINCE, counter.store, InstantSource.fixed(Counter.NOW)).write();
        HttpEdge edge = new HttpEdge(
                counter.journeys, counter.store, counter.matcher, counter.access, counter.callLimit, System::nanoTime);
        office = OfficeServer.start(
                new HostPort("127.0.0.1", 0),
                edge,
                new OfficeSessions(InstantSource.fixed(Counter.NOW), new Random(7)));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void close() throws Exception {
        client.close();
        browser.close();
        office.close();
        counter.close();
    }

    private static String token(Role role, String person) {
        return counter.access.issuer().orElseThrow().issue(new TokenOrder(role, person, Scope.NONE, Optional.empty()));
    }

    private static String address() {
        return "http://" + office.address();
    }

    private static void enter(Role role, String language) throws Exception {
        enter(role, "ratna", language);
    }

    private static void enter(Role role, String person, String language) throws Exception {
        browser.open(address() + "/office/");
        browser.script(
                "localStorage.setItem('language', arguments[0]); localStorage.setItem('theme', 'light')", language);
        browser.open("about:blank");
        browser.open(address() + "/office/#token=" + token(role, person) + YEAR);
        browser.await("main[data-loaded=yes]");
    }

    private static void go(String page, String awaited) throws Exception {
        browser.script("location.hash = arguments[0]", page);
        browser.await(awaited);
    }

    @Test
    void showsHowTheGateDoesInIndonesian() throws Exception {
        enter(Role.OPERATOR, "id");

        browser.photograph(PICTURES.resolve("dashboard-id.png"));
        assertThat(browser.text("h1")).isEqualTo("Ringkasan");
        assertThat(browser.text("#who")).isEqualTo("Petugas · ratna");
        assertThat(browser.script("return document.querySelectorAll('.figure-card').length")
                        .getAsInt())
                .isEqualTo(14);
        assertThat(browser.script("return location.href").getAsString()).doesNotContain("token");
        isAccessible();
    }

    @Test
    void showsTheNumbersThatTheReportsHave() throws Exception {
        enter(Role.OPERATOR, "en");

        assertThat(texts("document.querySelectorAll('.figure-card .value')", "title"))
                .containsExactlyElementsOf(report("key-figures").getRowsList().stream()
                        .map(row -> inUnit(Long.parseLong(row.getCells(1)), row.getCells(2)))
                        .toList());
        assertThat(texts(FIRST_TABLES + "[0].querySelectorAll('tbody tr td:last-child')", "textContent"))
                .containsExactlyElementsOf(ReportName.ofFraud().stream()
                        .map(name -> String.format(
                                Locale.ROOT, "%,d", report(name.typed()).getRowsTotal()))
                        .toList());
        long received = texts(FIRST_TABLES + "[1].querySelectorAll('tbody tr td:last-child')", "textContent").stream()
                .mapToLong(text -> Long.parseLong(text.replaceAll("[^0-9]", "")))
                .sum();
        assertThat(received)
                .isEqualTo(report("financial-totals").getRowsList().stream()
                        .filter(row -> row.getCells(0).equals("programme"))
                        .mapToLong(row -> Long.parseLong(row.getCells(3)))
                        .sum());
    }

    /** The numbers under the charts of the overview. */
    private static final String FIRST_TABLES = "document.querySelectorAll('.grid.two figure table')";

    private static List<String> texts(String elements, String property) throws Exception {
        return browser
                .script("return [..." + elements + "].map(e => e." + property + ")")
                .getAsJsonArray()
                .asList()
                .stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private static GetReportResponse report(String name) {
        return counter.journeys
                .reports()
                .report(
                        GetReportRequest.newBuilder()
                                .setName(name)
                                .setFrom("2025-01-01")
                                .setTo("2025-12-31")
                                .build(),
                        Counter.operator());
    }

    /** As an officer reads it. */
    private static String inUnit(long value, String unit) {
        return switch (unit) {
            case "count" -> String.format(Locale.ROOT, "%,d", value);
            case "rupiah" -> String.format(Locale.ROOT, "Rp %,d", value);
            case "permille" ->
                new DecimalFormat("#,##0.#%", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value / 1_000.0);
            case "thousandths" ->
                new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value / 1_000.0);
            case "ms" -> String.format(Locale.ROOT, "%,d ms", value);
            case "s" -> value >= 120 ? Math.round(value / 60.0) + " min" : value + " s";
            case "days" -> String.format(Locale.ROOT, value == 1 ? "%,d day" : "%,d days", value);
            default -> throw new AssertionError("a unit that the page does not know: " + unit);
        };
    }

    @Test
    void speaksEnglishInTheDark() throws Exception {
        enter(Role.OPERATOR, "id");
        browser.click("#language");
        browser.awaitText("h1", "Overview");
        browser.await("main[data-loaded=yes]");
        browser.click("#theme");

        browser.photograph(PICTURES.resolve("dashboard-en-dark.png"));
        assertThat(browser.script("return document.documentElement.lang").getAsString())
                .isEqualTo("en");
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor")
                        .getAsString())
                .isEqualTo("rgb(15, 26, 28)");
        isAccessible();
    }

    @Test
    void showsAReportWithItsRuleAndItsFile() throws Exception {
        enter(Role.OPERATOR, "en");
        go("#/reports/repeated-failures", "#report-title");
        browser.awaitText("#report-title", "Repeated failures");

        browser.photograph(PICTURES.resolve("report-en.png"));
        assertThat(browser.script("return document.querySelectorAll('section tbody tr').length")
                        .getAsInt())
                .isGreaterThanOrEqualTo(7);
        browser.type("#filter", "device");
        browser.photograph(PICTURES.resolve("report-filtered-en.png"));
        assertThat(browser.script("return document.querySelector('section a[download]').href")
                        .getAsString())
                .contains("/v1/reports/repeated-failures?from=2025-01-01");
        isAccessible();
        go("#/reports/financial-totals", "#report-title");
        browser.awaitText("#report-title", "Financial totals");
        browser.photograph(PICTURES.resolve("totals-en.png"));
    }

    @Test
    void showsBothPrintsSideBySideWhenAskedFor() throws Exception {
        String caseId = heldCase();
        for (String language : List.of("id", "en")) {
            enter(Role.OPERATOR, language);
            go("#/queue/" + caseId, "#case-title");
            assertThat(browser.text("#case-title")).contains("········");
            assertThat(count(".minutiae")).as("nothing is shown before").isZero();
            browser.click("#show-prints");
            browser.await("#prints-say");
            browser.script("document.querySelector('#prints').scrollIntoView()");

            browser.photograph(PICTURES.resolve("queue-" + language + ".png"));
            assertThat(count(".minutiae")).isEqualTo(2);
            assertThat(count(".minutiae:first-of-type .paired text")).isEqualTo(2 * PAIRS);
            assertThat(texts("document.querySelectorAll('#prints details tbody tr')", "innerText"))
                    .hasSize(PAIRS);
            assertThat(matesLieOnOneAnother()).isTrue();
            isAccessible();
        }
        assertThat(browser.text("#prints-say")).startsWith("24 pairs of minutiae in a common area of ");
        browser.click("#theme");
        browser.photograph(PICTURES.resolve("queue-en-dark.png"));
    }

    private static final int PAIRS = 24;
    private static final String PRINTS_ANI = "3174014101900001";
    private static final String PRINTS_ANA = "3174014202910001";

    private static String heldCase() {
        register("reg-" + PRINTS_ANI, PRINTS_ANI, "a finger of the queue");
        return register("reg-" + PRINTS_ANA, PRINTS_ANA, "a finger of the queue")
                .getHeld()
                .getCaseId();
    }

    private static int count(String selector) throws Exception {
        return browser.script("return document.querySelectorAll(arguments[0]).length", selector)
                .getAsInt();
    }

    /** Both panes have one frame, so a pair's number stands in one place in both. */
    private static boolean matesLieOnOneAnother() throws Exception {
        return browser.script("""
                const [one, other] = [...document.querySelectorAll('.minutiae')].map((map) => [...map.querySelectorAll('.paired text')]);
                return one.every((mate) => other.some((text) => text.textContent === mate.textContent
                    && Math.hypot(text.getAttribute('x') - mate.getAttribute('x'), text.getAttribute('y') - mate.getAttribute('y')) < 2));
                """).getAsBoolean();
    }

    @Test
    void twoOfficersMergeWhoIsOnePerson() throws Exception {
        register("reg-siti", Counter.SITI, "one finger");
        String caseId =
                register("reg-budi", Counter.BUDI, "one finger").getHeld().getCaseId();
        enter(Role.OPERATOR, "ratna", "en");
        go("#/queue/" + caseId, "#case-title");
        browser.type("#reason", "The same face and finger.");
        browser.click("button.danger");
        browser.awaitText("#status", "Your proposal is recorded. A second officer must say the same.");
        browser.await("#proposal");
        assertThat(browser.text("#proposal")).startsWith("ratna has proposed: One person");
        browser.photograph(PICTURES.resolve("queue-proposed-en.png"));
        isAccessible();

        enter(Role.OPERATOR, "sari", "en");
        go("#/queue/" + caseId, "#proposal");
        browser.type("#reason", "I agree.");
        browser.click("button.danger");
        browser.awaitText("#status", "The decision is recorded.");

        assertThat(counter.store.findMember(new Nid(Counter.BUDI)))
                .hasValueSatisfying(member -> assertThat(member.status()).isEqualTo(MemberStatus.MERGED));
    }

    private static RegisterMemberResponse register(String key, String nid, String finger) {
        return counter.journeys
                .registration()
                .register(Counter.registration(key, nid, FakeMatcher.sample(finger)), Counter.operator());
    }

    @Test
    void findsAMemberAndKeepsTheNumberOutOfTheAddress() throws Exception {
        Person person = PROVINCE.people().getFirst();
        enter(Role.OPERATOR, "en");
        go("#/members", "#nid");
        browser.type("#nid", person.nid().wholeDigits());
        browser.click("main form button");
        browser.awaitText("main section h2", person.name());

        browser.photograph(PICTURES.resolve("member-en.png"));
        assertThat(browser.text("main")).contains("JKN").contains("Member read");
        assertThat(browser.script("return location.href").getAsString())
                .doesNotContain(person.nid().wholeDigits());
        isAccessible();
    }

    @Test
    void showsWhatIsKnownOfAMemberByTheNumberOfHerCard() throws Exception {
        Person person = PROVINCE.people().get(1);
        String nid = person.nid().wholeDigits();
        var _ = counter.journeys
                .members()
                .recordCard(
                        RecordCardRequest.newBuilder()
                                .setIdempotencyKey("office-card-1")
                                .setNid(nid)
                                .setCardNumber("0009876543210")
                                .build(),
                        Counter.operator());
        var _ = counter.journeys
                .members()
                .recordConsent(
                        RecordConsentRequest.newBuilder()
                                .setIdempotencyKey("office-consent-1")
                                .setNid(nid)
                                .setConsent(MemberConsent.newBuilder()
                                        .setUse(ConsentUse.DATA_SHARING)
                                        .setChannel(RegistrationChannel.APP))
                                .build(),
                        Counter.operator());
        enter(Role.OPERATOR, "id");
        go("#/members", "#nid");
        browser.type("#nid", "0009876543210");
        browser.click("main form button");
        browser.awaitText("main section h2", person.name());

        browser.photograph(PICTURES.resolve("member-id.png"));
        assertThat(browser.text("main"))
                .contains("JKN ·········3210", "Berbagi data: tidak", "Kunjungan", "Klaim", "Data peserta dibaca")
                .doesNotContain("0009876543210", nid);
        isAccessible();
    }

    @Test
    void writesAComplaintDownAndAnswersIt() throws Exception {
        enter(Role.OPERATOR, "en");
        go("#/complaints", "summary");
        browser.click("summary");
        browser.type("#complaint-text", "The queue stood still for an hour.");
        browser.click("details button");
        browser.awaitText("#status", "Saved");

        browser.photograph(PICTURES.resolve("complaints-en.png"));
        assertThat(browser.text("main")).contains("The queue stood still for an hour.");
        isAccessible();
    }

    @Test
    void checksAnEntryOfTheLogInTheBrowser() throws Exception {
        enter(Role.AUDITOR, "en");
        go("#/audit", "main table");
        browser.click("main tbody button.link");
        browser.await("ol.checks li:nth-child(3)");

        browser.photograph(PICTURES.resolve("audit-en.png"));
        assertThat(browser.text("ol.checks li:nth-child(1)")).startsWith("agrees");
        assertThat(browser.text("ol.checks li:nth-child(3)")).startsWith("agrees");
        isAccessible();
    }

    @Test
    void offersEveryTypeOfEventInEitherLanguage() throws Exception {
        enter(Role.AUDITOR, "id");
        go("#/audit", "main table");
        assertThat(typesOffered())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AuditEventType.values())
                        .map(AuditEventType::textIndonesian)
                        .toList());
        browser.click("#language");
        browser.awaitText("h1", "Audit log");
        browser.await("main table");
        assertThat(typesOffered())
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AuditEventType.values())
                        .map(AuditEventType::textEnglish)
                        .toList());

        browser.script("document.querySelector('#type').value = 'IMPORT_CONTINUED'");
        browser.click("main form button.primary");
        browser.awaitText("main tbody tr:first-child td:nth-child(3)", AuditEventType.IMPORT_CONTINUED.textEnglish());
        isAccessible();
    }

    private static List<String> typesOffered() throws Exception {
        return texts("document.querySelectorAll('#type option:not([value=\"\"])')", "textContent");
    }

    @Test
    void givesAuditorsNoNumbersAndNoDeskOfOfficers() throws Exception {
        enter(Role.AUDITOR, "en");
        go("#/reports/dead-members", "#report-title");
        browser.awaitText("#report-title", "Dead members");

        assertThat(browser.text("section table:not(details table)")).contains("********");
        assertThat(browser.script("return [...document.querySelectorAll('#nav a')].map(a => a.hash).join(' ')")
                        .getAsString())
                .isEqualTo("#/dashboard #/reports #/decisions #/audit");
    }

    @Test
    void refusesStrangersAndForeignPages() throws Exception {
        assertThat(get("/v1/reports", "Accept", "*/*").statusCode()).isEqualTo(401);
        assertThat(get("/office/", "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        HttpResponse<String> page = get("/office/", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");

        HttpResponse<String> member = signIn(token(Role.OPERATOR, "ratna") + "x");
        assertThat(member.statusCode()).isEqualTo(401);
        HttpResponse<String> officer = signIn(token(Role.OPERATOR, "ratna"));
        assertThat(officer.statusCode()).isEqualTo(200);
        assertThat(officer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Strict");
    }

    @Test
    void givesAReportAsAFile() throws Exception {
        String cookie = signIn(token(Role.OPERATOR, "ratna"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", -1)[0];
        HttpResponse<String> file =
                get("/v1/reports/replay?from=2025-01-01&to=2025-12-31&format=csv", "Cookie", cookie);

        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"replay_2025-01-01_2025-12-31.csv\"");
        assertThat(file.body()).startsWith("kind,subject,presences,count,evidence\r\ncapture,stored-");
        assertThat(get("/v1/reports/nothing", "Cookie", cookie).statusCode()).isEqualTo(422);
    }

    private static HttpResponse<String> get(String path, String header, String value) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header(header, value)
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> signIn(String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + "/session"))
                        .header("Authorization", "Bearer " + token)
                        .header("Origin", address())
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    /** What a screen reader needs: a language, one first heading, names for all that can be used, captions and heads of tables. */
    private static void isAccessible() throws Exception {
        JsonArray faults = browser.script("""
                const faults = [];
                const named = (e) => (e.labels?.length || e.getAttribute('aria-label') || e.textContent.trim());
                for (const e of document.querySelectorAll('input, select, textarea, button, a[href], summary'))
                  if (!named(e)) faults.push('no name: ' + e.outerHTML.slice(0, 120));
                for (const e of document.querySelectorAll('img')) if (!e.hasAttribute('alt')) faults.push('no alt: ' + e.src);
                for (const e of document.querySelectorAll('table')) {
                  if (!e.caption) faults.push('no caption');
                  if (e.querySelector('thead th:not([scope])')) faults.push('no scope');
                }
                for (const e of document.querySelectorAll('svg:not([aria-hidden]):not([role=img])')) faults.push('svg: ' + e.outerHTML.slice(0, 80));
                if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
                if (!['id', 'en'].includes(document.documentElement.lang)) faults.push('no language');
                const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
                if (new Set(ids).size !== ids.length) faults.push('ids twice: ' + ids.filter((id, i) => ids.indexOf(id) !== i));
                return faults;
                """).getAsJsonArray();
        assertThat(faults.toString()).isEqualTo("[]");
    }
}
