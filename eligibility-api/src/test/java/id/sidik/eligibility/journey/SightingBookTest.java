package id.sidik.eligibility.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.fleet.Sighting;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bridges last said outlives the gate, and costs one file now and then. */
class SightingBookTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00.5Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("bridges-seen");
    }

    @Test
    void whatIsKeptIsThereAtTheNextStart() {
        Sighting whole = sighting(NOON, OptionalInt.of(62));
        Sighting bare = new Sighting(NOON, Optional.empty(), "", List.of(), new Sighting.ProfileState(0, 0, 0, ""));
        try (SightingBook book = SightingBook.open(file)) {
            book.note("bridge-one", whole);
            book.note("bridge-two", bare);
        }

        SightingBook next = SightingBook.open(file);
        assertThat(next.find("bridge-one")).contains(whole);
        assertThat(next.find("bridge-two")).contains(bare);
        assertThat(next.find("bridge-three")).isEmpty();
    }

    @Test
    void aReportIsWrittenWhenItIsTimeAndNotBefore() throws Exception {
        SightingBook book = SightingBook.open(file);
        book.keep();
        assertThat(file).as("nothing is new").doesNotExist();

        book.note("bridge-one", sighting(NOON, OptionalInt.empty()));
        assertThat(file).doesNotExist();
        book.keep();
        byte[] kept = Files.readAllBytes(file);
        Files.delete(file);
        book.keep();
        assertThat(file).as("nothing is new since").doesNotExist();

        Files.write(file, kept);
        assertThat(SightingBook.open(file).find("bridge-one")).contains(sighting(NOON, OptionalInt.empty()));
    }

    @Test
    void aDamagedFileIsBegunAnew() throws Exception {
        try (SightingBook book = SightingBook.open(file)) {
            book.note("bridge-one", sighting(NOON, OptionalInt.of(1)));
        }
        byte[] sound = Files.readAllBytes(file);
        for (int place = 0; place < sound.length; place++) {
            byte[] damaged = sound.clone();
            damaged[place] ^= 0x40;
            Files.write(file, damaged);
            assertThat(SightingBook.open(file).find("bridge-one"))
                    .as("byte " + place)
                    .isEmpty();
        }
        Files.write(file, new byte[3]);
        try (SightingBook book = SightingBook.open(file)) {
            book.note("bridge-two", sighting(NOON, OptionalInt.of(2)));
        }
        assertThat(SightingBook.open(file).find("bridge-two")).isPresent();
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() throws Exception {
        Path missing = folder.resolve("missing");
        SightingBook book = SightingBook.open(missing.resolve("bridges-seen"));
        book.note("bridge-one", sighting(NOON, OptionalInt.empty()));
        assertThatThrownBy(book::keep).isInstanceOf(UncheckedIOException.class).hasMessageContaining("missing");

        Files.createDirectory(missing);
        book.keep();
        assertThat(missing.resolve("bridges-seen")).exists();
    }

    private static Sighting sighting(Instant at, OptionalInt quality) {
        return new Sighting(
                at,
                Optional.of(at.minusSeconds(3600)),
                "1.0",
                List.of(new Sighting.ScannerHealth(
                        "ZFM-20",
                        "READY",
                        new Sighting.Figures(
                                Map.of("COMPLETED", 31L, "FINGER_TIMEOUT", 2L),
                                Map.of("ABSENT", 1L),
                                3,
                                31,
                                33,
                                quality))),
                new Sighting.ProfileState(1, 2, 3, "it is for another facility"));
    }
}
