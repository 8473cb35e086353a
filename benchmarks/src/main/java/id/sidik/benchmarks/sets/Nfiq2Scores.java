package id.sidik.benchmarks.sets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What NIST's NFIQ 2 says of images: lines of {@code <set>/<file>,<name>,<score>} under a header. */
public final class Nfiq2Scores {
    private Nfiq2Scores() {}

    /**
     * Scores by {@code <set>/<file>}.
     *
     * @throws BadDataSetException if the file is not of this form
     */
    public static Map<String, Integer> read(Path file) {
        Map<String, Integer> scores = new HashMap<>();
        for (String line : lines(file)) {
            String[] cells = line.split(",", -1);
            try {
                scores.put(cells[0], Integer.parseInt(cells[cells.length - 1].strip()));
            } catch (NumberFormatException e) {
                throw new BadDataSetException(
                        "A line of " + file + " ends in no score: " + line + ". Write <set>/<file>,<name>,<score>.", e);
            }
        }
        return scores;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The NFIQ 2 scores can not be read from " + file + ".", e);
        }
    }
}
