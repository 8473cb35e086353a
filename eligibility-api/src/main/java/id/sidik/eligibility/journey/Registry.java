package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.matching.MatchCandidate;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.GetMemberResponse;
import id.sidik.eligibility.v1.ListAdjudicationCasesRequest;
import id.sidik.eligibility.v1.ListAdjudicationCasesResponse;
import java.util.Optional;

/** Reads what is registered. Whoever reads a member is written down. */
public final class Registry {
    private static final int CASES_DEFAULT = 50;

    private final Books books;

    public Registry(Books books) {
        this.books = books;
    }

    /** One member with standings. */
    public GetMemberResponse member(GetMemberRequest request, Caller caller) {
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        books.store().commit(Transaction.auditing(books.event(AuditEventType.MEMBER_READ, caller, member.nid())));
        return GetMemberResponse.newBuilder()
                .setMember(Wording.member(member, books.store().contributionsOf(member.nid())))
                .build();
    }

    /** One page of the cases that wait for an officer, oldest first. */
    public ListAdjudicationCasesResponse cases(ListAdjudicationCasesRequest request) {
        Optional<String> token = Optional.of(request.getPageToken()).filter(text -> !text.isEmpty());
        Page<AdjudicationCase> page = page(token, pageSize(request.getPageSize()));
        return ListAdjudicationCasesResponse.newBuilder()
                .addAllCases(page.entries().stream().map(this::worded).toList())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    private static int pageSize(int asked) {
        if (asked < 0 || asked > EligibilityStore.PAGE_MAX) {
            throw RequestRefusedException.invalid(
                    "PAGE_SIZE_INVALID", "page_size must be 1 to " + EligibilityStore.PAGE_MAX + ", or 0 for 50");
        }
        return asked == 0 ? CASES_DEFAULT : asked;
    }

    private Page<AdjudicationCase> page(Optional<String> token, int size) {
        try {
            return books.store().page(CaseBody.KIND, RecordKey.ANY, token, size);
        } catch (IllegalArgumentException notOurs) {
            throw RequestRefusedException.invalid("PAGE_TOKEN_INVALID", "page_token is not one that this service gave");
        }
    }

    private id.sidik.eligibility.v1.AdjudicationCase worded(AdjudicationCase open) {
        return id.sidik.eligibility.v1.AdjudicationCase.newBuilder()
                .setCaseId(open.caseId())
                .setApplicantNid(open.applicant().wholeDigits())
                .addAllCandidates(open.candidates().stream()
                        .map(candidate -> Wording.candidate(
                                new MatchCandidate(candidate.subject(), candidate.fmr(), candidate.fpir()),
                                books.store().findMember(candidate.subject())))
                        .toList())
                .setOpenedAt(Wording.timestamp(open.openedAt()))
                .build();
    }
}
