package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.store.EligibilityStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The store with what every journey needs to write in it.
 *
 * @param random a cryptographically strong one outside tests
 */
public record Books(
        EligibilityStore store, KeyRing keys, NidRules nidRules, InstantSource clock, RandomGenerator random) {
    private static final int ID_BYTES = 16;

    Instant now() {
        return clock.instant();
    }

    /** 128 random bits in hexadecimal: never twice, and nobody guesses one. */
    String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Refuses what cannot be a national ID number. */
    NidCheck.Accepted checkedNid(String text) {
        return Requests.nid(nidRules, text, now());
    }

    /** Refuses a number that nobody is registered under. */
    Member member(Nid nid) {
        return store.findMember(nid)
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "MEMBER_UNKNOWN", "Nobody is registered under " + nid.masked()));
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
