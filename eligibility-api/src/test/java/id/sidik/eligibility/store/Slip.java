package id.sidik.eligibility.store;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.LocalDate;

/**
 * A kind of record that only tests have: a slip of paper with a person's number in a queue.
 *
 * <p>text NID | long day, days since 1970 | int number | text counter
 */
record Slip(Nid nid, LocalDate day, int number, String counter) {
    static final RecordIndex<Slip> BY_COUNTER =
            RecordIndex.of("counter", slip -> RecordKey.of(slip.counter()).then(slip.day()));
    static final RecordIndex<Slip> BY_NUMBER =
            RecordIndex.unique("number", slip -> RecordKey.of(slip.day()).then(slip.number()));
    static final RecordKind<Slip> KIND = unindexed().indexedBy(BY_COUNTER).indexedBy(BY_NUMBER);

    /** The kind as an older program knew it. */
    static RecordKind<Slip> unindexed() {
        return RecordKind.of(
                "slips",
                'q',
                (Slip slip) -> RecordKey.of(slip.nid()).then(slip.day()).then(slip.number()),
                slip -> new BodyWriter()
                        .text(slip.nid().wholeDigits())
                        .number(slip.day().toEpochDay())
                        .number(slip.number())
                        .text(slip.counter()),
                Slip::read);
    }

    private static Slip read(BodyReader body) {
        return new Slip(new Nid(body.text()), LocalDate.ofEpochDay(body.longNumber()), body.number(), body.text());
    }

    Slip at(String newCounter) {
        return new Slip(nid, day, number, newCounter);
    }
}
