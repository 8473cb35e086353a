package id.sidik.bridge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sidik.bridge.offline.OfflineAnswer;
import id.sidik.bridge.offline.OfflineCause;
import id.sidik.bridge.offline.PastCheck;
import id.sidik.bridge.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
    private static final String NID = "3174015708850003";

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void makeKeys() throws Exception {
        vault = Vault.openOrCreate(folder.resolve("keys"), false);
    }

    private Journal open() {
        return Journal.open(folder, vault, new Random(1));
    }

    private static JournalEntry entry(long sequence, OfflineAnswer answer) {
        return new JournalEntry(
                sequence,
                "capture-" + sequence,
                "HOSPITAL_ADMISSION",
                NOON.plusSeconds(sequence),
                "ab".repeat(16),
                true,
                7,
                answer,
                Upload.of(("entry " + sequence + " of " + NID).getBytes(StandardCharsets.UTF_8)));
    }

    private static JournalEntry granted(long sequence) {
        return entry(sequence, new OfflineAnswer.Granted("JKN", "2026-12-31", 500_000));
    }

    private static JournalEntry referred(long sequence) {
        return entry(sequence, new OfflineAnswer.Referred(OfflineCause.FINGER_NOT_PROVED));
    }

    private void append(int count) {
        try (Journal journal = open()) {
            for (int i = 1; i <= count; i++) {
                journal.append(i % 2 == 0 ? referred(i) : granted(i));
            }
        }
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private static List<Long> waiting(Journal journal) {
        return journal.waiting(Journal.WAITING_MAX).stream()
                .map(JournalEntry::sequence)
                .toList();
    }

    @Test
    void keepsEveryAnswerThatItTook() {
        append(5);
        try (Journal journal = open()) {
            assertThat(waiting(journal)).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(journal.waiting(1).getFirst()).usingRecursiveComparison().isEqualTo(granted(1));
            assertThat(journal.find("capture-2").orElseThrow().answer())
                    .isEqualTo(referred(2).answer());
            assertThat(journal.nextSequence()).isEqualTo(6);
            assertThat(journal.previousHash()).isEqualTo(granted(5).upload().hash());
            assertThat(journal.cutBytes()).isZero();
        }
    }

    @Test
    void writesNoNumberAndNoAnswerThatAnybodyCouldRead() throws IOException {
        append(2);
        String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(NID, "HOSPITAL", "capture-", "JKN");
    }

    @Test
    void cutsAnEntryThatWasBeingWrittenWhereverThePowerWent() throws IOException {
        append(2);
        int before = Math.toIntExact(Files.size(file()));
        try (Journal journal = open()) {
            journal.append(granted(3));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length = before; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (Journal journal = open()) {
                assertThat(waiting(journal)).as("cut after %d bytes", length).containsExactly(1L, 2L);
                assertThat(journal.cutBytes()).isEqualTo(length - before);
                journal.append(granted(3));
            }
            try (Journal journal = open()) {
                assertThat(waiting(journal)).containsExactly(1L, 2L, 3L);
            }
        }
    }

    @Test
    void cutsATailWhoseBytesNeverReachedTheDisk() throws IOException {
        append(2);
        int before = Math.toIntExact(Files.size(file()));
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), before + 4_096)); // grown, and full of zeros
        try (Journal journal = open()) {
            assertThat(waiting(journal)).containsExactly(1L, 2L);
        }
        assertThat(Files.size(file())).isEqualTo(before);
    }

    @Test
    void refusesAJournalThatIsDamagedBeforeItsEnd() throws IOException {
        append(3);
        byte[] whole = Files.readAllBytes(file());
        int lastFrame = whole.length - 60;
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(lastFrame - 200)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);
            assertThatExceptionOfType(JournalDamagedException.class).isThrownBy(this::open);
        }
    }

    @Test
    void refusesAFrameOfAnEarlierFile() throws IOException {
        append(1);
        byte[] earlier = Files.readAllBytes(file());
        try (Journal journal = open()) {
            int headBytes = earlier.length - frameBytes(granted(1));
            journal.acknowledge(1, NOON.plus(Duration.ofDays(2)));
            byte[] anew = Files.readAllBytes(file());
            byte[] spliced = Arrays.copyOf(anew, anew.length + earlier.length - headBytes);
            System.arraycopy(earlier, headBytes, spliced, anew.length, earlier.length - headBytes);
            Files.write(file(), spliced);
        }
        assertThatExceptionOfType(JournalDamagedException.class)
                .isThrownBy(this::open)
                .withMessageContaining("seal");
    }

    private static int frameBytes(JournalEntry entry) {
        int sealOverhead = 33;
        return EntryLayout.encode(entry).length + sealOverhead + FrameLayout.OVERHEAD_BYTES;
    }

    @Test
    void forgetsWhatTheGateHasAndKeepsWhatBoundsTheDay() throws IOException {
        append(4);
        try (Journal journal = open()) {
            journal.acknowledge(3, NOON.plusSeconds(60));
            assertThat(waiting(journal)).containsExactly(4L);
            journal.append(granted(5));
        }
        try (Journal journal = open()) {
            assertThat(waiting(journal)).containsExactly(4L, 5L);
            assertThat(journal.past())
                    .hasSize(5)
                    .contains(granted(1).past(), referred(2).past());
            assertThat(journal.find("capture-1").orElseThrow().upload().isNone())
                    .isTrue();
            assertThat(journal.find("capture-1").orElseThrow().answer())
                    .isEqualTo(granted(1).answer());
            journal.acknowledge(5, NOON.plus(Duration.ofHours(25)));
            assertThat(journal.past()).isEmpty();
            assertThat(journal.nextSequence()).isEqualTo(6);
            assertThat(journal.previousHash()).isEqualTo(granted(5).upload().hash());
        }
        long empty = Files.size(file());
        try (Journal journal = open()) {
            assertThat(journal.nextSequence()).isEqualTo(6);
            assertThat(journal.previousHash()).isEqualTo(granted(5).upload().hash());
        }
        assertThat(empty).isLessThan(200);
    }

    @Test
    void goesOnWhenThePowerWentWhileItWasWrittenAnew() throws IOException {
        append(3);
        Files.write(folder.resolve("journal.next"), new byte[] {1, 2, 3});
        try (Journal journal = open()) {
            assertThat(waiting(journal)).containsExactly(1L, 2L, 3L);
            journal.acknowledge(3, NOON);
        }
        assertThat(folder.resolve("journal.next")).doesNotExist();
    }

    @Test
    void acknowledgingNothingNewChangesNothing() throws IOException {
        append(2);
        try (Journal journal = open()) {
            journal.acknowledge(1, NOON);
            byte[] once = Files.readAllBytes(file());
            journal.acknowledge(1, NOON);
            assertThat(Files.readAllBytes(file())).isEqualTo(once);
        }
    }

    @Test
    void takesEachCaptureOnceAndInOrder() {
        try (Journal journal = open()) {
            journal.append(granted(1));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.append(granted(1)));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.append(granted(3)));
            assertThat(waiting(journal)).containsExactly(1L);
        }
    }

    @Test
    void isOpenInOneProcessOnly() {
        try (Journal first = open()) {
            assertThat(first.takes()).isTrue();
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::open);
        }
    }

    @Test
    void boundsCountTheStakeOfGrantsOnly() {
        assertThat(granted(1).past()).isEqualTo(new PastCheck(NOON.plusSeconds(1), "ab".repeat(16), true, 500_000));
        assertThat(referred(1).past().grantedRupiah()).isZero();
    }
}
