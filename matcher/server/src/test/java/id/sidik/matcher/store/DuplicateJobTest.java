package id.sidik.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.engine.template.FingerPosition;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.RecordSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateJobTest {
    private static final String JOB = "job-of-2026";
    private static final DuplicateJobTerms TERMS =
            new DuplicateJobTerms(Instant.parse("2026-01-01T00:00:00Z"), 1e-3, false);
    private static final DuplicateJobTerms OTHER_TERMS =
            new DuplicateJobTerms(Instant.parse("2027-01-01T00:00:00Z"), 1e-6, true);
    private static final List<DuplicateJobStep> STEPS = List.of(
            new DuplicateJobStep("b", 2, false, List.of(pair("a", "x"), pair("b", "y"))),
            new DuplicateJobStep("d", 4, false, List.of()),
            new DuplicateJobStep("e", 5, true, List.of(pair("e", "z"))));

    @TempDir
    private Path folder;

    private RecordSeal seal;
    private DuplicateJobs jobs;

    @BeforeEach
    void makeAKey() throws IOException {
        seal = new KeyFile(folder.resolve("keys")).createDraft();
        jobs = new DuplicateJobs(folder.resolve("jobs"), seal);
    }

    @Test
    void goesOnWithItsOwnTermsWhereItWas() {
        write(STEPS);
        try (DuplicateJob job = jobs.open(JOB, OTHER_TERMS)) {
            assertThat(job.terms()).isEqualTo(TERMS);
            assertThat(job.last()).isEqualTo(STEPS.getLast());
            assertThat(job.pairs()).containsExactly(pair("a", "x"), pair("b", "y"), pair("e", "z"));
        }
    }

    @Test
    void aStepThatWasNotWhollyWrittenIsGoneAndTheOthersAreNot() throws IOException {
        write(STEPS);
        byte[] whole = Files.readAllBytes(file());
        int lengthOfTwo = lengthOf(STEPS.subList(0, 2));
        for (int length = lengthOfTwo; length < whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            try (DuplicateJob job = jobs.open(JOB, OTHER_TERMS)) {
                assertThat(job.last()).as("cut to %d bytes", length).isEqualTo(STEPS.get(1));
                job.append(STEPS.get(2));
            }
            try (DuplicateJob job = jobs.open(JOB, OTHER_TERMS)) {
                assertThat(job.pairs()).hasSize(3);
            }
        }
    }

    @Test
    void bytesOfALastStepThatNeverReachedTheDiskAreGone() throws IOException {
        write(STEPS);
        byte[] whole = Files.readAllBytes(file());
        java.util.Arrays.fill(whole, whole.length - 20, whole.length, (byte) 0);
        Files.write(file(), whole);
        try (DuplicateJob job = jobs.open(JOB, OTHER_TERMS)) {
            assertThat(job.last()).isEqualTo(STEPS.get(1));
        }
    }

    @Test
    void aJobCutBeforeItsTermsWereWrittenBeginsAnew() throws IOException {
        write(List.of());
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            try (DuplicateJob job = jobs.open(JOB, OTHER_TERMS)) {
                assertThat(job.terms()).isEqualTo(OTHER_TERMS);
                assertThat(job.last().subjectsDone()).isZero();
            }
        }
    }

    @Test
    void damageInTheMiddleIsRefused() throws IOException {
        write(STEPS);
        byte[] whole = Files.readAllBytes(file());
        int inTheSecondStep = lengthOf(STEPS.subList(0, 1)) + 20;
        whole[inTheSecondStep] ^= 1;
        Files.write(file(), whole);
        assertThatThrownBy(() -> jobs.open(JOB, TERMS))
                .isInstanceOfSatisfying(
                        CorruptStoreException.class, e -> assertThat(e.record()).isEqualTo("jobs/job-of-2026/2"));
    }

    @Test
    void aJournalUnderAnotherNameIsRefused() throws IOException {
        write(STEPS);
        Files.copy(file(), folder.resolve("jobs").resolve("job-of-2027.job"));
        assertThatThrownBy(() -> jobs.open("job-of-2027", TERMS))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("seal");
    }

    @Test
    void keepsTheLatestJobsOnly() throws IOException {
        for (int i = 0; i < DuplicateJobs.JOBS_MAX + 2; i++) {
            String id = "job-number-" + i;
            jobs.open(id, TERMS).close();
            Files.setLastModifiedTime(
                    folder.resolve("jobs").resolve(id + ".job"),
                    FileTime.from(TERMS.startedAt().plusSeconds(i)));
        }
        try (Stream<Path> files = Files.list(folder.resolve("jobs"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(DuplicateJobs.JOBS_MAX)
                    .contains("job-number-9.job")
                    .doesNotContain("job-number-0.job", "job-number-1.job");
        }
    }

    private void write(List<DuplicateJobStep> steps) {
        try (DuplicateJob job = jobs.open(JOB, TERMS)) {
            steps.forEach(job::append);
        }
    }

    private int lengthOf(List<DuplicateJobStep> steps) {
        DuplicateJobLayout layout = new DuplicateJobLayout(JOB, seal);
        int length = layout.encode(TERMS).length;
        for (int i = 0; i < steps.size(); i++) {
            length += layout.encode(i + 1, steps.get(i)).length;
        }
        return length;
    }

    private Path file() {
        return folder.resolve("jobs").resolve(JOB + ".job");
    }

    private static DuplicatePair pair(String subject, String other) {
        return new DuplicatePair(subject, other, 1e-9, 1e-7, FingerPosition.LEFT_THUMB);
    }
}
