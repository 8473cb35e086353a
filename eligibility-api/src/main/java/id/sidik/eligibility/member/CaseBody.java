package id.sidik.eligibility.member;

import id.sidik.eligibility.member.AdjudicationCase.Candidate;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The body of a case, layout 1.
 *
 * <pre>
 * text case id | text NID of the applicant | text name | moment opened | int count
 * | that many: text subject id, double FMR, double FPIR
 * </pre>
 */
public final class CaseBody {
    /** Cases that wait for an officer, in the order of opening. */
    public static final RecordKind<AdjudicationCase> KIND = RecordKind.of(
            "cases", 'k', held -> RecordKey.of(held.openedAt()).then(held.caseId()), CaseBody::write, CaseBody::read);

    private CaseBody() {}

    private static BodyWriter write(AdjudicationCase held) {
        BodyWriter body = new BodyWriter()
                .text(held.caseId())
                .text(held.applicant().wholeDigits())
                .text(held.applicantName())
                .moment(held.openedAt())
                .number(held.candidates().size());
        held.candidates()
                .forEach(candidate -> body.text(candidate.subject().value())
                        .fraction(candidate.fmr())
                        .fraction(candidate.fpir()));
        return body;
    }

    private static AdjudicationCase read(BodyReader body) {
        String caseId = body.text();
        Nid applicant = new Nid(body.text());
        String name = body.text();
        Instant openedAt = body.moment();
        int count = Math.min(body.number(), AdjudicationCase.CANDIDATES_MAX);
        List<Candidate> candidates = IntStream.range(0, count)
                .mapToObj(_ -> new Candidate(new SubjectId(body.text()), body.fraction(), body.fraction()))
                .toList();
        return new AdjudicationCase(caseId, applicant, name, candidates, openedAt);
    }
}
