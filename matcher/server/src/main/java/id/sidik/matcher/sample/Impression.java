package id.sidik.matcher.sample;

import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import java.util.List;
import java.util.stream.Stream;

/** What came of one sample. */
public record Impression(FingerPosition finger, ExtractionResult result) {
    /** A template does not say how good its image was. */
    static final Quality NOT_MEASURED = new Quality(0, QualityCause.NONE);

    /** An impression that can be compared. */
    public record Usable(FingerTemplate reference, Quality quality) {}

    public Quality quality() {
        return result.quality();
    }

    private Stream<Usable> usable() {
        return switch (result) {
            case ExtractionResult.Extracted(var template, var quality) ->
                Stream.of(new Usable(new FingerTemplate(finger, template), quality));
            case ExtractionResult.TooPoor _ -> Stream.empty();
        };
    }

    /** Those that can be compared, in the same order. */
    public static List<Usable> usableOf(List<Impression> impressions) {
        return impressions.stream().flatMap(Impression::usable).toList();
    }

    /** Their templates. */
    public static List<FingerTemplate> templatesOf(List<Usable> impressions) {
        return impressions.stream().map(Usable::reference).toList();
    }
}
