package id.sidik.eligibility.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The tables, each a column family. Names and tags are stored: never change one.
 *
 * <p>NIDs appear in keys as keyed hashes only, so that neither a stolen disk nor its file names tell who is a member.
 */
enum Table {
    /** NID hash → member. */
    MEMBERS("members", 'm'),
    /** Subject id → NID hash. */
    SUBJECTS("subjects", 's'),
    /** NID hash, programme, month, contribution id → contribution. */
    CONTRIBUTIONS("contributions", 'c'),
    /** Decision id → decision. */
    DECISIONS("decisions", 'd'),
    /** Idempotency key → answer. */
    ANSWERS("answers", 'a'),
    /** Moment of opening, case id → case. */
    CASES("cases", 'k'),
    /** Index → audit event. The only table in the clear: an auditor must be able to read it without our keys. */
    AUDIT("audit", 'l'),
    /** Single values, by name. In the clear, too. */
    META("meta", 'x');

    private final String familyName;
    private final char tag;

    Table(String familyName, char tag) {
        this.familyName = familyName;
        this.tag = tag;
    }

    byte[] familyName() {
        return familyName.getBytes(StandardCharsets.US_ASCII);
    }

    byte tag() {
        return (byte) tag;
    }

    boolean encrypted() {
        return this != AUDIT && this != META;
    }

    /** Names one record for people: the table and the key in hexadecimal digits. */
    String recordName(byte[] key) {
        return familyName + "/" + HexFormat.of().formatHex(key);
    }
}
