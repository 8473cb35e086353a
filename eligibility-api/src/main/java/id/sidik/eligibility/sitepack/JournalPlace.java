package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.records.RecordKey;
import java.util.regex.Pattern;

/**
 * Where an entry stands in a bridge's journal.
 *
 * @param journalId 32 of [0-9a-f]
 * @param sequence from 1
 */
public record JournalPlace(Facility facility, String journalId, long sequence) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    public JournalPlace {
        if (!ID.matcher(journalId).matches()) {
            throw new IllegalArgumentException("journal_id must be 32 of [0-9a-f]");
        }
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence begins at 1, and is not " + sequence);
        }
    }

    /** Whether nothing stands before it. */
    public boolean isFirst() {
        return sequence == 1;
    }

    /** The place before this one, which is not the first. */
    public JournalPlace before() {
        return new JournalPlace(facility, journalId, sequence - 1);
    }

    /** Of the record of what became of it. */
    public RecordKey key() {
        return RecordKey.of(facility.id()).then(journalId).then(sequence);
    }
}
