package id.sidik.benchmarks.sizing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Figures of a box, each with its origin. */
final class Figures {
    private static final String PREFIX = "size.";

    private final Map<FigureKey, Figure> figures;

    private Figures(Map<FigureKey, Figure> figures) {
        this.figures = figures;
    }

    /**
     * Takes the figures among some keys.
     *
     * @throws UnusableFiguresException naming a figure that nobody knows, or that is no number above zero
     */
    static Figures of(String name, Map<String, String> values, Origin origin) {
        Map<FigureKey, Figure> figures = new EnumMap<>(FigureKey.class);
        values.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                FigureKey known = FigureKey.named(key)
                        .orElseThrow(() -> new UnusableFiguresException(name + ": unknown figure " + key));
                figures.put(known, new Figure(known, number(name, key, value), origin));
            }
        });
        return new Figures(figures);
    }

    /** What {@code profile measure} wrote. */
    static Figures measured(Path file) {
        try {
            String text = Files.readString(file);
            return of(file.toString(), FlatYaml.parse(file.toString(), text), Origin.MEASURED);
        } catch (IOException e) {
            throw new UncheckedIOException("The figures in " + file + " can not be read.", e);
        }
    }

    static Figures none() {
        return new Figures(Map.of());
    }

    private static double number(String name, String key, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new UnusableFiguresException(name + ": " + key + " must be a number: " + value, e);
        }
    }

    /** These, and where {@code better} has one too, that. */
    Figures overlaidWith(Figures better) {
        Map<FigureKey, Figure> both = new EnumMap<>(FigureKey.class);
        both.putAll(figures);
        both.putAll(better.figures);
        return new Figures(both);
    }

    /** @throws UnusableFiguresException if neither profile nor measurement has it */
    double valueOf(FigureKey key) {
        Figure figure = figures.get(key);
        if (figure == null) {
            throw new UnusableFiguresException(key.key() + " is neither assumed nor measured");
        }
        return figure.value();
    }

    Collection<Figure> all() {
        return figures.values();
    }
}
