package id.sidik.eligibility.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import id.sidik.bridge.console.Main;
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.receipt.Receipt;
import id.sidik.eligibility.receipt.ReceiptKey;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.GetReceiptTrustResponse;
import id.sidik.eligibility.v1.RevokeReceiptRequest;
import id.sidik.eligibility.v1.RotateReceiptKeyRequest;
import id.sidik.eligibility.v1.WithdrawReceiptKeyRequest;
import id.sidik.eligibility.v1.WithdrawReceiptKeyResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts from the gate, checked by a facility that has a folder and no network. */
class ReceiptJourneyTest {
    @TempDir
    private Path folder;

    private Counter counter;
    private String said = "";

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.journeys
                .registration()
                .register(
                        Counter.registration("key-reg-1", Counter.SITI, FakeMatcher.sample("siti")),
                        Counter.operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aFacilityChecksAReceiptWithWhatItCarries() throws IOException {
        String receipt = checked("key-check-1").getReceipt();
        carry(counter.journeys.receipts().trust());

        assertThat(verify(receipt, Counter.NOW)).as(said).isZero();
        assertThat(said).contains("genuine and in force", "RSUD-01");
        assertThat(verify(receipt, Counter.NOW, "--facility", "RSUD-01")).isZero();
        assertThat(verify(receipt, Counter.NOW, "--facility", "RSUD-02")).isEqualTo(1);
        assertThat(said).contains("for the facility RSUD-01");
        assertThat(verify(receipt, Counter.NOW.plus(Receipt.VALIDITY))).isEqualTo(1);
        assertThat(said).contains("expired");
        assertThat(verify(changed(receipt), Counter.NOW)).isEqualTo(1);
        assertThat(said).contains("NOT GENUINE");
        assertThat(verify(counter.journeys.receipts().trust().getKeySet(), Counter.NOW))
                .isEqualTo(1);
    }

    @Test
    void fitsACodeOnPaper() {
        assertThat(checked("key-check-1").getReceipt()).hasSizeLessThan(800);
    }

    @Test
    void aWithdrawnReceiptIsRefusedOnceTheListIsThere() throws IOException {
        CheckEligibilityResponse withdrawn = checked("key-check-1");
        String other = checked("key-check-2").getReceipt();
        carry(counter.journeys.receipts().trust());
        RevokeReceiptRequest request = revocation("key-revoke-1", withdrawn.getDecisionId());
        long index =
                counter.journeys.receipts().revoke(request, Counter.operator()).getAuditIndex();

        assertThat(verify(withdrawn.getReceipt(), Counter.NOW)).isZero();
        carry(counter.journeys.receipts().trust());
        assertThat(verify(withdrawn.getReceipt(), Counter.NOW)).isEqualTo(1);
        assertThat(said).contains("withdrawn");
        assertThat(verify(other, Counter.NOW)).isZero();

        assertThat(counter.journeys
                        .receipts()
                        .revoke(request, Counter.operator())
                        .getAuditIndex())
                .isEqualTo(index);
        assertThatThrownBy(() -> counter.journeys
                        .receipts()
                        .revoke(revocation("key-revoke-2", withdrawn.getDecisionId()), Counter.operator()))
                .hasMessageContaining("withdrawn already");
        assertThatThrownBy(() ->
                        counter.journeys.receipts().revoke(revocation("key-revoke-3", "nobodys"), Counter.operator()))
                .hasMessageContaining("no such decision");
        assertThat(new String(counter.store.readAudit(index, 1).getFirst().content(), UTF_8))
                .contains("RECEIPT_REVOKED", withdrawn.getDecisionId());
    }

    @Test
    void oldListsTellNothing() throws IOException {
        String receipt = checked("key-check-1").getReceipt();
        GetReceiptTrustResponse old = counter.journeys.receipts().trust();
        Files.createDirectories(folder.resolve("carried"));
        String yesterday = counter.keys.anchor().revocations(1, Counter.NOW.minus(Duration.ofDays(2)), List.of());
        carry(old.toBuilder().setRevocations(yesterday).build());
        assertThat(verify(receipt, Counter.NOW)).isEqualTo(2);
        assertThat(said).contains("cannot tell", "revocation list expired");

        String lastYear = counter.keys.anchor().keySet(1, Counter.NOW.minus(Duration.ofDays(40)), List.of());
        carry(old.toBuilder().setKeySet(lastYear).build());
        assertThat(verify(receipt, Counter.NOW)).isEqualTo(2);
        assertThat(said).contains("key set expired");
    }

    @Test
    void listsOfAnotherAnchorAreRefused() throws IOException {
        String receipt = checked("key-check-1").getReceipt();
        try (Counter other = new Counter(folder.resolve("other"))) {
            carry(counter.journeys.receipts().trust().toBuilder()
                    .setRevocations(other.journeys.receipts().trust().getRevocations())
                    .build());
        }
        assertThat(verify(receipt, Counter.NOW)).isEqualTo(1);
        assertThat(said).contains("signature does not hold");
    }

    @Test
    void aNewKeyIsInTheSetBeforeItSigns() throws IOException {
        String before = checked("key-check-1").getReceipt();
        Instant from = Counter.NOW.plus(Duration.ofDays(7));
        String keyId = counter.journeys
                .receipts()
                .rotate(
                        RotateReceiptKeyRequest.newBuilder()
                                .setActiveFrom(Timestamp.newBuilder().setSeconds(from.getEpochSecond()))
                                .build(),
                        Counter.operator())
                .getKeyId();
        carry(counter.journeys.receipts().trust());

        assertThat(checked("key-check-1").getReceipt()).isEqualTo(before);
        assertThat(verify(before, Counter.NOW)).isZero();
        assertThat(Files.readString(folder.resolve("carried/receipt-keys.jws"))).isNotEmpty();
        assertThat(counter.keys.receipts().keys())
                .hasSize(2)
                .last()
                .hasToString("receipt key " + keyId + " from " + from);
        counter.close();
        counter = new Counter(folder);
        assertThat(counter.keys.receipts().keys())
                .hasSize(2)
                .last()
                .hasToString("receipt key " + keyId + " from " + from);
        for (Instant wrong : new Instant[] {from, Counter.NOW, Counter.NOW.plus(Duration.ofDays(91))}) {
            assertThatThrownBy(() -> counter.journeys
                            .receipts()
                            .rotate(
                                    RotateReceiptKeyRequest.newBuilder()
                                            .setActiveFrom(
                                                    Timestamp.newBuilder().setSeconds(wrong.getEpochSecond()))
                                            .build(),
                                    Counter.operator()))
                    .hasMessageContaining("active_from");
        }
    }

    @Test
    void whatAStolenKeySignedIsGenuineNoMore() throws IOException {
        CheckEligibilityResponse before = checked("key-check-1");
        String stolen = counter.keys.receipts().keys().getFirst().id();
        WithdrawReceiptKeyRequest request = WithdrawReceiptKeyRequest.newBuilder()
                .setIdempotencyKey("key-withdraw-1")
                .setKeyId(stolen)
                .setReason("a laptop was lost")
                .build();

        WithdrawReceiptKeyResponse answer = counter.journeys.receipts().withdrawKey(request, Counter.operator());

        assertThat(answer.getKeyId()).isNotEqualTo(stolen);
        assertThat(counter.journeys.receipts().withdrawKey(request, Counter.operator()))
                .isEqualTo(answer);
        carry(counter.journeys.receipts().trust());
        assertThat(verify(before.getReceipt(), Counter.NOW)).isEqualTo(1);
        assertThatThrownBy(() -> counter.journeys.recall().verified(before.getReceipt()))
                .hasMessageContaining("no receipt of this gate");
        String again = checked("key-check-1").getReceipt();
        assertThat(again).isNotEqualTo(before.getReceipt());
        assertThat(verify(again, Counter.NOW)).isZero();
        counter.close();
        counter = new Counter(folder);
        assertThat(counter.keys.receipts().keys()).singleElement().returns(answer.getKeyId(), ReceiptKey::id);
        assertThatThrownBy(() -> counter.journeys
                        .receipts()
                        .withdrawKey(
                                request.toBuilder()
                                        .setIdempotencyKey("key-withdraw-2")
                                        .build(),
                                Counter.operator()))
                .hasMessageContaining("No key of this id");
    }

    private CheckEligibilityResponse checked(String key) {
        return counter.journeys
                .eligibility()
                .check(Counter.check(key, Counter.SITI, FakeMatcher.sample("siti")), Counter.operator());
    }

    private static RevokeReceiptRequest revocation(String key, String decisionId) {
        return RevokeReceiptRequest.newBuilder()
                .setIdempotencyKey(key)
                .setDecisionId(decisionId)
                .setReason("wrong facility")
                .build();
    }

    private void carry(GetReceiptTrustResponse trust) throws IOException {
        Path carried = Files.createDirectories(folder.resolve("carried"));
        Files.writeString(carried.resolve("receipt-anchor.pem"), trust.getAnchorPem());
        Files.writeString(carried.resolve("receipt-keys.jws"), trust.getKeySet());
        Files.writeString(carried.resolve("receipts-revoked.jws"), trust.getRevocations());
    }

    private int verify(String receipt, Instant at, String... more) {
        StringWriter out = new StringWriter();
        String[] args = Stream.concat(
                        Stream.of(
                                "receipt",
                                "verify",
                                "--trust",
                                folder.resolve("carried").toString(),
                                "--at",
                                at.toString(),
                                receipt),
                        Stream.of(more))
                .toArray(String[]::new);
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(out, true), args);
        said = out.toString();
        return code;
    }

    private static String changed(String receipt) {
        int middle = receipt.length() / 2;
        return receipt.substring(0, middle)
                + (receipt.charAt(middle) == 'A' ? 'B' : 'A')
                + receipt.substring(middle + 1);
    }
}
