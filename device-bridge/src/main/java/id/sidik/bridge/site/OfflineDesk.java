package id.sidik.bridge.site;

import id.sidik.bridge.journal.Journal;
import id.sidik.bridge.journal.JournalEntry;
import id.sidik.bridge.journal.JournalFailedException;
import id.sidik.bridge.journal.Upload;
import id.sidik.bridge.offline.FingerFinding;
import id.sidik.bridge.offline.HeldPacks;
import id.sidik.bridge.offline.OfflineAnswer;
import id.sidik.bridge.offline.OfflineCause;
import id.sidik.bridge.offline.OfflineRules;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.engine.gallery.OneToOne;
import id.sidik.engine.gallery.VerificationResult;
import id.sidik.engine.image.InvalidSampleException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers when the gate cannot be asked: looks up who is expected, keeps to the bounds, compares the finger, writes the answer down, and
 * only then tells it. One question at a time, so that two together cannot exceed a bound.
 */
public final class OfflineDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OfflineDesk.class);

    private final Supplier<HeldPacks> packs;
    private final Journal journal;
    private final OneToOne comparing;
    private final InstantSource clock;

    /** @param packs those that are held now */
    OfflineDesk(Supplier<HeldPacks> packs, Journal journal, OneToOne comparing, InstantSource clock) {
        this.packs = packs;
        this.journal = journal;
        this.comparing = comparing;
        this.clock = clock;
    }

    /**
     * Answers, once for each capture.
     *
     * @param question with templates for samples, those too poor to compare left out
     * @return empty when nothing can be said without a network: there is no pack in force, or no room, or the disk refused
     */
    public synchronized Optional<ProvisionalAnswer> answer(CheckEligibilityRequest question) {
        Instant now = clock.instant();
        HeldPacks.Finding finding =
                packs.get().find(question.getNid(), question.getCaptureSeal().getDeviceId(), now);
        Optional<JournalEntry> earlier = journal.find(question.getIdempotencyKey());
        if (earlier.isPresent()) {
            return earlier.filter(entry -> isSame(entry, question, finding)).map(SiteWording::answer);
        }
        if (finding instanceof HeldPacks.Finding.NoPack || !journal.takes()) {
            return Optional.empty();
        }
        return written(decided(question, finding, now)).map(SiteWording::answer);
    }

    private static boolean isSame(JournalEntry entry, CheckEligibilityRequest question, HeldPacks.Finding finding) {
        return entry.purpose().equals(question.getPurpose().name())
                && (entry.pseudonym().isEmpty() || entry.pseudonym().equals(pseudonym(finding)));
    }

    private JournalEntry decided(CheckEligibilityRequest question, HeldPacks.Finding finding, Instant now) {
        String purpose = question.getPurpose().name();
        Optional<OfflineCause> objection = OfflineRules.objection(purpose, finding, journal.past(), now);
        FingerFinding finger = objection
                .<FingerFinding>map(FingerFinding.NotCompared::new)
                .orElseGet(() -> compared(question, (HeldPacks.Finding.Named) finding));
        OfflineAnswer answer = finding instanceof HeldPacks.Finding.Named named
                ? OfflineRules.answer(purpose, named, finger, now)
                : new OfflineAnswer.Referred(objection.orElseThrow());
        long packNumber = finding instanceof HeldPacks.Finding.Named named ? named.packNumber() : 0;
        long sequence = journal.nextSequence();
        Upload upload = Upload.of(SiteWording.check(
                        journal.id(), sequence, journal.previousHash(), question, packNumber, answer, finger.rate())
                .toByteArray());
        return new JournalEntry(
                sequence,
                question.getIdempotencyKey(),
                purpose,
                now,
                pseudonym(finding),
                finger instanceof FingerFinding.Compared,
                packNumber,
                answer,
                upload);
    }

    private FingerFinding compared(CheckEligibilityRequest question, HeldPacks.Finding.Named named) {
        if (question.getSamplesCount() == 0) {
            return new FingerFinding.NotCompared(
                    question.getCaptureFault() == CaptureFault.QUALITY_TOO_LOW
                            ? OfflineCause.FINGER_TOO_POOR
                            : OfflineCause.FINGER_NOT_CAPTURED);
        }
        try {
            return switch (comparing.compare(
                    SiteWording.probes(question), named.member().references())) {
                case VerificationResult.Compared(double fmr, var _, int _) -> new FingerFinding.Compared(fmr);
                case VerificationResult.NotEnrolled _, VerificationResult.Loading _, VerificationResult.TimedOut _ ->
                    new FingerFinding.NotCompared(OfflineCause.FINGER_NOT_REFERENCED);
            };
        } catch (InvalidSampleException otherAlgorithm) {
            LOG.warn("the pack's templates cannot be compared here: {}", otherAlgorithm.getMessage());
            return new FingerFinding.NotCompared(OfflineCause.FINGER_NOT_REFERENCED);
        }
    }

    private Optional<JournalEntry> written(JournalEntry entry) {
        try {
            journal.append(entry);
            return Optional.of(entry);
        } catch (JournalFailedException e) {
            LOG.error("nothing is answered without a network", e);
            return Optional.empty();
        }
    }

    private static String pseudonym(HeldPacks.Finding finding) {
        return finding instanceof HeldPacks.Finding.Named named ? named.member().pseudonym() : "";
    }
}
