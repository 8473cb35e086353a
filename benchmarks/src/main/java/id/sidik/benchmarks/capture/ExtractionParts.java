package id.sidik.benchmarks.capture;

import id.sidik.benchmarks.load.Latencies;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.quality.PrintAssessment;
import id.sidik.engine.ridges.RidgeAnalysis;
import id.sidik.engine.template.SidikPayload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the bridge's extraction consists of, measured on the same images once more, part by part. */
final class ExtractionParts {
    private final long[] normalising;
    private final long[] ridges;
    private final long[] quality;
    private final long[] template;

    ExtractionParts(List<FingerImage> images) {
        normalising = new long[images.size()];
        ridges = new long[images.size()];
        quality = new long[images.size()];
        template = new long[images.size()];
        for (int i = 0; i < images.size(); i++) {
            long start = System.nanoTime();
            FingerImage image = ImageNormaliser.toReferenceDpi(images.get(i));
            long normalised = System.nanoTime();
            RidgeAnalysis analysis = RidgeAnalysis.of(image);
            long analysed = System.nanoTime();
            boolean shows = PrintAssessment.of(analysis).showsFinger();
            long assessed = System.nanoTime();
            int bytes = SidikPayload.write(analysis.features()).length;
            long written = System.nanoTime();
            if (!shows || bytes == 0) {
                throw new IllegalStateException("an image that served shows no finger any more");
            }
            normalising[i] = normalised - start;
            ridges[i] = analysed - normalised;
            quality[i] = assessed - analysed;
            template[i] = written - assessed;
        }
    }

    /** By their names, in order. */
    Map<String, Latencies> byName() {
        Map<String, Latencies> parts = new LinkedHashMap<>();
        parts.put("  of which to 500 dpi", new Latencies(normalising));
        parts.put("  of which ridges and minutiae", new Latencies(ridges));
        parts.put("  of which quality", new Latencies(quality));
        parts.put("  of which the template's bytes", new Latencies(template));
        return parts;
    }
}
