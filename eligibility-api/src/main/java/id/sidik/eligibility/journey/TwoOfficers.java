package id.sidik.eligibility.journey;

import id.sidik.eligibility.member.Proposal;
import id.sidik.eligibility.member.ProposalBody;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import java.util.List;
import java.util.Optional;

/** What one officer wants happens when another wants the same. A proposal waits until then; the same officer may make it anew. */
final class TwoOfficers {
    private final Books books;
    private final OfficerProof proof;

    TwoOfficers(Books books, OfficerProof proof) {
        this.books = books;
        this.proof = proof;
    }

    /** Where a matter stands after an officer has spoken. */
    sealed interface Standing {
        /** The first has spoken: keep the proposal with the event that tells of it. */
        record Proposed(Proposal proposal) implements Standing {
            Transaction in(Transaction transaction) {
                return transaction.putting(ProposalBody.KIND, proposal);
            }
        }

        /** The second agrees: what was proposed may happen, and the proposal ends with it. */
        record Agreed(Proposal first, List<String> officers) implements Standing {
            public Agreed {
                officers = List.copyOf(officers);
            }

            Transaction in(Transaction transaction) {
                return transaction.deleting(ProposalBody.KIND, first);
            }
        }
    }

    /** What was proposed about a matter and waits. */
    Optional<Proposal> waiting(String matter) {
        return books.store().find(ProposalBody.KIND, RecordKey.of(matter));
    }

    /**
     * Hears an officer.
     *
     * @throws RequestRefusedException VERDICTS_DIFFER when another officer has proposed something else; it stays proposed
     *     OFFICER_UNPROVED for a caller who shows no token where one is asked for
     */
    Standing hear(String matter, String wish, String officer, String reason, Caller caller) {
        if (proof == OfficerProof.TOKEN && caller.warrant().person().isEmpty()) {
            throw RequestRefusedException.notNow(
                    "OFFICER_UNPROVED",
                    "Two officers decide this, and a certificate alone does not say who holds it: sign in with an access token");
        }
        Optional<Proposal> first =
                waiting(matter).filter(proposal -> !proposal.officer().equals(officer));
        if (first.isEmpty()) {
            return new Standing.Proposed(new Proposal(matter, wish, officer, reason, books.now()));
        }
        if (!first.get().wish().equals(wish)) {
            throw RequestRefusedException.conflict(
                    "VERDICTS_DIFFER", "Another officer has proposed something else; agree with each other first");
        }
        return new Standing.Agreed(first.get(), List.of(first.get().officer(), officer));
    }
}
