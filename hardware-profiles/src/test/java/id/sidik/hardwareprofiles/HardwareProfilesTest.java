package id.sidik.hardwareprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every file says exactly what it must, and nothing that cannot be true. */
class HardwareProfilesTest {
    private static final Path PROFILES = Path.of("src/main/resources/hardware-profiles");
    private static final Set<String> BOX_KEYS = Set.of(
            "match.cores-min",
            "match.memory-gib-min",
            "jvm.matcher.heap-max",
            "jvm.eligibility.heap-max",
            "jvm.bridge.heap-max",
            "jvm.gc",
            "jvm.compilers",
            "jvm.compact-headers",
            "jvm.large-pages",
            "jvm.aot-cache",
            "jvm.numa",
            "matcher.comparison-threads",
            "matcher.gallery-references-max",
            "matcher.huge-pages",
            "matcher.queued-writes-max",
            "matcher.dedupe-batch",
            "matcher.dedupe-busy-percent-max");
    /** What a box of a profile is assumed to do, where somebody may plan with it. */
    private static final Set<String> SIZE_KEYS = Set.of(
            "size.extraction-millis",
            "size.preparation-micros",
            "size.genuine-comparison-micros",
            "size.impostor-comparison-micros",
            "size.request-millis",
            "size.search-millis-per-million",
            "size.synced-appends-per-second",
            "size.gallery-bytes-per-reference",
            "size.disk-bytes-per-reference",
            "size.disk-bytes-per-decision",
            "size.busy-percent-max",
            "size.mean-percent-of-peak");
    /** Where the bridge may be alone on a small box. */
    private static final Set<String> BRIDGE_LIMIT_KEYS =
            Set.of("jvm.bridge.heap-start", "jvm.bridge.metaspace-max", "jvm.bridge.code-cache-max");
    /** Not for sale: the demonstration, and the box that Sidik is developed on. */
    private static final Set<String> NOT_APPLIANCES = Set.of("demo.yaml", "dev.yaml");

    private static final Set<String> SCANNER_KEYS = Set.of(
            "model",
            "protocol",
            "width-px",
            "height-px",
            "dpi",
            "bits-per-pixel",
            "bauds",
            "address",
            "password",
            "packet-bytes",
            "boot-delay",
            "command-timeout",
            "features",
            "usb-ids");
    private static final Set<String> SCANNER_FEATURES =
            Set.of("SYSTEM_PARAMETERS", "PRODUCT_INFO", "GRADED_CAPTURE", "LAMP", "RING_LIGHT");
    private static final Pattern USB_RULE = Pattern.compile(
            "SUBSYSTEM==\"usb\", ATTR\\{idVendor}==\"([0-9a-f]{4})\", ATTR\\{idProduct}==\"([0-9a-f]{4})\", MODE=\"0660\", GROUP=\"dialout\"");
    /** Of the memory, for heaps and a full gallery. The rest is for the system, the page cache, images, RocksDB and stacks. */
    private static final double PLANNED_SHARE_MAX = 0.85;

    /** As the matcher plans (its {@code GalleryCapacity}): memory outside the heap, and what it leaves to others. */
    private static final int REFERENCE_BYTES = 2_048;

    private static final long RESERVE_BYTES = 1L << 30;
    private static final double RESERVE_SHARE = 0.2;

    /** What a thread has on the heap while it indexes a block: at most 65,536 references, 5 kB each with the growth of its arrays. */
    private static final int BLOCK_REFERENCES_MAX = 65_536;

    private static final int INDEXING_BYTES_PER_REFERENCE = 5 * 1_024;
    /** For requests and their images. */
    private static final long OTHER_HEAP_BYTES = 256L << 20;

    private static final long MIB = 1L << 20;

    static Stream<Path> boxes() throws IOException {
        return filesOf("appliance");
    }

    static Stream<Path> scanners() throws IOException {
        return filesOf("scanner");
    }

