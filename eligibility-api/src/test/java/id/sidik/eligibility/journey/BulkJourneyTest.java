package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.ExportRowsRequest;
import id.sidik.eligibility.v1.ExportedRow;
import id.sidik.eligibility.v1.GetImportRequest;
import id.sidik.eligibility.v1.ImportRowsRequest;
import id.sidik.eligibility.v1.ImportRowsResponse;
import id.sidik.eligibility.v1.RefusedRow;
import id.sidik.eligibility.v1.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkJourneyTest {
    private static final String FILE = "a1".repeat(32);
    private static final String OTHER_FILE = "b2".repeat(32);

    @TempDir
    private Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void takesEachRowOnceForItsFileAndLine() {
        List<Row> rows = members(60);

        ImportRowsResponse first = take(FILE, BulkTable.MEMBERS, rows);
        ImportRowsResponse again = take(FILE, BulkTable.MEMBERS, rows);

        assertThat(first.getTaken()).isEqualTo(60);
        assertThat(first.getRefusedList()).isEmpty();
        assertThat(again.getTaken()).isZero();
        assertThat(again.getTakenBefore()).isEqualTo(60);
        assertThat(counter.journeys
                        .bulk()
                        .state(GetImportRequest.newBuilder().setFileSha256(FILE).build())
                        .getRowsTaken())
                .isEqualTo(60);
    }

    @Test
    void goesOnAfterARestart() {
        List<Row> rows = members(20);
        take(FILE, BulkTable.MEMBERS, rows.subList(0, 12));
        counter.close();
        counter = new Counter(folder);

        ImportRowsResponse rest = take(FILE, BulkTable.MEMBERS, rows);

        assertThat(rest.getTakenBefore()).isEqualTo(12);
        assertThat(rest.getTaken()).isEqualTo(8);
    }

    @Test
    void saysOfEachRefusedRowWhichFieldWithWhichCure() {
        List<RefusedRow> refused = take(
                        FILE,
                        BulkTable.MEMBERS,
                        List.of(
                                row(2, Map.of("nid", "31740157088500031", "full_name", "A", "segment", "informal")),
                                row(3, Map.of("nid", SITI, "full_name", "Siti", "segment", "wages")),
                                row(4, Map.of("nid", SITI, "full_name", "Siti", "segment", "informal", "phone", "12")),
                                row(5, Map.of("nid", SITI, "nama", "Siti")),
                                row(6, Map.of("nid", SITI, "full_name", "Siti", "segment", "INFORMAL"))))
                .getRefusedList();

        assertThat(refused).extracting(RefusedRow::getLine).containsExactly(2L, 3L, 4L, 5L);
        assertThat(refused)
                .extracting(RefusedRow::getReason)
                .containsExactly("NID_INVALID", "ROW_INVALID", "PHONE_INVALID", "ROW_INVALID");
        assertThat(refused).extracting(RefusedRow::getField).containsExactly("nid", "segment", "phone", "");
        assertThat(refused.getFirst().getValue()).isEqualTo("3174*********0031");
        assertThat(refused.get(1).getCure()).contains("WAGE_EARNER");
        assertThat(refused.get(3).getCure()).contains("nama").contains("full_name");
        assertThat(counter.store.findMember(new Nid(SITI))).isPresent();
    }

    /** The day and the month are exchanged: no birth date is the same, and each pair is one person by name. */
    @Test
    void holdsTheLaterOfTwoRowsWhoseDatesAreASlipApart() {
        List<Row> rows = new ArrayList<>();
        for (int year = 40; year < 100; year += 2) {
            String name = "Bambang Sutrisno";
            rows.add(row(
                    rows.size() + 2,
                    Map.of("nid", "3174010311" + year + "0003", "full_name", name, "segment", "informal")));
            rows.add(row(
                    rows.size() + 2,
                    Map.of("nid", "3174011103" + year + "0003", "full_name", name, "segment", "informal")));
        }

        ImportRowsResponse taken = take(FILE, BulkTable.MEMBERS, rows);

        assertThat(taken.getTaken()).isEqualTo(60);
        assertThat(taken.getHeld()).isEqualTo(30);
        for (int year = 40; year < 100; year += 2) {
            assertThat(counter.store.findMember(new Nid("3174010311" + year + "0003")))
                    .isPresent();
            assertThat(counter.store.findMember(new Nid("3174011103" + year + "0003")))
                    .isEmpty();
        }
    }

    /** Which of two who look alike is held must not depend on which thread was first. */
    @Test
    void holdsTheLaterOfTwoRowsThatLookAlike() {
        List<Row> rows = new ArrayList<>();
        List<String> earlier = new ArrayList<>();
        List<String> later = new ArrayList<>();
        for (int year = 40; year < 100; year += 4) {
            earlier.add("3174011708" + year + "0003");
            later.add("3174011708" + year + "0004");
            rows.add(row(
                    rows.size() + 2,
                    Map.of("nid", earlier.getLast(), "full_name", "Siti Rahayu", "segment", "informal")));
            rows.add(row(
                    rows.size() + 2,
                    Map.of("nid", later.getLast(), "full_name", "St. Rahajoe", "segment", "informal")));
        }

        ImportRowsResponse response = take(FILE, BulkTable.MEMBERS, rows);

        assertThat(response.getHeld()).isEqualTo(later.size());
        assertThat(earlier)
                .allSatisfy(nid ->
                        assertThat(counter.store.findMember(new Nid(nid))).isPresent());
        assertThat(later)
                .allSatisfy(nid ->
                        assertThat(counter.store.findMember(new Nid(nid))).isEmpty());
    }

    @Test
    void triesARefusedRowAgain() {
        Map<String, String> child = Map.of(
                "nid",
                SITI,
                "full_name",
                "Putri",
                "relationship",
                "child",
                "birth_date",
                "2015-05-05",
                "sex",
                "female");
        assertThat(take(FILE, BulkTable.DEPENDANTS, List.of(row(2, child)))
                        .getRefused(0)
                        .getReason())
                .isEqualTo("MEMBER_UNKNOWN");

        counter.journeys.registration().register(registration("reg-siti", SITI), operator());

        assertThat(take(FILE, BulkTable.DEPENDANTS, List.of(row(2, child))).getTaken())
                .isEqualTo(1);
        assertThat(take(FILE, BulkTable.DEPENDANTS, List.of(row(2, child))).getTakenBefore())
                .isEqualTo(1);
    }

    @Test
    void refusesAnotherRowFromTheSameLine() {
        take(FILE, BulkTable.EMPLOYERS, List.of(employer(2, "JJ123456")));

        assertThat(take(FILE, BulkTable.EMPLOYERS, List.of(employer(2, "JJ999999")))
                        .getRefused(0)
                        .getReason())
                .isEqualTo("ROW_REUSED");
    }

    @Test
    void refusesAChannelsReferenceWithAnotherPayment() {
        counter.journeys.registration().register(registration("reg-siti", SITI), operator());
        assertThat(take(FILE, BulkTable.CONTRIBUTIONS, List.of(payment(2, "150000")))
                        .getTaken())
                .isEqualTo(1);

        assertThat(take(OTHER_FILE, BulkTable.CONTRIBUTIONS, List.of(payment(9, "150000")))
                        .getTakenBefore())
                .isEqualTo(1);
        RefusedRow differs = take(OTHER_FILE, BulkTable.CONTRIBUTIONS, List.of(payment(9, "42000")))
                .getRefused(0);
        assertThat(differs.getReason()).isEqualTo("REFERENCE_REUSED");
        assertThat(differs.getField()).isEqualTo("reference");
        assertThat(differs.getValue()).isEqualTo("TX-1");
    }

    @Test
    void holdsAnEmployerToItsOwnWorkers() {
        take(FILE, BulkTable.EMPLOYERS, List.of(employer(2, "JJ123456"), employer(3, "JJ999999")));
        ImportRowsRequest own =
                request(OTHER_FILE, BulkTable.MEMBERS, List.of(worker(2, "JJ123456"), worker(3, "JJ999999")))
                        .toBuilder()
                        .setEmployerId("JJ123456")
                        .build();

        ImportRowsResponse response = counter.journeys.bulk().take(own, operator());

        assertThat(response.getTaken()).isEqualTo(1);
        assertThat(response.getRefused(0).getField()).isEqualTo("employer_id");
    }

    @Test
    void givesOutWhatItTakes() {
        take(FILE, BulkTable.EMPLOYERS, List.of(employer(2, "JJ123456")));
        take(FILE, BulkTable.MEMBERS, List.of(worker(3, "JJ123456")));
        List<ExportedRow> exported = new ArrayList<>();
        counter.journeys
                .bulk()
                .export(
                        ExportRowsRequest.newBuilder()
                                .setTable(BulkTable.MEMBERS)
                                .build(),
                        operator())
                .forEachRemaining(exported::add);

        try (Counter elsewhere = new Counter(folder.resolve("elsewhere"))) {
            elsewhere
                    .journeys
                    .bulk()
                    .take(request(FILE, BulkTable.EMPLOYERS, List.of(employer(2, "JJ123456"))), operator());
            Row row = row(2, exported.getFirst().getFieldsMap());
            assertThat(elsewhere
                            .journeys
                            .bulk()
                            .take(request(OTHER_FILE, BulkTable.MEMBERS, List.of(row)), operator())
                            .getTaken())
                    .isEqualTo(1);
        }
        assertThat(exported).hasSize(1);
    }

    @Test
    void refusesTooMuchAtOnce() {
        assertThat(catchThrowableOfType(
                        RequestRefusedException.class, () -> take(FILE, BulkTable.MEMBERS, members(501))))
                .returns("ROWS_TOO_MANY", RequestRefusedException::reason);
        assertThat(catchThrowableOfType(RequestRefusedException.class, () -> take("A1", BulkTable.MEMBERS, members(1))))
                .returns("FILE_HASH_INVALID", RequestRefusedException::reason);
    }

    private ImportRowsResponse take(String file, BulkTable table, List<Row> rows) {
        return counter.journeys.bulk().take(request(file, table, rows), operator());
    }

    private static ImportRowsRequest request(String file, BulkTable table, List<Row> rows) {
        return ImportRowsRequest.newBuilder()
                .setTable(table)
                .setFileSha256(file)
                .addAllRows(rows)
                .build();
    }

    private static Row row(long line, Map<String, String> fields) {
        return Row.newBuilder().setLine(line).putAllFields(fields).build();
    }

    private static List<Row> members(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String nid = String.format(Locale.ROOT, "317401%02d%02d85%04d", 1 + i % 28, 1 + i % 12, 1 + i);
            rows.add(row(2 + i, Map.of("nid", nid, "full_name", "Warga Nomor " + i, "segment", "informal")));
        }
        return rows;
    }

    private static Row worker(long line, String npp) {
        return row(
                line,
                Map.of(
                        "nid", "31740117088500" + String.format(Locale.ROOT, "%02d", line),
                        "full_name", line == 2 ? "Agus Salim" : "Bambang Irawan",
                        "segment", "wage-earner",
                        "programmes", "JHT JKK",
                        "mother_name", "Kartini",
                        "employer_id", npp,
                        "since", "2025-01-01",
                        "wage_rupiah", "5000000"));
    }

    private static Row employer(long line, String npp) {
        return row(line, Map.of("employer_id", npp, "name", "PT Maju Jaya", "risk_tier", "low"));
    }

    private static Row payment(long line, String amount) {
        return row(
                line,
                Map.of(
                        "channel", "bank-mandiri",
                        "reference", "TX-1",
                        "kind", "bank",
                        "nid", SITI,
                        "programme", "jkn",
                        "period", "2026-02",
                        "amount_rupiah", amount,
                        "paid_on", "2026-03-09"));
    }
}
