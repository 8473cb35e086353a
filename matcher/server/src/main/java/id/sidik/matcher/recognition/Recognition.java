package id.sidik.matcher.recognition;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.gallery.VerificationResult;
import id.sidik.engine.quality.Quality;
import id.sidik.matcher.limits.OutOfTimeException;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.register.Register;
import id.sidik.matcher.register.SearchMeter;
import id.sidik.matcher.sample.ExtractionPool;
import id.sidik.matcher.sample.Impression;
import id.sidik.matcher.sample.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Verifies and identifies. */
public final class Recognition {
    private static final String VERIFYING = "the comparison ended";

    private final Register register;
    private final ExtractionPool extraction;
    private final LongSupplier nanoTime;
    private final SearchMeter meter;

    /** @param nanoTime as {@link System#nanoTime} */
    public Recognition(Register register, ExtractionPool extraction, SearchMeter meter, LongSupplier nanoTime) {
        this.meter = meter;
        this.register = register;
        this.extraction = extraction;
        this.nanoTime = nanoTime;
    }

    /** Whether the samples are of this subject, at a false match rate of at most {@code targetFmr}. */
    public VerificationOutcome verify(String subjectId, List<Sample> samples, double targetFmr, Patience patience)
            throws InterruptedException {
        register.requireServing();
        List<Impression> impressions = extraction.extract(samples, patience);
        List<Quality> qualities = qualitiesOf(impressions);
        List<Impression.Usable> usable = Impression.usableOf(impressions);
        if (usable.isEmpty()) {
            return new VerificationOutcome.ProbeTooPoor(qualities);
        }
        VerificationResult result =
                register.gallery().verify(subjectId, Impression.templatesOf(usable), patience.leftFor(VERIFYING));
        return switch (result) {
            case VerificationResult.Compared(double fmr, var finger, int _) ->
                new VerificationOutcome.Compared(fmr <= targetFmr, fmr, finger, qualities);
            case VerificationResult.NotEnrolled() -> new VerificationOutcome.NotEnrolled(qualities);
            case VerificationResult.TimedOut() -> throw new OutOfTimeException(VERIFYING);
            case VerificationResult.Loading(int partition) ->
                throw new IllegalStateException("the register serves, but partition " + partition + " is not ready");
        };
    }

    /** Who the samples may be of. The search stops when the caller goes away. */
    public IdentificationOutcome identify(List<Sample> samples, SearchOrder order, Patience patience)
            throws InterruptedException {
        register.requireServing();
        List<Impression> impressions = extraction.extract(samples, patience);
        List<Impression.Usable> usable = Impression.usableOf(impressions);
        if (usable.isEmpty()) {
            return new IdentificationOutcome(Optional.empty(), Duration.ZERO, qualitiesOf(impressions));
        }
        Gallery gallery = register.gallery();
        long startNanos = nanoTime.getAsLong();
        SearchRequest request = SearchRequest.of(
                        Impression.templatesOf(usable),
                        order.targetFpir(),
                        order.candidatesMax(),
                        order.timeWithin(patience.leftForSearch("the search")))
                .among(order.filter());
        SearchResult result = patience.whileWaitedFor(() -> meter.count(() -> gallery.search(request)));
        Duration searchTime = Duration.ofNanos(nanoTime.getAsLong() - startNanos);
        return new IdentificationOutcome(Optional.of(result), searchTime, qualitiesOf(impressions));
    }

    private static List<Quality> qualitiesOf(List<Impression> impressions) {
        return impressions.stream().map(Impression::quality).toList();
    }
}
