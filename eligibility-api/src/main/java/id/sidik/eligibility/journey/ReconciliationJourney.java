package id.sidik.eligibility.journey;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StringValue;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.StoredDecision;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.matching.SampleRefusedException;
import id.sidik.eligibility.matching.Verification;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.presence.RecordId;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.sitepack.CentralAnswer;
import id.sidik.eligibility.sitepack.IssuedPack;
import id.sidik.eligibility.sitepack.JournalPlace;
import id.sidik.eligibility.sitepack.ReconciledEntry;
import id.sidik.eligibility.sitepack.ReconciledEntryBody;
import id.sidik.eligibility.sitepack.Site;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.ListReconciledRequest;
import id.sidik.eligibility.v1.ListReconciledResponse;
import id.sidik.eligibility.v1.ProvisionalCheck;
import id.sidik.eligibility.v1.ReconcileProvisionalRequest;
import id.sidik.eligibility.v1.ReconcileProvisionalResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a bridge could only answer provisionally, once for each entry of its journal: the finger is compared again, the rules are
 * asked for the day on which it left the glass, and how the two answers differ is written into the audit log. Entries come in the order
 * of the journal, each naming the one before by its hash, so that none can be left out, put in, or changed unnoticed.
 */
public final class ReconciliationJourney {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationJourney.class);
    private static final int ENTRIES_MAX = 50;

    /** Of deciding, when a sample or a device changes at the same moment. */
    private static final int ATTEMPTS_MAX = 3;

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Longer than any pack is valid, for answers that rest on none. */
    private static final Duration CAPTURE_AGE_MAX = Duration.ofDays(30);

    private static final String NOTHING_BEFORE = "0".repeat(64);
    private static final Pattern CAUSE = Pattern.compile("[A-Z_]{1,40}");

    private final Books books;
    private final Matcher matcher;
    private final PolicyBook policies;
    private final FactGathering gathering;
    private final CaptureGate gate;
    private final PresenceNotes notes;
    private final AnswerBook<StringValue> decisionIds;

    ReconciliationJourney(
            Books books,
            Matcher matcher,
            PolicyBook policies,
            FactGathering gathering,
            CaptureGate gate,
            PresenterSearch presenters) {
        this.books = books;
        this.matcher = matcher;
        this.policies = policies;
        this.gathering = gathering;
        this.gate = gate;
        this.notes = new PresenceNotes(books, presenters);
        this.decisionIds = new AnswerBook<>(books.store(), "CheckEligibility", StringValue.parser());
    }

    /**
     * Takes entries in their order.
     *
     * @return those that are in the books now; fewer than were sent when the matcher fails midway
     * @throws RequestRefusedException JOURNAL_GAP, JOURNAL_FORKED, ENTRY_INVALID
     * @throws MatcherUnavailableException when it fails at the first; nothing was changed
     */
    public ReconcileProvisionalResponse reconcile(ReconcileProvisionalRequest request, Caller caller) {
        Facility facility = Requests.facility(request.getFacilityId());
        if (request.getEntriesCount() < 1 || request.getEntriesCount() > ENTRIES_MAX) {
            throw RequestRefusedException.invalid(
                    "ENTRIES_TOO_MANY", "entries must be 1 to " + ENTRIES_MAX + ": " + request.getEntriesCount());
        }
        ReconcileProvisionalResponse.Builder done = ReconcileProvisionalResponse.newBuilder();
        try {
            for (ByteString entry : request.getEntriesList()) {
                done.addReconciled(SitePackWording.reconciled(reconciled(facility, entry, caller)));
            }
        } catch (MatcherUnavailableException midway) {
            if (done.getReconciledCount() == 0) {
                throw midway;
            }
        }
        return done.build();
    }

    /** One page of what became of a facility's answers. */
    public ListReconciledResponse list(ListReconciledRequest request, Caller caller) {
        Facility facility = Requests.facility(request.getFacilityId());
        Page<ReconciledEntry> page = page(facility, request);
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.PROVISIONALS_READ, caller)
                        .with(AuditField.FACILITY, facility.id())
                        .with(
                                AuditField.RECORD_COUNT,
                                Integer.toString(page.entries().size()))));
        return ListReconciledResponse.newBuilder()
                .addAllChecks(
                        page.entries().stream().map(SitePackWording::reconciled).toList())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    private Page<ReconciledEntry> page(Facility facility, ListReconciledRequest request) {
        Optional<String> token = Optional.of(request.getPageToken()).filter(text -> !text.isEmpty());
        int size = Requests.pageSize(request.getPageSize());
        try {
            return request.getDifferingOnly()
                    ? books.store()
                            .page(
                                    ReconciledEntryBody.KIND,
                                    ReconciledEntryBody.BY_DIFFERENCE,
                                    ReconciledEntryBody.differing(facility, true),
                                    token,
                                    size)
                    : books.store().page(ReconciledEntryBody.KIND, RecordKey.of(facility.id()), token, size);
        } catch (IllegalArgumentException notOurs) {
            throw RequestRefusedException.invalid("PAGE_TOKEN_INVALID", "page_token is not one that this service gave");
        }
    }

    private ReconciledEntry reconciled(Facility facility, ByteString bytes, Caller caller) {
        ProvisionalCheck check = parsed(facility, bytes);
        JournalPlace place = place(facility, check);
        String hash = SitePackJourney.sha256(bytes.toByteArray());
        Optional<ReconciledEntry> known = books.store().find(ReconciledEntryBody.KIND, place.key());
        if (known.isPresent()) {
            return same(known.get(), hash);
        }
        requirePast(place, check);
        ReconciledEntry entry = entry(place, hash, check);
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            CommitResult result = books.store().commit(policies.keeping(decided(entry, check, caller)));
            Optional<ReconciledEntry> written = books.store().find(ReconciledEntryBody.KIND, place.key());
            if (written.isPresent()) {
                return same(written.get(), hash);
            }
            LOG.debug("decided again, for what it rests on changed meanwhile: {}", result);
        }
        throw ReceiptPresence.changedMeanwhile();
    }

    private static ProvisionalCheck parsed(Facility facility, ByteString bytes) {
        try {
            ProvisionalCheck check = ProvisionalCheck.parseFrom(bytes);
            if (!check.getQuestion().getFacilityId().equals(facility.id())
                    || check.getAnswerCase() == ProvisionalCheck.AnswerCase.ANSWER_NOT_SET
                    || (check.hasReferred()
                            && !CAUSE.matcher(check.getReferred().getCause()).matches())) {
                throw RequestRefusedException.invalid(
                        "ENTRY_INVALID", "an entry has a question of this facility, and an answer");
            }
            return check;
        } catch (InvalidProtocolBufferException e) {
            throw RequestRefusedException.invalid(
                    "ENTRY_INVALID", "an entry is a ProvisionalCheck as it lies in the journal");
        }
    }

    private static JournalPlace place(Facility facility, ProvisionalCheck check) {
        try {
            return new JournalPlace(facility, check.getJournalId(), check.getSequence());
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid("ENTRY_INVALID", String.valueOf(e.getMessage()));
        }
    }

    private static ReconciledEntry same(ReconciledEntry known, String hash) {
        if (!known.hash().equals(hash)) {
            throw forked(known.place(), "another entry is known there");
        }
        return known;
    }

    private void requirePast(JournalPlace place, ProvisionalCheck check) {
        String before = place.isFirst()
                ? NOTHING_BEFORE
                : books.store()
                        .find(ReconciledEntryBody.KIND, place.before().key())
                        .map(ReconciledEntry::hash)
                        .orElseThrow(() -> RequestRefusedException.conflict(
                                "JOURNAL_GAP",
                                "Entry " + place.sequence() + " comes before entry "
                                        + place.before().sequence() + "; send them in their order"));
        if (!before.equals(HexFormat.of().formatHex(check.getPreviousHash().toByteArray()))) {
            throw forked(place, "it does not go on from the entry before");
        }
    }

    private static RequestRefusedException forked(JournalPlace place, String why) {
        return RequestRefusedException.conflict(
                "JOURNAL_FORKED",
                "Entry " + place.sequence() + " of journal " + place.journalId() + " is not taken: " + why
                        + "; the bridge's disk was changed or copied, and an officer must look at it");
    }

    private ReconciledEntry entry(JournalPlace place, String hash, ProvisionalCheck check) {
        CheckEligibilityRequest question = check.getQuestion();
        return new ReconciledEntry(
                place,
                hash,
                RecordId.hasForm(question.getIdempotencyKey()) ? question.getIdempotencyKey() : "",
                Nid.hasForm(question.getNid()) ? new Nid(question.getNid()).masked() : "",
                Optional.empty(),
                capturedAt(question),
                check.hasGranted()
                        ? ReconciledEntry.GRANTED
                        : check.getReferred().getCause(),
                new CentralAnswer.Refused("NOT_DECIDED"),
                "",
                books.now(),
                0);
    }

    private static Instant capturedAt(CheckEligibilityRequest question) {
        try {
            return Instant.ofEpochSecond(
                    question.getCapturedAt().getSeconds(),
                    question.getCapturedAt().getNanos());
        } catch (DateTimeException e) {
            throw RequestRefusedException.invalid("ENTRY_INVALID", "captured_at is no moment");
        }
    }

    /** An entry that asks nothing that could be decided must not keep those behind it: it is taken, and says so. */
    private Transaction decided(ReconciledEntry entry, ProvisionalCheck check, Caller caller) {
        Enquiry enquiry;
        try {
            enquiry = Enquiry.of(check.getQuestion(), books);
        } catch (RequestRefusedException noQuestion) {
            return refused(entry, noQuestion.reason(), caller);
        }
        ReconciledEntry asked = entry.of(enquiry.purpose());
        return askedBefore(enquiry)
                .map(stored -> recalled(asked, stored, caller))
                .orElseGet(() -> decided(asked, enquiry, check, caller));
    }

    private Transaction refused(ReconciledEntry entry, String reason, Caller caller) {
        ReconciledEntry refused = entry.answered(new CentralAnswer.Refused(reason), "");
        return Transaction.auditing(event(books.event(AuditEventType.PROVISIONAL_RECONCILED, caller), refused)
                        .with(AuditField.ERROR_REASON, reason))
                .adding(ReconciledEntryBody.KIND, refused);
    }

    /** The gate had decided this very capture, and its answer was lost on the way. */
    private Optional<StoredDecision> askedBefore(Enquiry enquiry) {
        return decisionIds
                .findWhatever(enquiry.idempotencyKey())
                .flatMap(id -> books.store().find(DecisionBody.KIND, RecordKey.of(id.getValue())))
                .filter(stored -> stored.decision().nid().equals(enquiry.nid()));
    }

    private Transaction recalled(ReconciledEntry entry, StoredDecision stored, Caller caller) {
        RecordedDecision decision = stored.decision();
        ReconciledEntry answered = entry.answered(CentralAnswer.of(decision.decision()), decision.decisionId());
        return Transaction.auditing(
                        event(books.event(AuditEventType.PROVISIONAL_RECONCILED, caller, decision.nid()), answered))
                .adding(ReconciledEntryBody.KIND, answered);
    }

    private Transaction decided(ReconciledEntry entry, Enquiry enquiry, ProvisionalCheck check, Caller caller) {
        Instant now = books.now();
        Optional<Member> member = books.store().findMember(enquiry.nid());
        DeviceTrust.Origin origin = gate.originOfLate(check.getQuestion(), enquiry);
        Look look = look(entry, enquiry, origin, check, caller.patience());
        Presence presence = look.presence();
        LocalDate day = Policy.dayOf(entry.capturedAt().isAfter(now) ? now : entry.capturedAt());
        Asked asked = new Asked(
                enquiry.purpose(),
                Optional.of(enquiry.facility()),
                enquiry.circumstances().facts(),
                day,
                Policy.dayOf(now));
        Facts facts = gathering.gather(asked, member, presence);
        MadeDecision made = MadeDecision.of(books.newId(), enquiry, policies.current(), facts, day, now);
        RecordedDecision decision = made.decision();
        ReconciledEntry answered = entry.answered(CentralAnswer.of(decision.decision()), decision.decisionId());
        AuditEvent event = event(books.event(AuditEventType.PROVISIONAL_RECONCILED, caller, enquiry.nid()), answered)
                .with(AuditField.POLICY_VERSION, decision.policyVersion())
                .with(AuditField.PRESENCE, presence.getClass().getSimpleName());
        Transaction transaction = made.in(Transaction.auditing(event)).adding(ReconciledEntryBody.KIND, answered);
        Transaction noted = notes.noteLate(transaction, decision, enquiry, look, caller);
        return gate.rememberingLate(noted, enquiry, origin, presence, decision);
    }

    private static AuditEvent event(AuditEvent event, ReconciledEntry entry) {
        AuditEvent told = event.with(
                        AuditField.FACILITY, entry.place().facility().id())
                .with(AuditField.JOURNAL_ID, entry.place().journalId())
                .with(AuditField.SEQUENCE, Long.toString(entry.place().sequence()))
                .with(AuditField.PROVISIONAL, entry.provisional())
                .with(AuditField.OUTCOME, entry.central().word())
                .with(AuditField.DIFFERENCE, entry.difference().name());
        AuditEvent about = entry.purpose()
                .map(purpose -> told.with(AuditField.PURPOSE, purpose.name()))
                .orElse(told);
        return entry.decisionId().isEmpty() ? about : about.with(AuditField.DECISION_ID, entry.decisionId());
    }

    private Look look(
            ReconciledEntry entry,
            Enquiry enquiry,
            DeviceTrust.Origin origin,
            ProvisionalCheck check,
            Patience patience) {
        if (enquiry.circumstances().nidAlone()) {
            return Look.unjudged(new Presence.NidAlone());
        }
        if (enquiry.fault().isPresent()) {
            return Look.unjudged(new Presence.CaptureFailed(enquiry.fault().get()));
        }
        if (!couldBeCaptured(entry, enquiry, check)) {
            return Look.unjudged(new Presence.Stale());
        }
        return gate.objection(enquiry, origin).map(Look::unjudged).orElseGet(() -> known(enquiry, patience));
    }

    private Look known(Enquiry enquiry, Patience patience) {
        return books.store()
                .findMember(enquiry.presenter())
                .filter(Member::fingersEnrolled)
                .map(presenter -> compared(presenter, enquiry, patience.left()))
                .orElseGet(() -> Look.unjudged(new Presence.NotEnrolled()));
    }

    /** A grant needs a pack of this gate's that named the member then; whatever else was answered, a clock that can be believed. */
    private boolean couldBeCaptured(ReconciledEntry entry, Enquiry enquiry, ProvisionalCheck check) {
        Instant now = books.now();
        Instant at = entry.capturedAt();
        if (at.isAfter(now.plus(CLOCK_SKEW)) || at.isBefore(now.minus(CAPTURE_AGE_MAX))) {
            return false;
        }
        return !check.hasGranted() || hadPack(enquiry.facility(), enquiry.nid(), check.getPackNumber(), at);
    }

    private boolean hadPack(Facility facility, Nid nid, long number, Instant at) {
        boolean[] found = new boolean[1];
        books.store().visit(IssuedPack.KIND, RecordKey.of(facility.id()), pack -> {
            found[0] = pack.number() == number
                    && pack.covers(at, CLOCK_SKEW)
                    && pack.members().contains(nid);
            return !found[0]
                    && pack.issuedAt().isAfter(at.minus(Site.VALIDITY_MAX).minus(CLOCK_SKEW));
        });
        return found[0];
    }

    private Look compared(Member presenter, Enquiry enquiry, Duration patience) {
        try {
            return switch (matcher.verify(presenter.subject(), enquiry.samples(), 0, patience)) {
                case Verification.Compared compared ->
                    Look.at(EligibilityJourney.proving(enquiry, compared), compared.qualities());
                case Verification.NoReference _ -> Look.unjudged(new Presence.NotEnrolled());
                case Verification.TooPoor poor -> Look.at(new Presence.TooPoor(), poor.qualities());
            };
        } catch (SampleRefusedException notTemplates) {
            return Look.unjudged(new Presence.TooPoor());
        }
    }
}
