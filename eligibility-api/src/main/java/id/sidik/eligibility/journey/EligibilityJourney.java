package id.sidik.eligibility.journey;

import com.google.protobuf.StringValue;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.StoredDecision;
import id.sidik.eligibility.fallback.Fallback;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.matching.Verification;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.policy.Ruling;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * May this person be served, here, now, for this purpose? Facts, then the finger, then the policy, then the books, then the receipt:
 * the audit leaf is durable before the answer leaves. Whatever the matcher does not say in time makes the answer Undetermined.
 */
public final class EligibilityJourney {
    /** A finger that left the glass longer ago may be somebody else's by now. */
    static final Duration CAPTURE_AGE_MAX = Duration.ofSeconds(60);
    /** How far a bridge's clock may run ahead of ours. */
    static final Duration CAPTURE_AHEAD_MAX = Duration.ofSeconds(5);
    /** Kept of the caller's patience for writing the audit and signing, a hundred times what they take. */
    static final Duration RECORDING_RESERVE = Duration.ofMillis(500);

    private final Books books;
    private final Matcher matcher;
    private final PolicyBook policies;
    private final FactGathering gathering;
    private final LongSupplier nanoTime;
    private final OutcomeMeter meter;
    private final AnswerBook<StringValue> decisionIds;
    private final PresenceNotes notes;
    private final CaptureGate gate;
    private final FallbackPresence fallbacks;

    /** @param nanoTime as {@link System#nanoTime()}, for the stage timings */
    EligibilityJourney(
            Books books,
            Matcher matcher,
            PolicyBook policies,
            FactGathering gathering,
            CaptureGate gate,
            PresenterSearch presenters,
            OutcomeMeter meter,
            LongSupplier nanoTime) {
        this.books = books;
        this.matcher = matcher;
        this.policies = policies;
        this.gathering = gathering;
        this.gate = gate;
        this.meter = meter;
        this.nanoTime = nanoTime;
        this.notes = new PresenceNotes(books, presenters);
        this.fallbacks = new FallbackPresence(books);
        this.decisionIds = new AnswerBook<>(books.store(), "CheckEligibility", StringValue.parser());
    }

    /**
     * Decides once for each capture; the same request again gets the same decision again.
     *
     * @throws RequestRefusedException for a request that asks nothing that could be decided
     */
    public CheckEligibilityResponse check(CheckEligibilityRequest request, Caller caller) {
        long startNanos = nanoTime.getAsLong();
        CheckEligibilityResponse answer = decided(request, caller);
        meter.checkTook(Duration.ofNanos(nanoTime.getAsLong() - startNanos));
        return answer;
    }

    private CheckEligibilityResponse decided(CheckEligibilityRequest request, Caller caller) {
        Enquiry enquiry = Enquiry.of(request, books);
        return gate.suggesting(ruled(enquiry, request, caller), enquiry);
    }

    private CheckEligibilityResponse ruled(Enquiry enquiry, CheckEligibilityRequest request, Caller caller) {
        Stages stages = new Stages(nanoTime);
        Optional<StringValue> earlier = decisionIds.find(enquiry.idempotencyKey(), request);
        if (earlier.isPresent()) {
            return answerAgain(earlier.get(), stages);
        }
        Optional<Fallback> fallback = fallbacks.named(enquiry);
        DeviceTrust.Origin origin = gate.admit(request, enquiry, caller);
        Optional<Member> member = stages.time("facts", () -> books.store().findMember(enquiry.nid()));
        Look look = FallbackPresence.presence(fallback)
                .map(Look::unjudged)
                .orElseGet(() -> stages.time("verify", () -> look(enquiry, origin, member, caller.patience())));
        Presence presence = look.presence();
        Instant now = books.now();
        LocalDate day = enquiry.circumstances().day();
        Facts facts = stages.time("facts", () -> facts(enquiry, member, presence, Policy.dayOf(now)));
        MadeDecision made = stages.time(
                "policy", () -> MadeDecision.of(books.newId(), enquiry, policies.current(), facts, day, now));
        RecordedDecision decision = made.decision();
        Ruling ruling = made.ruling();
        Transaction transaction = made.in(Transaction.auditing(
                        stages.in(withCapture(event(caller, decision, ruling, presence, fallback), enquiry))))
                .answering(
                        decisionIds.answer(enquiry.idempotencyKey(), request, StringValue.of(decision.decisionId())));
        Transaction noted = gate.remembering(
                notes.note(transaction, decision, enquiry, look, caller), enquiry, origin, presence, decision);
        Transaction whole = fallback.map(shown -> fallbacks.using(noted, shown, presence, decision))
                .orElse(noted);
        CommitResult result = stages.time("audit", () -> books.store().commit(policies.keeping(whole)));
        return switch (result) {
            case CommitResult.Committed committed -> {
                meter.count("check", decision.decision().getClass().getSimpleName());
                notes.search(decision, enquiry, look, caller);
                yield answer(
                        decision, ruling, FallbackPresence.rested(fallback, presence), committed.auditIndex(), stages);
            }
            case CommitResult.AlreadyAnswered already -> answerAgain(decisionIds.read(already.answer()), stages);
            case CommitResult.IdempotencyKeyReused _ -> throw AnswerBook.reused();
            case CommitResult.RecordChanged _ -> throw ReceiptPresence.changedMeanwhile();
            case CommitResult.RecordExists _ ->
                throw RequestRefusedException.notNow(
                        "CAPTURE_REPLAYED", "This very sample was shown at the same moment; lay the finger anew");
        };
    }

