package id.sidik.eligibility.member;

import id.sidik.eligibility.member.AdjudicationCase.Candidate;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The body of a case, layout 2. Layout 1 ended before the origin.
 *
 * <pre>
 * text case id | text NID of the applicant | text name | moment opened | int count
 * | that many: text subject id, double FMR, double FPIR
 * | text origin | that many: double likeness | optional application
 * </pre>
 */
public final class CaseBody {
    /** Cases by whom they are about: an applicant, or a member who looks like another. */
    public static final RecordIndex<AdjudicationCase> BY_APPLICANT =
            RecordIndex.of("cases-of-applicants", held -> RecordKey.of(held.applicant()));

    /** Cases that wait for an officer, in the order of opening. */
    public static final RecordKind<AdjudicationCase> KIND = RecordKind.of(
                    "cases",
                    'k',
                    held -> RecordKey.of(held.openedAt()).then(held.caseId()),
                    held -> write(new BodyWriter(), held),
                    CaseBody::read)
            .indexedBy(BY_APPLICANT);

    /** When each case was opened that was ever opened, by its id. */
    public static final RecordKind<Opening> OPENINGS = RecordKind.of(
            "case-openings",
            'K',
            opening -> RecordKey.of(opening.caseId()),
            opening -> new BodyWriter().text(opening.caseId()).moment(opening.openedAt()),
            body -> new Opening(body.text(), body.moment()));

    /** Cases that were decided, in the order of decisions. */
    public static final RecordKind<DecidedCase> DECIDED = RecordKind.of(
            "decided-cases",
            'V',
            decided -> RecordKey.of(decided.decidedAt()).then(decided.file().caseId()),
            CaseBody::writeDecided,
            CaseBody::readDecided);

    private CaseBody() {}

    /** Where a case is found. */
    public record Opening(String caseId, Instant openedAt) {
        /** Its key while it waits. */
        public RecordKey caseKey() {
            return RecordKey.of(openedAt).then(caseId);
        }
    }

    private static BodyWriter write(BodyWriter body, AdjudicationCase held) {
        body.text(held.caseId())
                .text(held.applicant().wholeDigits())
                .text(held.applicantName())
                .moment(held.openedAt())
                .list(
                        held.candidates(),
                        candidate -> body.text(candidate.subject().value())
                                .fraction(candidate.fmr())
                                .fraction(candidate.fpir()))
                .name(held.origin());
        held.candidates().forEach(candidate -> body.fraction(candidate.likeness()));
        return body.optional(held.application(), application -> ApplicationBody.write(body, application));
    }

    private static AdjudicationCase read(BodyReader body) {
        String caseId = body.text();
        Nid applicant = new Nid(body.text());
        String name = body.text();
        Instant openedAt = body.moment();
        List<Candidate> candidates = body.list(
                AdjudicationCase.CANDIDATES_MAX,
                () -> new Candidate(new SubjectId(body.text()), body.fraction(), body.fraction()));
        if (body.atEnd()) {
            return new AdjudicationCase(caseId, applicant, name, candidates, openedAt);
        }
        CaseOrigin origin = body.name(CaseOrigin.class);
        List<Candidate> compared = candidates.stream()
                .map(known -> new Candidate(known.subject(), known.fmr(), known.fpir(), body.fraction()))
                .toList();
        Optional<Application> application = body.optional(() -> ApplicationBody.read(body));
        return new AdjudicationCase(caseId, applicant, name, compared, openedAt, origin, application);
    }

    private static BodyWriter writeDecided(DecidedCase decided) {
        BodyWriter body = new BodyWriter();
        return write(body, decided.file())
                .name(decided.verdict())
                .optional(decided.counterpart(), nid -> body.text(nid.wholeDigits()))
                .list(decided.officers(), body::text)
                .text(decided.reason())
                .moment(decided.decidedAt());
    }

    private static DecidedCase readDecided(BodyReader body) {
        return new DecidedCase(
                read(body),
                body.name(Verdict.class),
                body.optional(body::text).map(Nid::new),
                body.list(2, body::text),
                body.text(),
                body.moment());
    }
}
