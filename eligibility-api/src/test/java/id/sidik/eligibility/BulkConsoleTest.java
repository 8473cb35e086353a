package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day at the office on the command line: files in and out, a case decided, a channel compared; over mutual TLS to a live gate. */
class BulkConsoleTest {
    private static final String MEMBERS = """
        nid,full_name,segment,mother_name,programmes,employer_id,since,wage_rupiah
        3174015708850003,Siti Rahayu,wage-earner,,JHT JKN,JJ123456,2025-01-01,5000000
        3174011708850003,Budi Santoso,wage-earner,Kartini,JHT JKN,JJ123456,2025-01-01,6000000
        3174015708850004,St. Rahajoe,informal,,JKN,,,
        31740157088500031,Tidak Ada,informal,,,,,
        3273014101000001,Dewi Lestari,wage-earner,,,JJ999999,2025-01-01,4000000
        """;

    @TempDir
    private Path data;

    private final Console console = new Console();

    @Test
    void aDayAtTheOffice() throws IOException {
        try (Appliance appliance = Appliance.startWithoutMatcher(data)) {
            assertThat(appliance).isNotNull();
            assertThat(console.run(data, "employer", "put", "--npp=JJ123456", "--name=PT Maju Jaya", "--risk=low"))
                    .isZero();

            importsMembers();
            decidesTheCase();
            importsPaymentsAndComparesThem();
            exportsWhatItTook();
        }
    }

    private void importsMembers() throws IOException {
        Path file = write("members.csv", MEMBERS);
        assertThat(console.run(data, "import", "members", file.toString(), "--json"))
                .isEqualTo(1);
        JsonObject first = JsonParser.parseString(console.said()).getAsJsonObject();
        assertThat(first.get("taken").getAsInt()).isEqualTo(3);
        assertThat(first.get("held").getAsInt()).isEqualTo(1);
        List<String> report = Files.readAllLines(Path.of(first.get("report").getAsString()));
        assertThat(report).hasSize(3);
        assertThat(report.get(1)).startsWith("5,nid,3174*********0031,NID_INVALID,");
        assertThat(report.get(2)).startsWith("6,employer_id,JJ999999,EMPLOYER_UNKNOWN,");

        assertThat(console.run(data, "employer", "put", "--npp=JJ999999", "--name=CV Baru", "--risk=medium"))
                .isZero();
        assertThat(console.run(data, "import", "members", file.toString(), "--json"))
                .isEqualTo(1);
        JsonObject again = JsonParser.parseString(console.said()).getAsJsonObject();
        assertThat(again.get("taken").getAsInt()).isEqualTo(1);
        assertThat(again.get("takenBefore").getAsInt()).isEqualTo(3);
        assertThat(again.get("refused").getAsInt()).isEqualTo(1);
    }

    private void decidesTheCase() {
        assertThat(console.run(data, "adjudicate", "list")).isZero();
        assertThat(console.said()).contains("3174015708850004");
        String caseId = console.said().split(" ", 2)[0];
        assertThat(console.run(data, "adjudicate", "show", caseId)).isZero();
        assertThat(console.said()).contains("data-alike", "Siti Rahayu");
        List<String> verdict = List.of(
                "adjudicate",
                "decide",
                caseId,
                "--verdict=same-person",
                "--as=3174015708850003",
                "--reason=same photograph");
        assertThat(console.run(data, with(verdict, "--officer=petugas-1"))).isEqualTo(1);
        assertThat(console.run(data, with(verdict, "--officer=petugas-2"))).isZero();
        assertThat(console.run(data, "member", "show", "--nid=3174015708850003"))
                .isZero();
        assertThat(console.said()).contains("counts for 3174015708850004 as well", "works for JJ123456");
    }

    private void importsPaymentsAndComparesThem() throws IOException {
        Path payments = write("payments.ndjson", """
            {"channel":"bank-mandiri","reference":"TX-1","kind":"bank","nid":"3174015708850003","programme":"JKN","period":"2026-01","amount_rupiah":150000,"paid_on":"2026-02-09"}
            {"channel":"bank-mandiri","reference":"TX-2","kind":"bank","nid":"3174015708850004","programme":"JKN","period":"2026-02","amount_rupiah":150000,"paid_on":"2026-02-09"}
            """);
        assertThat(console.run(data, "import", "contributions", payments.toString()))
                .isZero();
        assertThat(console.run(data, "member", "account", "--nid=3174015708850003", "--on=2026-03-01"))
                .isZero();
        assertThat(console.said()).contains("JKN: paid-up, 2 months paid, 300000 rupiah");

        assertThat(console.run(data, "member", "simulate", "--nid=3174015708850003", "--purpose=claim-jkk"))
                .isEqualTo(1);
        assertThat(console.said()).contains("would be denied", "No contribution was ever paid");

        Path theirs = write("bank.csv", "reference,amount_rupiah,teller\nTX-1,150000,7\nTX-3,42000,7\n");
        assertThat(console.run(data, "reconcile", theirs.toString(), "--channel=bank-mandiri", "--day=2026-02-09"))
                .isEqualTo(1);
        assertThat(console.said()).contains("1 matched, 1 missing here, 1 missing there");
    }

    private void exportsWhatItTook() throws IOException {
        Path out = data.resolve("out.csv");
        assertThat(console.run(data, "export", "members", "--out=" + out)).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("3174011708850003,Budi Santoso"));
        assertThat(console.run(data, "export", "members", "--out=" + out))
                .as("the file is there")
                .isEqualTo(2);
    }

    private static String[] with(List<String> command, String option) {
        return Stream.concat(command.stream(), Stream.of(option)).toArray(String[]::new);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(data.resolve(name), content);
    }
}
