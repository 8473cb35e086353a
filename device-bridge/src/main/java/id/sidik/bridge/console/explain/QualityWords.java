package id.sidik.bridge.console.explain;

import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;

/** A quality as an officer reads it. */
final class QualityWords {
    private QualityWords() {}

    static String of(Quality quality) {
        return quality.score() + " of " + Quality.SCORE_MAX + ": " + causeOf(quality.cause());
    }

    private static String causeOf(QualityCause cause) {
        return switch (cause) {
            case NO_FINGER -> "no ridges of a finger were found";
            case SMALL_AREA -> "the finger covers too little of the image";
            case TOO_WET -> "ridges are smeared together, as of a wet finger or too much ink";
            case TOO_DRY -> "ridges are broken and light, as of a dry finger or too little ink";
            case BLURRED -> "ridges have no clear edges";
            case FEW_MINUTIAE -> "there are few points to compare";
            case NONE -> "nothing to complain about";
        };
    }
}
