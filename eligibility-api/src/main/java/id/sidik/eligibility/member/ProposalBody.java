package id.sidik.eligibility.member;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a proposal, layout 1.
 *
 * <pre>
 * text matter | text wish | text officer | text reason | moment
 * </pre>
 */
public final class ProposalBody {
    /** Proposals that wait for a second officer, by their matter. */
    public static final RecordKind<Proposal> KIND = RecordKind.of(
            "proposals", 'O', proposal -> RecordKey.of(proposal.matter()), ProposalBody::write, ProposalBody::read);

    private ProposalBody() {}

    private static BodyWriter write(Proposal proposal) {
        return new BodyWriter()
                .text(proposal.matter())
                .text(proposal.wish())
                .text(proposal.officer())
                .text(proposal.reason())
                .moment(proposal.at());
    }

    private static Proposal read(BodyReader body) {
        return new Proposal(body.text(), body.text(), body.text(), body.text(), body.moment());
    }
}
