package id.sidik.bridge.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.ProvisionalCheck;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.SitePack;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final String FACILITY = "PKM-1";
    private static final String SITI = "3174015708850003";
    private static final String BUDI = "3174011708850003";
    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
    private static final SyntheticGallery PEOPLE = new SyntheticGallery(7, 2, 2);

    @TempDir
    private Path folder;

    private final PackMaker gate = new PackMaker();
    private final FakeLine line = new FakeLine();
    private Instant now = NOON;
    private Site site;
    private Dismissal dismissal;

    /** What the gate says when it is asked; nothing, while it cannot be. */
    private static final class FakeLine implements SiteLine {
        private final Queue<IssueSitePackResponse> packs = new ArrayDeque<>();
        private final List<byte[]> brought = new ArrayList<>();
        private int takes;

        @Override
        public Optional<IssueSitePackResponse> nextPack(String facilityId) {
            return Optional.ofNullable(packs.poll());
        }

        @Override
        public Optional<Long> reconcile(String facilityId, List<byte[]> entries) {
            if (takes == 0) {
                return Optional.empty();
            }
            List<byte[]> taken = entries.subList(0, Math.min(takes, entries.size()));
            brought.addAll(taken);
            takes -= taken.size();
            return Optional.of(sequence(taken.getLast()));
        }
    }

    private static long sequence(byte[] entry) {
        return parsed(entry).getSequence();
    }

    private static ProvisionalCheck parsed(byte[] entry) {
        try {
            return ProvisionalCheck.parseFrom(entry);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() {
        dismissal = Dismissal.in(folder, () -> now);
        site = newSite();
    }

    private Site newSite() {
        return Site.open(
                folder, dismissal, FACILITY, FingerEngine.SIDIK, line, Duration.ofHours(1), () -> now, new Random(3));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void reopen() {
        site.close();
        open();
    }

    private byte[] packKey() {
        return site.status().getPackKey().toByteArray();
    }

    private static SitePack packOfSiti(long number) {
        return PackMaker.pack(
                number,
                FACILITY,
                NOON.minusSeconds(60),
                List.of(PackMaker.member(SITI, PEOPLE.references(0), NOON.minusSeconds(60))));
    }

    private void fetch(IssueSitePackResponse response) {
        line.packs.add(response);
        now = now.plus(Duration.ofMinutes(2));
        site.keep();
    }

    private List<Long> held() {
        return site.status().getPacksList().stream()
                .map(pack -> pack.getNumber())
                .toList();
    }

    private static CheckEligibilityRequest check(String key, String nid, FingerTemplate... fingers) {
        return CheckEligibilityRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(nid)
                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                .setFacilityId(FACILITY)
                .addAllSamples(Stream.of(fingers)
                        .map(finger -> Sample.newBuilder()
                                .setFinger(
                                        FingerPosition.forNumber(finger.finger().isoNumber()))
                                .setTemplate(SidikTemplate.newBuilder()
                                        .setContent(ByteString.copyFrom(
                                                finger.template().bytes(TemplateAccess.get()))))
                                .build())
                        .toList())
                .build();
    }

    private static FingerTemplate touch(int person, int number) {
        return PEOPLE.touches(person, number).getFirst();
    }

    private String answer(CheckEligibilityRequest question) {
        return site.answer(question)
                .map(answer ->
                        answer.hasGranted() ? "GRANTED" : answer.getReferred().getCause())
                .orElse("nothing");
    }

    @Test
    void saysNothingWithoutAPack() {
        assertThat(answer(check("capture-1", SITI, touch(0, 1)))).isEqualTo("nothing");
        assertThat(site.status().getWaiting()).isZero();
    }

    @Test
    void grantsRefersAndWritesBothDown() {
        fetch(gate.issue(packOfSiti(5), packKey()));

        assertThat(answer(check("capture-1", SITI, touch(0, 1)))).isEqualTo("GRANTED");
        assertThat(answer(check("capture-2", SITI, touch(1, 1)))).isEqualTo("FINGER_NOT_PROVED");
        assertThat(answer(check("capture-3", BUDI, touch(1, 1)))).isEqualTo("NOT_EXPECTED");
        assertThat(answer(check("capture-4", SITI))).isEqualTo("FINGER_NOT_CAPTURED");
        assertThat(site.status().getWaiting()).isEqualTo(4);
    }

    @Test
    void laysOutWhatReceiptsAreCheckedWithOnlyAsTheAnchorSignedIt() throws Exception {
        fetch(gate.issue(gate.withReceiptLists(packOfSiti(5), "decision-1"), packKey()));
        fetch(gate.issue(new PackMaker().withReceiptLists(packOfSiti(6), "decision-2"), packKey()));

        Path receipts = folder.resolve("receipts");
        PublicKey anchor = Ed25519.fromPem(Files.readString(receipts.resolve(ReceiptFolder.ANCHOR)));
        assertThat(CompactJws.verify(
                        Files.readString(receipts.resolve(ReceiptFolder.REVOKED))
                                .strip(),
                        anchor))
                .contains("decision-1");
        assertThat(CompactJws.verify(
                        Files.readString(receipts.resolve(ReceiptFolder.KEYS)).strip(), anchor))
                .contains("\"keys\"");
        assertThat(held()).as("lists of another anchor").containsExactly(5L);
    }

    @Test
    void answersNothingWithADeviceThatIsRevoked() {
        fetch(gate.issue(packOfSiti(5).toBuilder().addRevokedDevices("bridge-1").build(), packKey()));
        CheckEligibilityRequest question = check("capture-1", SITI, touch(0, 1));

        assertThat(answer(question.toBuilder()
                        .setCaptureSeal(CaptureSeal.newBuilder().setDeviceId("bridge-1"))
                        .build()))
                .isEqualTo("DEVICE_REVOKED");
        assertThat(answer(question.toBuilder()
                        .setIdempotencyKey("capture-2")
                        .setCaptureSeal(CaptureSeal.newBuilder().setDeviceId("bridge-2"))
                        .build()))
                .isEqualTo("GRANTED");
    }

    @Test
    void keepsToItsBoundsAlsoAfterARestart() {
        fetch(gate.issue(packOfSiti(5), packKey()));
        assertThat(answer(check("capture-1", SITI, touch(0, 1)))).isEqualTo("GRANTED");
        reopen();
        assertThat(answer(check("capture-2", SITI, touch(0, 2)))).isEqualTo("GRANTED");
        reopen();
        assertThat(answer(check("capture-3", SITI, touch(0, 3)))).isEqualTo("PERSON_LIMIT_REACHED");
        line.takes = 3;
        site.keep();
        assertThat(site.status().getWaiting()).isZero();
        assertThat(answer(check("capture-4", SITI, touch(0, 3)))).isEqualTo("PERSON_LIMIT_REACHED");
    }

    @Test
    void tellsTheSameCaptureTheSameAndAnotherQuestionNothing() {
        fetch(gate.issue(packOfSiti(5), packKey()));
        ProvisionalAnswer first =
                site.answer(check("capture-1", SITI, touch(0, 1))).orElseThrow();
        reopen();
        assertThat(site.answer(check("capture-1", SITI, touch(0, 1)))).contains(first);
        assertThat(site.answer(check("capture-1", BUDI, touch(0, 1)))).isEmpty();
        assertThat(site.status().getWaiting()).isEqualTo(1);
    }

    @Test
    void refersEverybodyWhenTheClockRunsBack() {
        fetch(gate.issue(packOfSiti(5), packKey()));
        assertThat(answer(check("capture-1", SITI, touch(0, 1)))).isEqualTo("GRANTED");
        now = now.minus(Duration.ofMinutes(1));
        assertThat(answer(check("capture-2", SITI, touch(0, 2)))).isEqualTo("CLOCK_BEHIND");
        now = NOON.minus(Duration.ofDays(1));
        assertThat(answer(check("capture-3", SITI, touch(0, 3)))).isEqualTo("CLOCK_BEHIND");
    }

    @Test
    void saysNothingWhenItsPacksHaveExpired() {
        fetch(gate.issue(packOfSiti(5), packKey()));
        now = NOON.plus(PackMaker.VALIDITY);
        assertThat(answer(check("capture-1", SITI, touch(0, 1)))).isEqualTo("nothing");
    }

    @Test
    void keepsPacksAcrossARestartAndTakesOnlyNewerOnes() {
        fetch(gate.issue(packOfSiti(5), packKey()));
        reopen();
        assertThat(held()).containsExactly(5L);
        fetch(gate.issue(packOfSiti(4), packKey()));
        fetch(gate.issue(packOfSiti(5), packKey()));
        assertThat(held()).containsExactly(5L);
        fetch(gate.issue(packOfSiti(9), packKey()));
        assertThat(held()).containsExactly(9L, 5L);
    }

    @Test
    void takesNoPackThatIsNotForItOrNotFromItsGate() {
        byte[] key = packKey();
        byte[] othersKey = key.clone();
        othersKey[3] ^= 1;
        IssueSitePackResponse good = gate.issue(packOfSiti(5), key);
        fetch(gate.issue(packOfSiti(5), othersKey));
        fetch(gate.issue(packOfSiti(5), key, 6, FACILITY)); // the statement says another number
        fetch(gate.issue(packOfSiti(5), key, 5, "PKM-2"));
        fetch(good.toBuilder()
                .setPack(good.getPack().toBuilder()
                        .setSealed(good.getPack().getSealed().concat(ByteString.copyFromUtf8("x"))))
                .build());
        fetch(good.toBuilder().setAnchorPem("no key").build());
        assertThat(held()).isEmpty();
        fetch(good);
        assertThat(held()).containsExactly(5L);
        fetch(new PackMaker().issue(packOfSiti(8), key)); // another gate, which signs correctly
        assertThat(held()).containsExactly(5L);
    }

    @Test
    void leavesOutAPackWhoseFileWasChanged() throws IOException {
        fetch(gate.issue(packOfSiti(5), packKey()));
        try (Stream<Path> files = Files.list(folder.resolve("packs"))) {
            Path pack = files.filter(file -> file.toString().endsWith(".pack"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(pack);
            bytes[bytes.length / 2] ^= 1;
            Files.write(pack, bytes);
        }
        reopen();
        assertThat(held()).isEmpty();
    }

    @Test
    void takesAPackThatWasCarriedThere() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path carried = inbox.resolve("pkm-1.issued");
        gate.issue(packOfSiti(5), packKey()).writeTo(Files.newOutputStream(carried));
        site.keep();
        assertThat(held()).containsExactly(5L);
        assertThat(carried).doesNotExist();
    }

    @Test
    void bringsItsJournalInOrderAndGoesOnWhereTheGateStopped() {
        fetch(gate.issue(packOfSiti(5), packKey()));
        for (int i = 1; i <= 60; i++) {
            answer(check("capture-" + i, BUDI, touch(1, i)));
        }
        line.takes = 20;
        site.keep();
        assertThat(site.status().getWaiting()).isEqualTo(40);
        reopen();
        line.takes = 100;
        site.keep();
        assertThat(site.status().getWaiting()).isZero();
        assertThat(line.brought).hasSize(60);
        for (int i = 0; i < 60; i++) {
            assertThat(parsed(line.brought.get(i)).getSequence()).isEqualTo(i + 1);
        }
    }

    @Test
    void aBridgeThatIsTurnedAwayDestroysItsPacksAndKeepsItsJournal() throws IOException {
        byte[] key = packKey();
        IssueSitePackResponse issued = gate.issue(packOfSiti(5), key);
        fetch(issued);
        assertThat(answer(check("capture-1", SITI, touch(0, 1)))).isEqualTo("GRANTED");
        Path carried = Files.createDirectories(folder.resolve("inbox")).resolve("pkm-1.issued");
        gate.issue(packOfSiti(6), key).writeTo(Files.newOutputStream(carried));
        Files.writeString(folder.resolve("packs").resolve("00000000000000000007.pack.new"), "half written");

        dismissal.note();
        assertThat(answer(check("capture-2", SITI, touch(0, 2))))
                .as("at once, before anything is deleted")
                .isEqualTo("nothing");
        assertThat(answer(check("capture-1", SITI, touch(0, 1))))
                .as("not even what was answered before")
                .isEqualTo("nothing");
        site.keep();

        assertThat(namesIn("packs")).containsExactly("anchor.pem");
        assertThat(carried).doesNotExist();
        assertThat(held()).isEmpty();
        assertThat(site.status().getWaiting()).as("the journal").isEqualTo(1);
        assertThat(site.status().getTurnedAwayAt().getSeconds()).isEqualTo(now.getEpochSecond());

        reopen();
        assertThat(site.status().hasTurnedAwayAt()).as("after a restart").isTrue();
        assertThat(site.status().getWaiting()).isEqualTo(1);
        assertThat(packKey()).as("copies of packs cannot be read here again").isNotEqualTo(key);
        fetch(issued);
        line.takes = 1;
        site.keep();
        assertThat(held()).as("none is taken any more").isEmpty();
        assertThat(answer(check("capture-3", SITI, touch(0, 3)))).isEqualTo("nothing");
    }

    /** As an officer has it done, with the box in her hands: docs/howto/join-a-bridge.md. */
    @Test
    void theJournalOfABridgeThatWasTurnedAwayIsBroughtByOneThatJoinsInItsPlace() throws IOException {
        fetch(gate.issue(packOfSiti(5), packKey()));
        assertThat(answer(check("capture-1", SITI, touch(0, 1)))).isEqualTo("GRANTED");
        dismissal.note();
        site.keep();
        site.close();

        Path former = folder;
        folder = former.resolve("next").resolve("offline");
        Files.createDirectories(folder);
        for (String part : namesIn(former)) {
            if (!part.equals("next") && !part.equals("turned-away")) {
                Files.move(former.resolve(part), folder.resolve(part));
            }
        }
        open();
        line.takes = 1;
        site.keep();

        assertThat(line.brought).hasSize(1);
        assertThat(parsed(line.brought.getFirst()).getSequence()).isEqualTo(1);
        assertThat(site.status().getWaiting()).isZero();
        assertThat(held()).as("the packs are gone").isEmpty();
    }

    @Test
    void packsAreDestroyedAtTheNextStartWhenTheBoxWasCutOffInBetween() throws IOException {
        fetch(gate.issue(packOfSiti(5), packKey()));
        dismissal.note();
        reopen();
        assertThat(held()).isEmpty();
        site.keep();
        assertThat(namesIn("packs")).containsExactly("anchor.pem");

        Files.writeString(folder.resolve("turned-away"), "damaged");
        reopen();
        assertThat(site.isTurnedAway()).as("what cannot be read is no way back").isTrue();
        Dismissal.lift(folder);
        reopen();
        assertThat(site.isTurnedAway()).as("it has joined anew").isFalse();
    }

    private List<String> namesIn(String name) throws IOException {
        return namesIn(folder.resolve(name));
    }

    private static List<String> namesIn(Path listed) throws IOException {
        try (Stream<Path> files = Files.list(listed)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void answersNothingButGoesOnWhenItsKeysAreLost() throws IOException {
        fetch(gate.issue(packOfSiti(5), packKey()));
        answer(check("capture-1", SITI, touch(0, 1)));
        Files.delete(folder.resolve("keys/journal.tink.json"));
        reopen();
        assertThat(site.status().getFault()).contains("journal.tink.json", "backup");
        assertThat(answer(check("capture-2", SITI, touch(0, 2)))).isEqualTo("nothing");
        site.keep();
    }

    @Test
    void leavesNoNumberAndNoTemplateOnTheDisk() throws IOException {
        fetch(gate.issue(packOfSiti(5), packKey()));
        answer(check("capture-1", SITI, touch(0, 1)));
        byte[] template = touch(0, 1).template().payload(TemplateAccess.get());
        String secret = new String(template, 0, 24, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SITI, secret);
            }
        }
    }
}
