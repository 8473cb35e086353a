package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.presence.ReceiptUse;
import id.sidik.eligibility.presence.ReceiptUseBody;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.visit.Visit;
import id.sidik.eligibility.visit.VisitBody;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt serves exactly once, also when the gate is killed while it is used up. */
class ReceiptKillTest {
    private static final int ROUNDS = 3;

    @Test
    void everyAcknowledgedVisitHasItsReceiptAndNoReceiptHasTwo(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("tests.seed", 20_260_615L);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Path books = folder.resolve("round-" + round);
            Files.createDirectories(books);
            List<String> receipts = new ArrayList<>();
            List<String> visits = new ArrayList<>();
            killedAfter(5 + random.nextInt(30), books, receipts, visits);
            try (Counter counter = new Counter(books)) {
                requireExactlyOnce(counter, visits, seed);
                requireNoneServesAgain(counter, receipts.subList(0, visits.size()));
            }
        }
    }

    private static void killedAfter(int visitsMin, Path books, List<String> receipts, List<String> visits)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VisitChild.class.getName(),
                        books.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("receipt ")) {
                    receipts.add(line.substring("receipt ".length()));
                } else if (line.startsWith("visit ")) {
                    visits.add(line.substring("visit ".length()));
                }
                if (visits.size() == visitsMin) {
                    child.toHandle()
                            .destroyForcibly(); // and not by Process, which would forget what it said until then
                }
            }
        }
        assertThat(child.waitFor()).as("killed, not ended").isNotZero();
        assertThat(visits).hasSizeGreaterThanOrEqualTo(visitsMin);
    }

    private static void requireExactlyOnce(Counter counter, List<String> acknowledged, long seed) {
        List<String> opened = new ArrayList<>();
        counter.store.visit(VisitBody.KIND, RecordKey.ANY, (Visit visit) -> opened.add(visit.visitId()));
        List<String> used = new ArrayList<>();
        counter.store.visit(ReceiptUseBody.KIND, RecordKey.ANY, (ReceiptUse use) -> used.add(use.usedBy()));
        assertThat(opened)
                .as("-Dtests.seed=%d: acknowledged means durable", seed)
                .containsAll(acknowledged);
        assertThat(used)
                .as("-Dtests.seed=%d: a receipt for each visit, and a visit for each receipt", seed)
                .containsExactlyInAnyOrderElementsOf(opened);
    }

    private static void requireNoneServesAgain(Counter counter, List<String> receipts) {
        for (int number = 0; number < receipts.size(); number++) {
            String receipt = receipts.get(number);
            String otherKey = "another-key-" + number;
            assertThatThrownBy(() -> counter.journeys.visits().open(VisitChild.visit(otherKey, receipt), operator()))
                    .isInstanceOfSatisfying(
                            RequestRefusedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo("RECEIPT_USED"));
        }
    }
}
