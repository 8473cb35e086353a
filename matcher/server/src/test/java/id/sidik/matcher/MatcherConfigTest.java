package id.sidik.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.engine.gallery.MemoryPages;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.LayeredConfig;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatcherConfigTest {
    private static final long GIB = 1L << 30;
    /** Of 20 GiB, 2 are the heap, 1 and a fifth are for others: 13 GiB are left. */
    private static final Machine BOX = new Machine(4, 20 * GIB, 2 * GIB);

    @Test
    void ourGalleryTakesWhatTheMachineLeavesBesideTheHeap() {
        assertThat(referencesMax(BOX, Map.of())).isEqualTo(13 * GIB / 2_048);
    }

    @Test
    void aLargerHeapLeavesLessToOurGallery() {
        assertThat(referencesMax(new Machine(4, 20 * GIB, 3 * GIB), Map.of())).isEqualTo(12 * GIB / 2_048);
    }

    @Test
    void theBaselinesGalleryTakesPartOfTheHeap() {
        assertThat(referencesMax(BOX, Map.of("SIDIK_MATCHER_ENGINE", "sourceafis")))
                .isEqualTo((long) (0.6 * 2 * GIB) / (16 * 1_024));
    }

    @Test
    void fewerMayBeAskedFor() {
        assertThat(referencesMax(BOX, Map.of("SIDIK_MATCHER_GALLERY_REFERENCES_MAX", "1000")))
                .isEqualTo(1_000);
    }

    @Test
    void moreThanFitAreNotPromised() {
        assertThat(referencesMax(BOX, Map.of("SIDIK_MATCHER_GALLERY_REFERENCES_MAX", "2000000000")))
                .isEqualTo(13 * GIB / 2_048);
        assertThat(referencesMax(
                        BOX,
                        Map.of(
                                "SIDIK_MATCHER_ENGINE",
                                "sourceafis",
                                "SIDIK_MATCHER_GALLERY_REFERENCES_MAX",
                                "20000000")))
                .as("a profile's number for our engine")
                .isEqualTo((long) (0.6 * 2 * GIB) / (16 * 1_024));
    }

    @Test
    void hugePagesAreAskedForUnlessTheyAreOff() {
        assertThat(config(BOX, Map.of()).pages()).isEqualTo(MemoryPages.HUGE);
        assertThat(config(BOX, Map.of("SIDIK_MATCHER_HUGE_PAGES", "off")).pages())
                .isEqualTo(MemoryPages.USUAL);
        assertThatThrownBy(() -> config(BOX, Map.of("SIDIK_MATCHER_HUGE_PAGES", "yes")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("madvise or off, not yes");
    }

    @Test
    void aMachineWhoseHeapIsLargerThanItsMemoryStillHoldsAFew() {
        assertThat(referencesMax(new Machine(1, GIB, 4 * GIB), Map.of())).isEqualTo(16_384);
    }

    @Test
    void thisMachineHasMemoryAndItsHeapIsTheJvms() {
        Machine here = Machine.here();

        assertThat(here.memoryBytes()).isGreaterThan(256L << 20);
        assertThat(here.heapBytesMax()).isEqualTo(Runtime.getRuntime().maxMemory());
    }

    @Test
    void aMachineWithoutMemoryIsNone() {
        assertThatThrownBy(() -> new Machine(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long referencesMax(Machine machine, Map<String, String> environment) {
        return config(machine, environment).galleryReferencesMax();
    }

    private static MatcherConfig config(Machine machine, Map<String, String> environment) {
        LayeredConfig layers =
                LayeredConfig.load("matcher", "matcher-defaults.yaml", Optional.empty(), Optional.empty(), environment);
        return MatcherConfig.of(layers, machine);
    }
}
