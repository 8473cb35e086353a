package id.sidik.matcher.segments;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.gallery.Candidate;
import id.sidik.engine.gallery.ComparisonPool;
import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.IndexedGallery;
import id.sidik.engine.gallery.IndexedGallery.Threads;
import id.sidik.engine.gallery.KeptSegments;
import id.sidik.engine.gallery.MemoryPages;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.gallery.SegmentKeeper;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.RecordSeal;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gallery that is filled from a store, here a map, with and without copies from before. */
class SegmentFolderTest {
    private static final int SUBJECTS = 70;
    private static final int SEARCHED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    private final ComparisonPool searches = new ComparisonPool("search", 1, 8);
    private final ComparisonPool verifications = new ComparisonPool("verify", 1, 8);
    private final Map<String, Integer> store = new HashMap<>();

    private Path folder;
    private RecordSeal seal;

    @BeforeEach
    void keepOneSegment() throws Exception {
        folder = data.resolve("segments");
        seal = new KeyFile(data.resolve("keys")).createDraft();
        for (int subject = 0; subject < SUBJECTS; subject++) {
            store.put("subject-" + subject, subject);
        }
        SegmentFolder files = new SegmentFolder(folder, seal, MemoryPages.HUGE);
        CountDownLatch kept = new CountDownLatch(1);
        SegmentKeeper told = new SegmentKeeper() {
            @Override
            public void keep(long number, List<MemorySegment> parts) {
                files.keep(number, parts);
                kept.countDown();
            }

            @Override
            public void forget(long number) {
                files.forget(number);
            }
        };
        try (IndexedGallery gallery = gallery(told, files.open(1))) {
            gallery.start();
            fill(gallery);
            assertThat(kept.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @AfterEach
    void stopThreads() {
        searches.close();
        verifications.close();
    }

    @Test
    void opensWhatItKept() throws Exception {
        assertThat(opened(seal).count()).isEqualTo(1);
        assertComplete();
        assertThat(files()).as("nothing has changed").hasSize(1);
    }

    @Test
    void keepsNothingThatCanBeReadWithoutTheKey() throws Exception {
        byte[] bytes = Files.readAllBytes(files().getFirst());

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("subject-");
        assertThat(Files.getPosixFilePermissions(files().getFirst()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0003, 0.001, 0.3, 0.7, 0.99999})
    void doesNotUseAFileWithAByteFlipped(double where) throws Exception {
        byte[] bytes = Files.readAllBytes(files().getFirst());
        bytes[(int) (where * bytes.length)] ^= 0x10;
        Files.write(files().getFirst(), bytes);

        assertRefused(seal);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24, 25, 30, 5_000})
    void doesNotUseAFileThatIsCutOff(int left) throws Exception {
        byte[] bytes = Files.readAllBytes(files().getFirst());
        Files.write(files().getFirst(), Arrays.copyOf(bytes, left));

        assertRefused(seal);
    }

    @Test
    void doesNotUseAFileOfAnotherStore() throws Exception {
        assertRefused(new KeyFile(data.resolve("other-keys")).createDraft());
    }

    @Test
    void doesNotUseAFileUnderAnotherName() throws Exception {
        Files.move(files().getFirst(), folder.resolve(SegmentFileLayout.name(77)));

        assertRefused(seal);
    }

    @Test
    void doesNotUseADraft() throws Exception {
        Files.move(files().getFirst(), folder.resolve(SegmentFileLayout.name(1) + ".draft"));

        assertRefused(seal);
    }

    @Test
    void doesWithoutAFile() throws Exception {
        Files.delete(files().getFirst());

        assertComplete();
    }

    /** An older copy of the folder, put back: the store has gone on since. */
    @Test
    void believesTheStoreRatherThanAStaleFile() throws Exception {
        store.remove("subject-3");
        store.put("subject-4", 104);
        store.put("subject-new", 105);

        assertThat(opened(seal).count()).isEqualTo(1);
        assertComplete();
        try (IndexedGallery gallery = reopened(seal)) {
            assertThat(found(gallery, 3)).isEmpty();
            assertThat(found(gallery, 4)).isEmpty();
            assertThat(found(gallery, 104)).containsExactly("subject-4");
        }
        assertThat(files()).as("it held whom the store does not").isEmpty();
    }

    @Test
    void deletesTheFileOfWhoeverWithdraws() throws Exception {
        try (IndexedGallery gallery = reopened(seal)) {
            assertThat(files()).hasSize(1);
            assertThat(gallery.remove("stranger")).isZero();
            assertThat(files()).hasSize(1);

            assertThat(gallery.remove("subject-5")).isEqualTo(1);

            assertThat(files()).isEmpty();
        }
    }

    @Test
    void keepsNothingThatItWasToldToForget() throws Exception {
        SegmentFolder forgetful = new SegmentFolder(folder, seal, MemoryPages.HUGE);
        forgetful.forget(9);
        forgetful.keep(9, List.of(MemorySegment.ofArray(new byte[100])));

        assertThat(files()).hasSize(1);
    }

    private void assertRefused(RecordSeal withSeal) throws Exception {
        assertThat(opened(withSeal).count()).isZero();
        assertThat(files()).as("what is of no use is deleted").isEmpty();
        assertComplete();
    }

    private void assertComplete() throws InterruptedException {
        try (IndexedGallery gallery = reopened(seal)) {
            assertThat(gallery.referenceCount()).isEqualTo(store.size());
            assertThat(gallery.subjectIdsAfter(Optional.empty(), 1_000))
                    .containsExactlyInAnyOrderElementsOf(store.keySet());
            for (Map.Entry<String, Integer> subject :
                    store.entrySet().stream().limit(SEARCHED).toList()) {
                assertThat(found(gallery, subject.getValue())).containsExactly(subject.getKey());
            }
        }
    }

    private KeptSegments opened(RecordSeal withSeal) {
        return new SegmentFolder(folder, withSeal, MemoryPages.HUGE).open(1);
    }

    /** Without its background thread, so that the folder stays as it was found. */
    private IndexedGallery reopened(RecordSeal withSeal) {
        SegmentFolder files = new SegmentFolder(folder, withSeal, MemoryPages.HUGE);
        IndexedGallery gallery = gallery(files, files.open(1));
        fill(gallery);
        return gallery;
    }

    private void fill(Gallery gallery) {
        store.forEach((id, seed) -> gallery.restore(id, SubjectTraits.UNKNOWN, List.of(finger(seed))));
        gallery.markReady(0);
        gallery.markReady(1);
    }

    private IndexedGallery gallery(SegmentKeeper keeper, KeptSegments kept) {
        IndexedGallery gallery = new IndexedGallery(
                FingerEngine.SIDIK.comparator(),
                FingerEngine.SIDIK.calibration(),
                new Partitioning(2),
                new Threads(searches, verifications, 1),
                MemoryPages.HUGE,
                keeper,
                System::nanoTime);
        gallery.reuse(kept);
        return gallery;
    }

    private List<String> found(Gallery gallery, int seed) throws InterruptedException {
        SearchResult result = gallery.search(SearchRequest.of(List.of(finger(seed)), 1e-3, 10, PATIENCE));
        assertThat(result.partial()).isFalse();
        return result.candidates().stream().map(Candidate::subjectId).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.toList();
        }
    }

    /** Minutiae of nobody, strewn from a seed. */
    private static FingerTemplate finger(int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int i = 0; i < 35; i++) {
            minutiae.add(
                    20 + 360 * random.nextFloat(),
                    20 + 360 * random.nextFloat(),
                    random.nextDouble(2 * Math.PI),
                    random.nextBoolean() ? MinutiaType.ENDING : MinutiaType.BIFURCATION,
                    40);
        }
        FingerFeatures features = new FingerFeatures(400, 400, 9, minutiae.build(), RidgeField.NONE);
        return new FingerTemplate(
                FingerPosition.RIGHT_INDEX, Template.of(SidikPayload.ALGORITHM, SidikPayload.write(features)));
    }
}
