package id.sidik.engine;

import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SourceAfisExtractor;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A development set of real prints. They lie beside the checkout, never in it. */
public enum Prints {
    FVC2000_DB1("fvc2000-db1_b", 500),
    FVC2000_DB2("fvc2000-db2_b", 500),
    FVC2000_DB3("fvc2000-db3_b", 500),
    FVC2002_DB1("fvc2002-db1_b", 500),
    FVC2002_DB2("fvc2002-db2_b", 569),
    FVC2002_DB3("fvc2002-db3_b", 500),
    FVC2002_DB4("fvc2002-db4_b", 500),
    FVC2004_DB3("fvc2004-db3_b", 512);

    private static final Map<Path, Template> TEMPLATES = new ConcurrentHashMap<>();

    private final String folder;
    private final double dpi;

    Prints(String folder, double dpi) {
        this.folder = folder;
        this.dpi = dpi;
    }

    public FingerImage image(int finger, int impression) {
        return ImageDecoder.decode(bytesOf(file(finger, impression)), dpi);
    }

    /** All eight impressions of all ten fingers. */
    public Stream<FingerImage> images() {
        return IntStream.range(0, 80).mapToObj(print -> image(101 + print / 8, 1 + print % 8));
    }

    public Template template(int finger, int impression) {
        return TEMPLATES.computeIfAbsent(file(finger, impression), file -> extract(image(finger, impression)));
    }

    public Path file(int finger, int impression) {
        return shared("fingerprints", folder, finger + "_" + impression + ".tif");
    }

    /** A file of the shared material; the test fails, naming the path, when it is not there. */
    public static Path shared(String first, String... more) {
        Path file = Path.of(System.getProperty("sidik.shared", "../shared"))
                .resolve(Path.of(first, more))
                .normalize();
        if (!Files.exists(file)) {
            throw new AssertionError("Test data is missing: " + file + ". Put the shared folder beside the checkout.");
        }
        return file;
    }

    public static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template extract(FingerImage image) {
        return switch (new SourceAfisExtractor().extract(image)) {
            case ExtractionResult.Extracted(Template template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) -> throw new AssertionError("Too poor: " + quality);
        };
    }
}
