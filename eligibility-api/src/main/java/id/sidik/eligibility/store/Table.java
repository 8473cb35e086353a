package id.sidik.eligibility.store;

import id.sidik.eligibility.records.RecordKind;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A column family: one for each kind of record, and ours. Names and tags are stored: never change one.
 *
 * <p>NIDs appear in keys as keyed hashes only, so that neither a stolen disk nor its file names tell who is a member.
 *
 * @param tag in the envelope of its records; each table has its own
 * @param encrypted whether its records are sealed
 */
record Table(String familyName, char tag, boolean encrypted) {
    /** Index → audit event. In the clear: an auditor must be able to read it without our keys. */
    static final Table AUDIT = new Table("audit", 'l', false);

    /** Single values, by name. In the clear, too. */
    static final Table META = new Table("meta", 'x', false);

    /** Tag of a kind, name of one of its indexes, 0x00, key in it, key of a record → key of that record. */
    static final Table INDEXES = new Table("indexes", 'i', true);

    static Table of(RecordKind<?> kind) {
        return new Table(kind.name(), kind.tag(), true);
    }

    /**
     * All tables: ours, and those of the kinds.
     *
     * @throws IllegalArgumentException if two have the same name or tag
     */
    static List<Table> all(Collection<? extends RecordKind<?>> kinds) {
        List<Table> tables = Stream.concat(
                        Stream.of(AUDIT, META, INDEXES, Table.of(AnswerBody.KIND)),
                        kinds.stream().map(Table::of))
                .toList();
        Set<String> taken = new TreeSet<>();
        for (Table table : tables) {
            if (!taken.add(table.familyName) || !taken.add("tag " + table.tag)) {
                throw new IllegalArgumentException("two kinds of record are called " + table.familyName
                        + " or have its tag '" + table.tag + "': give one of them another");
            }
        }
        return tables;
    }

    byte tagByte() {
        return (byte) tag;
    }

    /** Names one record for people: the table and the key in hexadecimal digits. */
    String recordName(byte[] key) {
        return familyName + "/" + HexFormat.of().formatHex(key);
    }
}
