package id.sidik.matcher.review;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.ComparisonScore;
import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.crypto.SealBrokenException;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.release.ReferenceRelease;
import id.sidik.matcher.sample.ExtractionPool;
import id.sidik.matcher.sample.Impression;
import id.sidik.matcher.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What officers look at who say whether two are one person. A review is at most 20 times 11 comparisons, some tens of milliseconds, and there
 * is one at a time: whoever waits at a counter comes first.
 */
public final class PrintReview {
    private static final byte[] NOTHING = {};
    private static final String STEP = "its turn to be reviewed came";

    private final ReferenceRelease references;
    private final ExtractionPool extraction;
    private final SealedPrints sealedPrints;
    private final FingerEngine engine;
    private final Optional<SidikComparator> explainer;
    private final Lock oneAtATime = new ReentrantLock();

    public PrintReview(ReferenceRelease references, ExtractionPool extraction, RecordSeal seal, FingerEngine engine) {
        this.references = references;
        this.extraction = extraction;
        this.sealedPrints = new SealedPrints(seal);
        this.engine = engine;
        this.explainer = engine.explainer();
    }

    /**
     * What can be compared of these samples, sealed for whoever keeps it; empty if nothing can.
     *
     * @param label that the seal is bound to, ASCII
     */
    public byte[] seal(String label, List<Sample> samples, Patience patience) throws InterruptedException {
        List<FingerTemplate> usable =
                Impression.templatesOf(Impression.usableOf(extraction.extract(samples, patience)));
        return usable.isEmpty() ? NOTHING : sealedPrints.seal(label, usable);
    }

    /** One subject beside another. */
    public Review ofSubjects(String probe, String reference, FingerPosition finger, Patience patience)
            throws InterruptedException {
        return review(references.bestOfEachFinger(probe), reference, finger, patience);
    }

    /** Prints that were sealed here beside a subject's. */
    public Review ofSealed(String label, byte[] sealed, String reference, FingerPosition finger, Patience patience)
            throws InterruptedException {
        try {
            return review(sealedPrints.open(label, sealed), reference, finger, patience);
        } catch (SealBrokenException notOurs) {
            return new Review(List.of(), new ReviewOutcome.ProbeUnreadable());
        }
    }

    private Review review(List<FingerTemplate> probes, String reference, FingerPosition finger, Patience patience)
            throws InterruptedException {
        List<FingerTemplate> all = references.bestOfEachFinger(reference);
        List<FingerTemplate> chosen = finger == FingerPosition.UNKNOWN
                ? all
                : all.stream().filter(one -> one.finger() == finger).toList();
        List<FingerPosition> fingers = all.stream().map(FingerTemplate::finger).toList();
        return new Review(fingers, outcome(probes, chosen, patience));
    }

    private ReviewOutcome outcome(List<FingerTemplate> probes, List<FingerTemplate> chosen, Patience patience)
            throws InterruptedException {
        if (probes.isEmpty()) {
            return new ReviewOutcome.ProbeAbsent();
        }
        if (chosen.isEmpty()) {
            return new ReviewOutcome.ReferenceAbsent();
        }
        if (explainer.isEmpty()) {
            return new ReviewOutcome.Unexplained();
        }
        patience.lock(oneAtATime, STEP);
        try {
            return new ReviewOutcome.Shown(mostAlike(explainer.get(), probes, chosen));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** All are compared, and the first of those that are most alike is explained. */
    private LaidOver mostAlike(SidikComparator comparator, List<FingerTemplate> probes, List<FingerTemplate> chosen) {
        List<PreparedReference> prepared = chosen.stream()
                .map(reference -> comparator.prepare(reference.template()))
                .toList();
        FingerTemplate bestProbe = probes.getFirst();
        int bestNumber = 0;
        double bestScore = -1;
        for (FingerTemplate probe : probes) {
            Comparison comparison = comparator.comparisonOf(probe.template());
            for (int number = 0; number < prepared.size(); number++) {
                double score = comparison.scoreOf(prepared.get(number));
                if (score > bestScore) {
                    bestScore = score;
                    bestProbe = probe;
                    bestNumber = number;
                }
            }
        }
        FingerTemplate bestReference = chosen.get(bestNumber);
        Explanation best = comparator.explanationsOf(bestProbe.template()).apply(prepared.get(bestNumber));
        return new LaidOver(
                bestProbe.finger(),
                features(bestProbe.template()),
                bestReference.finger(),
                features(bestReference.template()),
                best,
                engine.calibration().fmrAt(new ComparisonScore(best.score())));
    }

    private static FingerFeatures features(Template template) {
        return SidikPayload.read(template.payload(TemplateAccess.get()));
    }
}
