package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.matching.MatchCandidate;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.GetMemberResponse;
import id.sidik.eligibility.v1.ListAdjudicationCasesRequest;
import id.sidik.eligibility.v1.ListAdjudicationCasesResponse;
import id.sidik.wire.rpc.ProtoTime;

/** Reads what is registered. Whoever reads a member is written down. */
public final class Registry {
    private final Books books;
    private final Cards cards;

    public Registry(Books books) {
        this.books = books;
        this.cards = new Cards(books);
    }

    /** One member with standings. */
    public GetMemberResponse member(GetMemberRequest request, Caller caller) {
        Member member = books.member(cards.whose(request.getNid(), request.getCardNumber()));
        books.store().commit(Transaction.auditing(books.event(AuditEventType.MEMBER_READ, caller, member.nid())));
        return GetMemberResponse.newBuilder()
                .setMember(Wording.member(member, books.contributionsOf(member.nid()), cards.of(member.nid())))
                .build();
    }

    /** One page of the cases that wait for an officer, oldest first. */
    public ListAdjudicationCasesResponse cases(ListAdjudicationCasesRequest request) {
        Page<AdjudicationCase> page = Requests.page(
                books.store(), CaseBody.KIND, RecordKey.ANY, request.getPageToken(), request.getPageSize());
        return ListAdjudicationCasesResponse.newBuilder()
                .addAllCases(page.entries().stream().map(this::worded).toList())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    id.sidik.eligibility.v1.AdjudicationCase worded(AdjudicationCase open) {
        return id.sidik.eligibility.v1.AdjudicationCase.newBuilder()
                .setCaseId(open.caseId())
                .setApplicantNid(open.applicant().wholeDigits())
                .addAllCandidates(open.candidates().stream()
                        .map(candidate -> Wording.candidate(
                                new MatchCandidate(candidate.subject(), candidate.fmr(), candidate.fpir()),
                                books.store().findMember(candidate.subject())))
                        .toList())
                .setOpenedAt(ProtoTime.of(open.openedAt()))
                .build();
    }
}