    static Stream<Path> usbReaders() throws IOException {
        return filesOf("usb-reader");
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void aBoxSaysWhatItNeedsAndGets(Path file) throws IOException {
        Map<String, Object> box = read(file);

        Set<String> keys = new HashSet<>(BOX_KEYS);
        if (!NOT_APPLIANCES.contains(file.getFileName().toString())) {
            keys.addAll(SIZE_KEYS);
        }
        if (file.getFileName().toString().equals("kiosk.yaml")) {
            keys.addAll(BRIDGE_LIMIT_KEYS);
            assertThat(bytesOf((String) box.get("jvm.bridge.heap-start"))).isLessThan(heapOf(box, "bridge"));
        }
        assertThat(box).containsOnlyKeys(keys);
        int cores = (int) box.get("match.cores-min");
        assertThat(cores).isBetween(1, 1024);
        assertThat((int) box.get("matcher.comparison-threads")).isBetween(1, cores);
        assertThat(box.get("jvm.gc")).isIn("serial", "parallel", "g1", "z");
        assertThat(box.get("jvm.compilers")).isIn("quick", "full");
        assertThat(box.get("jvm.large-pages")).isIn(false, "transparent"); // YAML reads "off" as false
        for (String flag : List.of("jvm.compact-headers", "jvm.aot-cache", "jvm.numa")) {
            assertThat(box.get(flag)).as(flag).isInstanceOf(Boolean.class);
        }
        assertThat(box.get("matcher.huge-pages")).isIn(false, "madvise"); // as above
        assertThat((int) box.get("matcher.queued-writes-max")).isBetween(16, 100_000);
        assertThat((int) box.get("matcher.dedupe-batch")).isBetween(1, 256);
        assertThat((int) box.get("matcher.dedupe-busy-percent-max")).isBetween(1, 100);
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void aFullGalleryFitsBesideTheHeaps(Path file) throws IOException {
        Map<String, Object> box = read(file);
        long memory = (int) box.get("match.memory-gib-min") * 1024L * MIB;
        long heap = heapOf(box, "matcher");
        long gallery = (int) box.get("matcher.gallery-references-max") * (long) REFERENCE_BYTES;

        assertThat(gallery)
                .as("what the matcher would allow itself, so that the profile's number counts")
                .isBetween(1L, (long) (memory - heap - RESERVE_BYTES - RESERVE_SHARE * memory));
        assertThat((double) (heap + heapOf(box, "eligibility") + heapOf(box, "bridge") + gallery) / memory)
                .as("share of heaps and gallery in the memory")
                .isBetween(0.1, PLANNED_SHARE_MAX);
        assertThat((int) box.getOrDefault("size.gallery-bytes-per-reference", REFERENCE_BYTES))
                .as("what ./sidik size plans with")
                .isEqualTo(REFERENCE_BYTES);
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void theMatchersHeapIsEnoughForAllThreadsToIndexAtOnce(Path file) throws IOException {
        Map<String, Object> box = read(file);
        long block = Math.min(BLOCK_REFERENCES_MAX, (int) box.get("matcher.gallery-references-max"));
        int threadsAndCompactor = (int) box.get("matcher.comparison-threads") + 1;

        assertThat(heapOf(box, "matcher"))
                .isGreaterThan(threadsAndCompactor * block * INDEXING_BYTES_PER_REFERENCE + OTHER_HEAP_BYTES);
    }

    @Test
    void aSizeThatIsAssumedIsAboveZero() throws IOException {
        for (Path file : boxes().toList()) {
            read(file).forEach((key, value) -> {
                if (key.startsWith("size.")) {
                    assertThat(((Number) value).doubleValue()).as(key).isPositive();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void aBoxIsFlatSoThatAShellCanReadIt(Path file) throws IOException {
        assertThat(Files.readAllLines(file))
                .allMatch(line -> line.startsWith("#") || line.matches("[a-z.-]+: [a-z0-9.]+"));
    }

    @Test
    void everyBoxFitsTheDemo() throws IOException {
        Map<String, Object> demo = read(PROFILES.resolve("appliance/demo.yaml"));

        assertThat(demo).containsEntry("match.cores-min", 1).containsEntry("match.memory-gib-min", 2);
    }

    @Test
    void noTwoBoxesAreEquallyLarge() throws IOException {
        List<String> sizes = boxes().map(HardwareProfilesTest::sizeOf).toList();

        assertThat(sizes).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("scanners")
    void aScannerSaysHowToReachItAndWhatItSends(Path file) throws IOException {
        Map<String, Object> scanner = read(file);

        assertThat(scanner).containsOnlyKeys(SCANNER_KEYS);
        assertThat(scanner.get("protocol")).isIn("ef01", "gt511", "f5");
        assertThat(((String) scanner.get("model")).toLowerCase(Locale.ROOT) + ".yaml")
                .isEqualTo(file.getFileName().toString());
        for (String side : List.of("width-px", "height-px")) {
            assertThat((int) scanner.get(side)).isBetween(32, 1024).matches(px -> px % 2 == 0, "even");
        }
        assertThat((int) scanner.get("dpi")).isBetween(100, 2_000);
        assertThat(scanner.get("bits-per-pixel")).isIn(4, 8);
        assertThat(scanner.get("packet-bytes")).isIn(32, 64, 128, 256);
        assertThat((String) scanner.get("address")).matches("[0-9a-f]{8}");
        assertThat((String) scanner.get("password")).matches("[0-9a-f]{8}");
        assertThat((List<?>) scanner.get("bauds"))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(baud -> baud instanceof Integer rate && rate % 9_600 == 0 && rate <= 921_600);
        assertThat(Duration.parse((String) scanner.get("boot-delay"))).isBetween(Duration.ZERO, Duration.ofSeconds(5));
        assertThat(Duration.parse((String) scanner.get("command-timeout")))
                .isBetween(Duration.ofMillis(100), Duration.ofSeconds(10));
        assertThat((List<?>) scanner.get("features")).allMatch(SCANNER_FEATURES::contains);
        assertThat(usbIdsOf(scanner)).isNotEmpty().allMatch(id -> id.matches("[0-9a-f]{4}:[0-9a-f]{4}"));
    }

    @ParameterizedTest
    @MethodSource("usbReaders")
    void aUsbReaderSaysWhoDrivesItAndWhatItsPixelsAre(Path file) throws IOException {
        Map<String, Object> reader = read(file);

        assertThat(reader).containsOnlyKeys("model", "driver", "width-px", "height-px", "dpi", "usb-ids");
        assertThat(reader.get("driver") + ".yaml").isEqualTo(file.getFileName().toString());
        assertThat((int) reader.get("width-px")).isBetween(1, 1024);
        assertThat((int) reader.get("height-px")).isBetween(1, 1024);
        assertThat((int) reader.get("dpi")).isBetween(100, 2_000);
        assertThat(usbIdsOf(reader)).allMatch(id -> id.matches("[0-9a-f]{4}:[0-9a-f]{4}"));
    }

    /** A reader without a rule is closed to the bridge; a rule without a reader opens what nobody asked for. */
    @Test
    void theUdevRuleOpensExactlyTheReadersThatAreDescribed() throws IOException {
        Set<String> described = new HashSet<>();
        for (Path file : usbReaders().toList()) {
            described.addAll(usbIdsOf(read(file)));
        }
        Set<String> opened = new HashSet<>();
        for (String line : Files.readAllLines(PROFILES.resolve("udev/70-sidik-scanners.rules"))) {
            Matcher rule = USB_RULE.matcher(line);
            if (rule.matches()) {
                opened.add(rule.group(1) + ":" + rule.group(2));
            }
            assertThat(line).as("nothing is opened to everybody").doesNotContain("0666");
        }
        assertThat(opened).isEqualTo(described);
    }

    /** ModemManager must leave alone whatever a bridge may speak to. */
    @Test
    void theUdevRuleKeepsOthersOffTheSerialPortsThatAreDescribed() throws IOException {
        String rules = Files.readString(PROFILES.resolve("udev/70-sidik-scanners.rules"));
        for (Path file : scanners().toList()) {
            for (String id : usbIdsOf(read(file))) {
                String[] parts = id.split(":", -1);
                assertThat(rules)
                        .contains("ENV{ID_VENDOR_ID}==\"" + parts[0] + "\", ENV{ID_MODEL_ID}==\"" + parts[1] + "\"");
            }
        }
    }

    @Test
    void aSearchNamesModelsThatAreDescribed() throws IOException {
        assertThat((List<?>) read(PROFILES.resolve("scanner-search.yaml")).get("profiles"))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(PROFILES.resolve("scanner").resolve(name + ".yaml"))
                        .exists());
    }

    /** A reader that is described and left out would be plugged in and not found. */
    @Test
    void aSearchNamesEveryReaderThatIsOnUsb() throws IOException {
        Set<String> onUsb = new HashSet<>();
        for (Path file : usbReaders().toList()) {
            if (!usbIdsOf(read(file)).isEmpty()) {
                onUsb.add(file.getFileName().toString().replace(".yaml", ""));
            }
        }
        List<String> searched = ((List<?>)
                        read(PROFILES.resolve("scanner-search.yaml")).get("usb-readers"))
                .stream().map(String.class::cast).toList();

        assertThat(searched).containsExactlyInAnyOrderElementsOf(onUsb);
    }

    private static List<String> usbIdsOf(Map<String, Object> reader) {
        return ((List<?>) reader.get("usb-ids"))
                .stream().map(String.class::cast).toList();
    }

    private static String sizeOf(Path file) {
        try {
            Map<String, Object> box = read(file);
            return box.get("match.cores-min") + " cores, " + box.get("match.memory-gib-min") + " GiB";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long heapOf(Map<String, Object> box, String process) {
        return bytesOf((String) box.get("jvm." + process + ".heap-max"));
    }

    private static long bytesOf(String size) {
        long number = Long.parseLong(size.substring(0, size.length() - 1));
        return number * (size.endsWith("g") ? 1024L * MIB : MIB);
    }

    private static Stream<Path> filesOf(String kind) throws IOException {
        try (Stream<Path> files = Files.list(PROFILES.resolve(kind))) {
            return files.sorted().toList().stream();
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    }
}
