package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.fleet.BridgeProfile;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.PublishProfileRequest;
import id.sidik.eligibility.v1.PublishProfileResponse;
import id.sidik.wire.config.RemoteSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Settings that the institution sends to its bridges. For a bridge the newest counts that is for its facility or for all, as a whole: nothing is
 * merged, so an officer sees in one file what holds.
 */
public final class ProfileJourney {
    private static final int VALID_DAYS_USUAL = 90;

    private final Books books;
    private final AnswerBook<PublishProfileResponse> answers;

    ProfileJourney(Books books) {
        this.books = books;
        this.answers = new AnswerBook<>(books.store(), "PublishProfile", PublishProfileResponse.parser());
    }

    /** Publishes a profile; bridges fetch it with their next report. One at a time, so that no two have the same number. */
    public synchronized PublishProfileResponse publish(PublishProfileRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<PublishProfileResponse> before = answers.find(key, request);
        if (before.isPresent()) {
            return before.get();
        }
        BridgeProfile profile = profile(request);
        Transaction publishing = Transaction.auditing(books.event(AuditEventType.PROFILE_PUBLISHED, caller)
                        .with(AuditField.FACILITY, request.getFacilityId().isEmpty() ? "all" : request.getFacilityId())
                        .with(AuditField.SEQUENCE, Long.toString(profile.number()))
                        .with(AuditField.FILE, SitePackJourney.sha256(textOf(profile)))
                        .with(AuditField.EXPIRES_AT, profile.expiresAt().toString()))
                .putting(BridgeProfile.KIND, profile);
        PublishProfileResponse answer =
                PublishProfileResponse.newBuilder().setNumber(profile.number()).build();
        return answers.commit(publishing, key, request, answer, _ -> ReceiptPresence.changedMeanwhile());
    }

    private BridgeProfile profile(PublishProfileRequest request) {
        Optional<Facility> facility = request.getFacilityId().isEmpty()
                ? Optional.empty()
                : Optional.of(Requests.facility(request.getFacilityId()));
        Instant now = books.now();
        try {
            RemoteSettings settings = new RemoteSettings("the profile", request.getSettingsMap());
            return new BridgeProfile(
                    facility,
                    nextNumber(),
                    now,
                    now.plus(validity(request.getValidDays())),
                    new TreeMap<>(settings.values()));
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid("PROFILE_INVALID", String.valueOf(e.getMessage()));
        }
    }

    private static Duration validity(int days) {
        Duration validity = Duration.ofDays(days == 0 ? VALID_DAYS_USUAL : Integer.toUnsignedLong(days));
        if (validity.compareTo(BridgeProfile.VALIDITY_MIN) < 0 || validity.compareTo(BridgeProfile.VALIDITY_MAX) > 0) {
            throw RequestRefusedException.invalid(
                    "VALIDITY_INVALID", "valid_days must be 1 to 365, or 0 for 90, not " + validity.toDays());
        }
        return validity;
    }

    private long nextNumber() {
        AtomicLong newest = new AtomicLong();
        books.store().visit(BridgeProfile.KIND, RecordKey.ANY, profile -> {
            newest.accumulateAndGet(profile.number(), Math::max);
            return true;
        });
        return newest.get() + 1;
    }

    /** One line for each setting, in the order of their keys: what the leaf's hash is of. */
    private static byte[] textOf(BridgeProfile profile) {
        StringBuilder text = new StringBuilder();
        profile.settings()
                .forEach((key, value) ->
                        text.append(key).append(": ").append(value).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The signed profile for a bridge, if there is one in force that is newer than what it knows. */
    Optional<String> newsFor(Facility facility, long known) {
        return newestFor(facility).filter(profile -> profile.number() > known).map(this::signed);
    }

    /** The one that counts for a facility's bridges, if they may take it now. */
    Optional<BridgeProfile> newestFor(Facility facility) {
        return Stream.of(Optional.of(facility), Optional.<Facility>empty())
                .flatMap(target -> books.store().find(BridgeProfile.KIND, BridgeProfile.keyOf(target)).stream())
                .max(Comparator.comparingLong(BridgeProfile::number))
                .filter(profile -> books.now().isBefore(profile.expiresAt()));
    }

    private String signed(BridgeProfile profile) {
        return books.keys()
                .anchor()
                .bridgeProfile(
                        profile.number(),
                        profile.issuedAt(),
                        profile.expiresAt(),
                        profile.facility().map(Facility::id).orElse(""),
                        profile.settings());
    }
}
