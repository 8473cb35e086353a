package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a reconciled entry, layout 1.
 *
 * <pre>
 * text facility | text journal | long sequence | text hash, hexadecimal | text capture id | text masked NID | optional text purpose
 * | moment captured | text provisional | text central | text why | text decision id | moment reconciled | long audit index
 * </pre>
 */
public final class ReconciledEntryBody {
    /** Those that differ before those that do not, of one facility: {@code 1} and {@code 0}. */
    public static final RecordIndex<ReconciledEntry> BY_DIFFERENCE = RecordIndex.of(
            "offline-answers-by-difference",
            entry -> differing(entry.place().facility(), entry.difference() != Difference.SAME)
                    .then(entry.place().journalId())
                    .then(entry.place().sequence()));

    /** Entries by facility, journal and place in it. */
    public static final RecordKind<ReconciledEntry> KIND = RecordKind.of(
                    "offline-answers",
                    'J',
                    entry -> entry.place().key(),
                    ReconciledEntryBody::write,
                    ReconciledEntryBody::read)
            .stampedBy(ReconciledEntry::at)
            .indexedBy(BY_DIFFERENCE);

    private ReconciledEntryBody() {}

    /** The prefix of the index for a facility's entries that differ, or do not. */
    public static RecordKey differing(Facility facility, boolean differing) {
        return RecordKey.of(facility.id()).then(differing ? 1 : 0);
    }

    private static BodyWriter write(ReconciledEntry entry) {
        BodyWriter body = new BodyWriter()
                .text(entry.place().facility().id())
                .text(entry.place().journalId())
                .number(entry.place().sequence())
                .text(entry.hash())
                .text(entry.captureId())
                .text(entry.nidMasked());
        return body.optional(entry.purpose(), body::name)
                .moment(entry.capturedAt())
                .text(entry.provisional())
                .text(entry.central().word())
                .text(entry.central().why())
                .text(entry.decisionId())
                .moment(entry.reconciledAt())
                .number(entry.auditIndex());
    }

    private static ReconciledEntry read(BodyReader body) {
        return new ReconciledEntry(
                new JournalPlace(new Facility(body.text()), body.text(), body.longNumber()),
                body.text(),
                body.text(),
                body.text(),
                body.optional(() -> body.name(Purpose.class)),
                body.moment(),
                body.text(),
                CentralAnswer.read(body.text(), body.text()),
                body.text(),
                body.moment(),
                body.longNumber());
    }
}