    private Facts facts(Enquiry enquiry, Optional<Member> member, Presence presence, LocalDate askedOn) {
        Asked asked = new Asked(
                enquiry.purpose(),
                Optional.of(enquiry.facility()),
                enquiry.circumstances().facts(),
                enquiry.circumstances().day(),
                askedOn);
        return gathering.gather(asked, member, presence);
    }

    private Look look(Enquiry enquiry, DeviceTrust.Origin origin, Optional<Member> member, Patience patience) {
        if (enquiry.circumstances().nidAlone()) {
            return Look.unjudged(new Presence.NidAlone());
        }
        if (enquiry.fault().isPresent()) {
            return Look.unjudged(new Presence.CaptureFailed(enquiry.fault().get()));
        }
        if (!fresh(enquiry.capturedAt(), books.now())) {
            return Look.unjudged(new Presence.Stale());
        }
        Optional<Member> presenter =
                enquiry.claimant().isEmpty() ? member : books.store().findMember(enquiry.presenter());
        return gate.objection(enquiry, origin).map(Look::unjudged).orElseGet(() -> known(enquiry, presenter, patience));
    }

    private Look known(Enquiry enquiry, Optional<Member> presenter, Patience patience) {
        if (presenter.isEmpty() || !presenter.get().fingersEnrolled()) {
            return Look.unjudged(new Presence.NotEnrolled());
        }
        return compared(enquiry, presenter.get(), patience.leftAfter(RECORDING_RESERVE));
    }

    private static boolean fresh(Instant capturedAt, Instant now) {
        return !capturedAt.isBefore(now.minus(CAPTURE_AGE_MAX)) && !capturedAt.isAfter(now.plus(CAPTURE_AHEAD_MAX));
    }

    private Look compared(Enquiry enquiry, Member presenter, Duration patience) {
        try {
            return switch (matcher.verify(presenter.subject(), enquiry.samples(), 0, patience)) {
                case Verification.Compared compared -> Look.at(proving(enquiry, compared), compared.qualities());
                case Verification.NoReference _ -> Look.unjudged(new Presence.NotEnrolled());
                case Verification.TooPoor poor -> Look.at(new Presence.TooPoor(), poor.qualities());
            };
        } catch (MatcherUnavailableException e) {
            return switch (e.why()) {
                case GALLERY_INCOMPLETE -> Look.unjudged(new Presence.GalleryIncomplete());
                case NO_ANSWER -> Look.unjudged(new Presence.MatcherUnavailable());
                case OVERLOADED -> throw e; // nothing is decided: the same capture may be asked about again in a moment
            };
        }
    }

    /** What a comparison proves of whoever the finger is said to be. */
    static Presence proving(Enquiry enquiry, Verification.Compared compared) {
        if (!compared.match()) {
            return new Presence.Mismatch(compared.fmr(), compared.targetFmr());
        }
        return enquiry.claimant().isPresent()
                ? new Presence.ClaimantProved(compared.fmr(), compared.targetFmr())
                : new Presence.Proved(compared.fmr(), compared.targetFmr());
    }

