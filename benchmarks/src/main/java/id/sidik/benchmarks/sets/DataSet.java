package id.sidik.benchmarks.sets;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The impressions of one folder, all from one sensor, ordered by finger and impression.
 *
 * @param dpi pixels per inch, from the key {@code dpi} of {@code dataset.properties} in the folder, else 500
 */
public record DataSet(String name, double dpi, List<PrintFile> prints) {
    /** Bounds the pairs at 12.5 million, and their scores at 100 MB an engine. */
    static final int PRINTS_MAX = 5000;

    private static final double DEFAULT_DPI = 500;

    /**
     * Reads a folder.
     *
     * @throws BadDataSetException if it holds nothing to measure, or something doubtful
     */
    public static DataSet read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadDataSetException("There is no folder " + folder + ". Give the folder that holds the images.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<PrintFile> prints = files.filter(Files::isRegularFile)
                    .map(PrintFile::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(PrintFile::finger).thenComparingInt(PrintFile::impression))
                    .toList();
            requireComparable(folder, prints);
            Path name = folder.toAbsolutePath().normalize().getFileName();
            return new DataSet(name == null ? folder.toString() : name.toString(), dpi(folder), prints);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " can not be read.", e);
        }
    }

    /** Unordered pairs of two impressions of one finger. */
    public int genuinePairs() {
        int pairs = 0;
        for (int i = 0; i < prints.size(); i++) {
            for (int j = i + 1; j < prints.size() && prints.get(j).sameFingerAs(prints.get(i)); j++) {
                pairs++;
            }
        }
        return pairs;
    }

    /** Unordered pairs of impressions of two fingers. */
    public int impostorPairs() {
        return prints.size() * (prints.size() - 1) / 2 - genuinePairs();
    }

    private static void requireComparable(Path folder, List<PrintFile> prints) {
        if (prints.isEmpty()) {
            throw new BadDataSetException("There is no image in " + folder
                    + ". Put images named <finger>_<impression>.<ext> there: tif, png, bmp, jpg or wsq.");
        }
        if (prints.size() > PRINTS_MAX) {
            throw new BadDataSetException("There are " + prints.size() + " images in " + folder + ", at most "
                    + PRINTS_MAX + " are compared with each other. Split the folder by finger.");
        }
        Set<String> impressions = new HashSet<>();
        Set<String> fingers = new HashSet<>();
        for (PrintFile print : prints) {
            fingers.add(print.finger());
            if (!impressions.add(print.finger() + "_" + print.impression())) {
                throw new BadDataSetException("Two files hold impression " + print.impression() + " of finger "
                        + print.finger() + ", one of them " + print.path() + ". Keep one.");
            }
        }
        if (fingers.size() < 2) {
            throw new BadDataSetException("All images in " + folder + " are of finger "
                    + prints.getFirst().finger() + ". Impostor pairs need at least two fingers.");
        }
        if (fingers.size() == prints.size()) {
            throw new BadDataSetException("Every finger in " + folder
                    + " has one impression. Genuine pairs need at least two impressions of a finger.");
        }
    }

    private static double dpi(Path folder) throws IOException {
        Path file = folder.resolve("dataset.properties");
        if (!Files.exists(file)) {
            return DEFAULT_DPI;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        String dpi = properties.getProperty("dpi", Double.toString(DEFAULT_DPI));
        try {
            return Double.parseDouble(dpi);
        } catch (NumberFormatException e) {
            throw new BadDataSetException(
                    "The dpi in " + file + " is no number: " + dpi + ". Write it like dpi=500.", e);
        }
    }
}
