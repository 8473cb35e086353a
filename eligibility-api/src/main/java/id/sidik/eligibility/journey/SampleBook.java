package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.presence.Device;
import id.sidik.eligibility.presence.SampleSeen;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import java.util.Optional;

/** Which samples of registered devices were shown before. */
final class SampleBook {
    private final Books books;

    SampleBook(Books books) {
        this.books = books;
    }

    /** Whether a sample is one that was shown before, and not just now in the same try. */
    boolean holdsCopy(Enquiry enquiry, Device device) {
        return enquiry.samples().hashes().stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .anyMatch(seen -> !seen.belongsToTry(device.deviceId(), enquiry.nid(), books.now()));
    }

    /** The transaction of a decision that compared the samples, which now tells of them. Of two copies at one moment one is refused. */
    Transaction telling(
            Transaction transaction, Enquiry enquiry, Device device, boolean recognised, RecordedDecision decision) {
        Transaction telling = transaction;
        for (String hash : enquiry.samples().hashes()) {
            Optional<SampleSeen> before = find(hash);
            if (before.isEmpty()) {
                telling = telling.adding(
                        SampleSeen.KIND,
                        new SampleSeen(
                                hash,
                                decision.decisionId(),
                                device.deviceId(),
                                decision.nid(),
                                recognised,
                                decision.decidedAt()));
            } else if (recognised) {
                telling = telling.replacing(
                        SampleSeen.KIND, before.get(), before.get().used());
            }
        }
        return telling;
    }

    private Optional<SampleSeen> find(String hash) {
        return books.store().find(SampleSeen.KIND, RecordKey.of(hash));
    }
}
