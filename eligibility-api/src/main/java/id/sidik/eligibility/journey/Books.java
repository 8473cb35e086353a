package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.claim.Claim;
import id.sidik.eligibility.claim.ClaimBody;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.matching.SubjectTraits;
import id.sidik.eligibility.member.CardNumber;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.EmploymentBody;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.MergeLink;
import id.sidik.eligibility.member.MergeLinkBody;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.member.ProfileBody;
import id.sidik.eligibility.member.StatusChange;
import id.sidik.eligibility.member.StatusChangeBody;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.nid.NidDetails;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.visit.Visit;
import id.sidik.eligibility.visit.VisitBody;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The store with what every journey needs to write in it.
 *
 * @param random a cryptographically strong one outside tests
 */
public record Books(
        EligibilityStore store, KeyRing keys, NidRules nidRules, InstantSource clock, RandomGenerator random) {
    private static final int ID_BYTES = 16;
    private static final Pattern LIKE_A_NID = Pattern.compile("[0-9]{" + Nid.DIGITS + "}");

    /** Nobody has more numbers than that in one life. */
    private static final int ABSORBED_MAX = 50;

    /** More changes of status, or employers, than any life has. */
    private static final int ENTRIES_MAX = 1_000;

    /** The most visits, and the most claims, under one number: one for each day of a long life. */
    private static final int VISITS_MAX = 40_000;

    Instant now() {
        return clock.instant();
    }

    /**
     * 128 random bits in hexadecimal: never twice, and nobody guesses one. One of 250 would have sixteen digits in a row, which the audit
     * and the logs mask as a national ID number: then nobody could look it up there. Such a one is drawn again.
     */
    String newId() {
        String id;
        do {
            byte[] bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            id = HexFormat.of().formatHex(bytes);
        } while (LIKE_A_NID.matcher(id).find());
        return id;
    }

    /** Refuses what cannot be a national ID number. */
    NidCheck.Accepted checkedNid(String text) {
        return Requests.nid(nidRules, text, now());
    }

    /** As {@link id.sidik.eligibility.nid.RegionTable#regenciesIn}. */
    Set<String> regenciesIn(String region) {
        return nidRules.regenciesIn(region);
    }

    /** What the matcher may know of a member. */
    SubjectTraits traitsOf(Nid nid, Optional<Profile> profile) {
        return detailsOf(nid.wholeDigits())
                .map(details -> SubjectTraits.of(details, profile))
                .orElse(SubjectTraits.UNKNOWN); // today's rules are stricter than those it was registered by
    }

    /** What a number says; empty if no number can be like that. */
    Optional<NidDetails> detailsOf(String nid) {
        return switch (nidRules.check(nid, LocalDate.ofInstant(now(), ZoneOffset.UTC))) {
            case NidCheck.Accepted accepted -> Optional.of(accepted.details());
            case NidCheck.Refused _ -> Optional.empty();
        };
    }

    /** Refuses a number that nobody is registered under. */
    Member member(Nid nid) {
        return store.findMember(nid)
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "MEMBER_UNKNOWN", "Nobody is registered under " + nid.masked()));
    }

    /** All payments that count for a member: under the own number and under those that were merged into it. */
    List<Contribution> contributionsOf(Nid nid) {
        return ofAllNumbers(nid, store::contributionsOf);
    }

    /** What is kept of a member under her number and under those that were merged into it. */
    <T> List<T> ofAllNumbers(Nid nid, Function<Nid, List<T>> kept) {
        List<T> all = new ArrayList<>(kept.apply(nid));
        absorbedBy(nid).forEach(merge -> all.addAll(kept.apply(merge.absorbed())));
        return List.copyOf(all);
    }

    /** What is known of a member beside the name; empty for one of whom no more was ever said. */
    Optional<Profile> profileOf(Nid nid) {
        return store.find(ProfileBody.KIND, RecordKey.of(nid));
    }

    /** When and by whom a member was last said to have died. */
    Optional<StatusChange> deathOf(Nid nid) {
        return store.list(StatusChangeBody.KIND, RecordKey.of(nid), ENTRIES_MAX).stream()
                .filter(change -> change.to() == MemberStatus.DECEASED)
                .reduce((_, later) -> later);
    }

    /** Where a member works and worked. */
    List<Employment> employmentsOf(Nid nid) {
        return store.list(EmploymentBody.KIND, RecordKey.of(nid), ENTRIES_MAX);
    }

    /** All visits that count for a member. */
    List<Visit> visitsOf(Nid nid) {
        return ofAllNumbers(
                nid,
                number -> store.asOfNow(
                        view -> view.list(VisitBody.KIND, VisitBody.BY_MEMBER, RecordKey.of(number), VISITS_MAX)));
    }

    /** All claims that count for a member. */
    List<Claim> claimsOf(Nid nid) {
        return ofAllNumbers(
                nid,
                number -> store.asOfNow(
                        view -> view.list(ClaimBody.KIND, ClaimBody.BY_MEMBER, RecordKey.of(number), VISITS_MAX)));
    }

    /** What was merged into a member. */
    List<MergeLink> absorbedBy(Nid nid) {
        return store.list(MergeLinkBody.ABSORBED, RecordKey.of(nid), ABSORBED_MAX);
    }

    /** The member who counts instead, where one was merged into another. */
    Optional<MergeLink> mergeOf(Nid nid) {
        return store.find(MergeLinkBody.KIND, RecordKey.of(nid));
    }

    /** Whether one of the two was merged into the other, or both into the same. */
    boolean isMerged(Nid one, Nid other) {
        Nid counts = mergeOf(one).map(MergeLink::survivor).orElse(one);
        return counts.equals(mergeOf(other).map(MergeLink::survivor).orElse(other));
    }

    /** What stands for the number of a card in the audit. */
    String hashOf(CardNumber number) {
        return keys.nidHasher().hexOfText(number.wholeDigits(), NidHasher.Use.AUDIT);
    }

    AuditEvent event(AuditEventType type, Caller caller) {
        AuditEvent event = AuditEvent.of(type, now(), caller.role().label());
        return caller.warrant()
                .person()
                .map(person -> event.with(AuditField.PERSON, person))
                .orElse(event);
    }

    AuditEvent event(AuditEventType type, Caller caller, Nid nid) {
        return event(type, caller).about(keys.nidHasher().hex(nid, NidHasher.Use.AUDIT));
    }
}