    private AuditEvent event(
            Caller caller, RecordedDecision decision, Ruling ruling, Presence presence, Optional<Fallback> fallback) {
        AuditEvent event = event(caller, decision, ruling, presence);
        return fallback.map(shown -> event.with(AuditField.FALLBACK_ID, shown.fallbackId())
                        .with(AuditField.FALLBACK_METHOD, shown.method().name()))
                .orElse(event);
    }

    private AuditEvent event(Caller caller, RecordedDecision decision, Ruling ruling, Presence presence) {
        AuditEvent event = books.event(AuditEventType.DECISION_MADE, caller, decision.nid())
                .with(AuditField.DECISION_ID, decision.decisionId())
                .with(AuditField.PURPOSE, decision.purpose().name())
                .with(AuditField.FACILITY, decision.facility().id())
                .with(AuditField.POLICY_VERSION, decision.policyVersion())
                .with(AuditField.PRESENCE, presence.getClass().getSimpleName())
                .with(AuditField.OUTCOME, ruling.decision().getClass().getSimpleName());
        AuditEvent withFinger = switch (presence) {
            case Presence.Proved proved -> event.with(AuditField.FMR, rate(proved.fmr()));
            case Presence.Mismatch mismatch -> event.with(AuditField.FMR, rate(mismatch.fmr()));
            case Presence.ClaimantProved claimant -> event.with(AuditField.FMR, rate(claimant.fmr()));
            case Presence.Uncompared _ -> event;
        };
        AuditEvent withGrounds = ruling.grounds().isEmpty()
                ? withFinger
                : withFinger.with(
                        AuditField.REASONS,
                        ruling.grounds().stream().map(Enum::name).collect(Collectors.joining(",")));
        return switch (ruling.decision()) {
            case Decision.Granted granted ->
                withGrounds
                        .with(AuditField.BENEFIT, granted.benefit().name())
                        .with(AuditField.IN_FORCE_UNTIL, granted.inForceUntil().toString());
            case Decision.Denied _ -> withGrounds;
            case Decision.Undetermined undetermined ->
                withGrounds.with(AuditField.CAUSE, undetermined.cause().name());
        };
    }

    private AuditEvent withCapture(AuditEvent event, Enquiry enquiry) {
        AuditEvent named = enquiry.card()
                .map(card -> event.with(AuditField.CARD, books.hashOf(card)))
                .orElse(event);
        AuditEvent shown = enquiry.claimant()
                .map(claimant ->
                        named.with(AuditField.CLAIMANT, books.keys().nidHasher().hex(claimant, NidHasher.Use.AUDIT)))
                .orElse(named);
        AuditEvent sealed = enquiry.seal()
                .map(seal -> shown.with(AuditField.DEVICE_ID, seal.getDeviceId())
                        .with(AuditField.DEVICE_KEY_ID, seal.getKeyId()))
                .orElse(shown);
        return enquiry.fingerExceptions().isEmpty()
                ? sealed
                : sealed.with(AuditField.FINGER_EXCEPTIONS, enquiry.fingerExceptions());
    }

    /** With no more digits than it is worth; sixteen in a row would be masked. */
    private static String rate(double fmr) {
        return Float.toString((float) fmr);
    }

    private CheckEligibilityResponse answerAgain(StringValue decisionId, Stages stages) {
        StoredDecision stored = books.store()
                .find(DecisionBody.KIND, RecordKey.of(decisionId.getValue()))
                .orElseThrow(() -> new IllegalStateException("answered with a decision that is not in the books"));
        return answer(
                stored.decision(),
                policies.again(stored.decision()),
                fallbacks.restedOn(decisionId.getValue()),
                stored.auditIndex(),
                stages);
    }

    private CheckEligibilityResponse answer(
            RecordedDecision decision,
            Ruling ruling,
            Optional<FallbackMethod> fallback,
            long auditIndex,
            Stages stages) {
        String receipt = stages.time("sign", () -> books.keys().receipts().sign(decision, fallback, auditIndex));
        return Wording.decision(decision, ruling, fallback)
                .setReceipt(receipt)
                .setAuditIndex(auditIndex)
                .addAllTimings(stages.timings())
                .build();
    }
}
