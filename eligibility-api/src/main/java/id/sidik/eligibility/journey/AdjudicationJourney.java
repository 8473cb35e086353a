package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.PrintAbsence;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.PrintReview;
import id.sidik.eligibility.matching.ProbePrints;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.Application;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.CaseOrigin;
import id.sidik.eligibility.member.DecidedCase;
import id.sidik.eligibility.member.DistinctPair;
import id.sidik.eligibility.member.DistinctPairBody;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.Likeness;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.MergeLink;
import id.sidik.eligibility.member.MergeLinkBody;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.member.StatusChange;
import id.sidik.eligibility.member.StatusChangeBody;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.member.Verdict;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.AdjudicationFile;
import id.sidik.eligibility.v1.CompareCasePrintsRequest;
import id.sidik.eligibility.v1.CompareCasePrintsResponse;
import id.sidik.eligibility.v1.DecideAdjudicationCaseRequest;
import id.sidik.eligibility.v1.DecideAdjudicationCaseResponse;
import id.sidik.eligibility.v1.GetAdjudicationCaseRequest;
import id.sidik.eligibility.v1.ListDecidedCasesRequest;
import id.sidik.eligibility.v1.ListDecidedCasesResponse;
import id.sidik.eligibility.v1.OpenAdjudicationCaseRequest;
import id.sidik.eligibility.v1.SplitMemberRequest;
import id.sidik.eligibility.v1.SplitMemberResponse;
import id.sidik.matcher.v1.ComparePrintsResponse;
import id.sidik.wire.rpc.ProtoTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who look alike: officers say whether they are one, and can take it back. */
public final class AdjudicationJourney {
    private static final Pattern CASE_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** Two changes for each pair, besides the member and all that comes with her. */
    private static final int DISTINCT_PAIRS_MAX = 8;

    private final Books books;
    private final Matcher matcher;
    private final Cards cards;
    private final Registry registry;
    private final Admission admission;
    private final DataDuplicates duplicates;
    private final TwoOfficers officers;
    private final NidTurns turns;
    private final AnswerBook<AdjudicationFile> openings;
    private final AnswerBook<DecideAdjudicationCaseResponse> decisions;
    private final AnswerBook<SplitMemberResponse> splits;

    AdjudicationJourney(
            Books books,
            Matcher matcher,
            Registry registry,
            Admission admission,
            DataDuplicates duplicates,
            TwoOfficers officers,
            NidTurns turns) {
        this.books = books;
        this.matcher = matcher;
        this.cards = new Cards(books);
        this.registry = registry;
        this.admission = admission;
        this.duplicates = duplicates;
        this.officers = officers;
        this.turns = turns;
        this.openings = new AnswerBook<>(books.store(), "OpenAdjudicationCase", AdjudicationFile.parser());
        this.decisions =
                new AnswerBook<>(books.store(), "DecideAdjudicationCase", DecideAdjudicationCaseResponse.parser());
        this.splits = new AnswerBook<>(books.store(), "SplitMember", SplitMemberResponse.parser());
    }

    /** Everything about a case that waits. */
    public AdjudicationFile file(GetAdjudicationCaseRequest request, Caller caller) {
        AdjudicationCase held = waiting(request.getCaseId());
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.CASE_READ, caller, held.applicant())
                        .with(AuditField.CASE_ID, held.caseId())));
        return worded(held);
    }

    /** One finger of the applicant laid over one of a candidate. That it was shown is in the books before it is. */
    public CompareCasePrintsResponse prints(CompareCasePrintsRequest request, Caller caller) {
        AdjudicationCase held = waiting(request.getCaseId());
        AdjudicationCase.Candidate candidate = candidate(held, request.getCandidate());
        if (request.getFinger() == FingerPosition.UNRECOGNIZED) {
            throw RequestRefusedException.invalid(
                    "FINGER_INVALID", "finger must be one of ten, or unspecified: " + request.getFingerValue());
        }
        CompareCasePrintsResponse answer = applicantsPrints(held)
                .map(probe -> worded(matcher.review(
                        probe,
                        candidate.subject(),
                        request.getFinger(),
                        caller.patience().left())))
                .orElseGet(() -> CompareCasePrintsResponse.newBuilder()
                        .setAbsence(PrintAbsence.PROBE_ABSENT)
                        .build());
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.CASE_PRINTS_SHOWN, caller, held.applicant())
                        .with(AuditField.CASE_ID, held.caseId())
                        .with(
                                AuditField.CANDIDATE,
                                Integer.toString(held.candidates().indexOf(candidate) + 1))
                        .with(
                                AuditField.FINGER,
                                answer.getComparison()
                                        .getReference()
                                        .getFinger()
                                        .name())));
        return answer;
    }

    private static AdjudicationCase.Candidate candidate(AdjudicationCase held, int number) {
        if (number < 0 || number > held.candidates().size()) {
            throw RequestRefusedException.invalid(
                    "CANDIDATE_INVALID",
                    "candidate must be 1 to " + held.candidates().size() + ", or 0 for the first: "
                            + Integer.toUnsignedString(number));
        }
        return held.candidates().get(Math.max(0, number - 1));
    }

    /** Those that were brought with the case, or what a member had before. */
    private Optional<ProbePrints> applicantsPrints(AdjudicationCase held) {
        return heldPrints(held)
                .<ProbePrints>map(ProbePrints.Held::new)
                .or(() -> books.store()
                        .findMember(held.applicant())
                        .filter(Member::fingersEnrolled)
                        .map(member -> new ProbePrints.Enrolled(member.subject())));
    }

    private Optional<HeldPrints> heldPrints(AdjudicationCase held) {
        return books.store().find(HeldPrints.KIND, RecordKey.of(held.caseId()));
    }

    private static CompareCasePrintsResponse worded(PrintReview review) {
        ComparePrintsResponse found = review.message();
        CompareCasePrintsResponse.Builder answer =
                CompareCasePrintsResponse.newBuilder().addAllFingers(found.getFingersList());
        return found.hasComparison()
                ? answer.setComparison(found.getComparison()).build()
                : answer.setAbsence(found.getAbsence()).build();
    }

    private AdjudicationCase waiting(String caseId) {
        if (!CASE_ID_FORM.matcher(caseId).matches()) {
            throw RequestRefusedException.invalid("CASE_ID_INVALID", "case_id must be 1 to 64 of [A-Za-z0-9._-]");
        }
        return books.store()
                .find(CaseBody.OPENINGS, RecordKey.of(caseId))
                .flatMap(opening -> books.store().find(CaseBody.KIND, opening.caseKey()))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "CASE_UNKNOWN", "No case waits under this id; it may be decided already"));
    }

    private AdjudicationFile worded(AdjudicationCase held) {
        AdjudicationFile.Builder file = AdjudicationFile.newBuilder()
                .setCase(registry.worded(held))
                .setOrigin(AdjudicationWording.origin(held.origin()))
                .setApplicantName(held.applicantName())
                .setApplicantIsMember(books.store().findMember(held.applicant()).isPresent())
                .addAllDataLikeness(held.candidates().stream()
                        .map(AdjudicationCase.Candidate::likeness)
                        .toList());
        held.application()
                .map(Application::profile)
                .or(() -> books.profileOf(held.applicant()))
                .map(MemberWording::profile)
                .ifPresent(file::setApplicantProfile);
        officers.waiting(matter(held))
                .ifPresent(proposal -> file.setProposed(AdjudicationWording.proposed(proposal))
                        .setProposedBy(proposal.officer())
                        .setProposedAt(ProtoTime.of(proposal.at())));
        return file.build();
    }

    private static String matter(AdjudicationCase held) {
        return "case:" + held.caseId();
    }

    /** Two members look like one person to an officer. */
    public AdjudicationFile open(OpenAdjudicationCaseRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        String officer = MemberRequests.officer(request.getOfficer(), caller);
        Optional<AdjudicationFile> earlier = openings.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        Member other = books.member(books.checkedNid(request.getOtherNid()).nid());
        if (books.isMerged(member.nid(), other.nid())) {
            throw RequestRefusedException.invalid("SAME_MEMBER", "nid and other_nid count for one member already");
        }
        AdjudicationCase opened = new AdjudicationCase(
                books.newId(),
                member.nid(),
                member.fullName(),
                List.of(AdjudicationCase.Candidate.byData(other.subject(), likeness(member, other))),
                books.now(),
                CaseOrigin.REPORTED,
                Optional.empty());
        AdjudicationFile file = worded(opened);
        AuditEvent event = books.event(AuditEventType.CASE_OPENED, caller, member.nid())
                .with(AuditField.CASE_ID, opened.caseId())
                .with(AuditField.OFFICERS, officer);
        MemberJourney.settle(books.store()
                .commit(Admission.opening(Transaction.auditing(event), opened)
                        .answering(openings.answer(key, request, file))));
        return file;
    }

    private double likeness(Member member, Member other) {
        return books.profileOf(member.nid())
                .flatMap(profile -> duplicates.likeness(other, Likeness.Person.of(member.fullName(), profile)))
                .orElse(0.0);
    }

    /** Decides, or proposes where two officers are needed. */
    public DecideAdjudicationCaseResponse decide(DecideAdjudicationCaseRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Verdict verdict = AdjudicationWording.verdict(request.getVerdict());
        String reason = MemberRequests.reason(request.getReason());
        String officer = MemberRequests.officer(request.getOfficer(), caller);
        Optional<DecideAdjudicationCaseResponse> earlier = decisions.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Nid applicant = waiting(request.getCaseId()).applicant();
        return turns.take(
                applicant,
                caller.patience(),
                () -> decisions.find(key, request).orElseGet(() -> {
                    AdjudicationCase held = waiting(request.getCaseId());
                    Said said =
                            new Said(request, key, held, verdict, counterpart(request, held, verdict), reason, officer);
                    return decided(said, caller);
                }));
    }

    /** What an officer says of a case, as far as it makes sense. */
    private record Said(
            DecideAdjudicationCaseRequest request,
            String key,
            AdjudicationCase file,
            Verdict verdict,
            Optional<Member> counterpart,
            String reason,
            String officer) {
        Optional<Nid> counterpartNid() {
            return counterpart.map(Member::nid);
        }
    }

    private Optional<Member> counterpart(
            DecideAdjudicationCaseRequest request, AdjudicationCase held, Verdict verdict) {
        if (verdict == Verdict.DIFFERENT_PEOPLE) {
            if (!request.getCounterpartNid().isEmpty()) {
                throw RequestRefusedException.invalid(
                        "COUNTERPART_INVALID", "counterpart_nid belongs to the verdict SAME_PERSON alone");
            }
            return Optional.empty();
        }
        Member member =
                books.member(books.checkedNid(request.getCounterpartNid()).nid());
        boolean isCandidate = held.candidates().stream()
                .anyMatch(candidate -> candidate.subject().equals(member.subject()));
        if (!isCandidate || member.status() == MemberStatus.MERGED) {
            throw RequestRefusedException.invalid(
                    "COUNTERPART_INVALID",
                    "counterpart_nid must be one of the case's candidates, and not merged itself");
        }
        return Optional.of(member);
    }

    private DecideAdjudicationCaseResponse decided(Said said, Caller caller) {
        if (DecidedCase.officersNeeded(said.file(), said.verdict()) == 1) {
            return carriedOut(said, List.of(said.officer()), Optional.empty(), caller);
        }
        String wish = AdjudicationWording.wish(
                said.verdict(),
                said.counterpartNid().map(nid -> books.keys().nidHasher().hex(nid, NidHasher.Use.AUDIT)));
        return switch (officers.hear(matter(said.file()), wish, said.officer(), said.reason(), caller)) {
            case TwoOfficers.Standing.Proposed proposed -> proposed(said, proposed, caller);
            case TwoOfficers.Standing.Agreed agreed -> carriedOut(said, agreed.officers(), Optional.of(agreed), caller);
        };
    }

    private DecideAdjudicationCaseResponse proposed(Said said, TwoOfficers.Standing.Proposed proposed, Caller caller) {
        DecideAdjudicationCaseResponse response = DecideAdjudicationCaseResponse.getDefaultInstance();
        Transaction transaction = Transaction.auditing(
                books.event(AuditEventType.VERDICT_PROPOSED, caller, said.file().applicant())
                        .with(AuditField.CASE_ID, said.file().caseId())
                        .with(AuditField.VERDICT, said.verdict().name())
                        .with(AuditField.OFFICERS, said.officer())
                        .with(AuditField.NOTE, said.reason()));
        return committed(said, proposed.in(transaction), response);
    }

    private DecideAdjudicationCaseResponse carriedOut(
            Said said, List<String> decidedBy, Optional<TwoOfficers.Standing.Agreed> agreed, Caller caller) {
        AuditEvent event = books.event(
                        AuditEventType.CASE_DECIDED, caller, said.file().applicant())
                .with(AuditField.CASE_ID, said.file().caseId())
                .with(AuditField.VERDICT, said.verdict().name())
                .with(AuditField.OFFICERS, String.join(",", decidedBy))
                .with(AuditField.NOTE, said.reason());
        DecidedCase decided = new DecidedCase(
                said.file(), said.verdict(), said.counterpartNid(), decidedBy, said.reason(), books.now());
        Transaction undecided =
                Transaction.auditing(event).deleting(CaseBody.KIND, said.file()).adding(CaseBody.DECIDED, decided);
        Transaction closing = heldPrints(said.file())
                .map(prints -> undecided.deleting(HeldPrints.KIND, prints))
                .orElse(undecided);
        Transaction agreedTo = agreed.map(both -> both.in(closing)).orElse(closing);
        Member member = memberAfter(said, decidedBy);
        Transaction whole = switch (said.verdict()) {
            case SAME_PERSON -> merging(membership(agreedTo, said, member), said, member, decidedBy);
            case DIFFERENT_PEOPLE -> apart(membership(agreedTo, said, member), said);
        };
        DecideAdjudicationCaseResponse response = DecideAdjudicationCaseResponse.newBuilder()
                .setDecided(true)
                .setMember(Wording.member(member, List.of(), cards.of(member.nid())))
                .build();
        return committed(said, whole, response);
    }

    /** Of the applicant's number: as it is, or as it was applied for; merged if that is the verdict. */
    private Member memberAfter(Said said, List<String> decidedBy) {
        Member member = books.store().findMember(said.file().applicant()).orElseGet(() -> newMember(said.file()));
        if (member.status() == MemberStatus.MERGED) {
            throw RequestRefusedException.conflict(
                    "MEMBER_MERGED",
                    "The applicant's number was merged meanwhile, by " + decidedBy.size() + " officers");
        }
        return said.verdict() == Verdict.SAME_PERSON ? member.withStatus(MemberStatus.MERGED) : member;
    }

    private Member newMember(AdjudicationCase held) {
        return Member.registered(
                held.applicant(),
                held.applicantName(),
                held.application().map(Application::segment).orElse(Segment.INFORMAL),
                SubjectId.random(books.random()),
                books.now());
    }

    private Transaction membership(Transaction transaction, Said said, Member after) {
        Optional<Member> before = books.store().findMember(said.file().applicant());
        if (before.isPresent()) {
            return before.get().equals(after)
                    ? transaction
                    : transaction.replacing(MemberBody.KIND, before.get(), after);
        }
        return said.file()
                .application()
                .map(application -> admission.registering(transaction, application, after, Optional.empty()))
                .orElseGet(() -> transaction.adding(MemberBody.KIND, after));
    }

    private Transaction merging(Transaction transaction, Said said, Member member, List<String> decidedBy) {
        Nid absorbed = said.file().applicant();
        Nid survivor = said.counterpartNid().orElseThrow();
        MemberStatus before =
                books.store().findMember(absorbed).map(Member::status).orElse(MemberStatus.ACTIVE);
        if (!books.absorbedBy(absorbed).isEmpty()) {
            throw RequestRefusedException.conflict(
                    "MEMBER_MERGED", "Others were merged into the applicant's number; split them first");
        }
        MergeLink merge = new MergeLink(absorbed, survivor, said.file().caseId(), before, decidedBy, books.now());
        return transaction
                .adding(MergeLinkBody.KIND, merge)
                .adding(MergeLinkBody.ABSORBED, merge)
                .adding(
                        StatusChangeBody.KIND,
                        new StatusChange(
                                absorbed,
                                member.revision(),
                                before,
                                MemberStatus.MERGED,
                                Contribution.dayOf(books.now()),
                                said.reason(),
                                decidedBy,
                                books.now()));
    }

    /** The applicant is none of the candidates. More than a few are not remembered, and would be looked at again. */
    private Transaction apart(Transaction transaction, Said said) {
        Transaction all = transaction;
        List<Nid> others = said.file().candidates().stream()
                .limit(DISTINCT_PAIRS_MAX)
                .flatMap(candidate -> books.store().findMember(candidate.subject()).stream())
                .map(Member::nid)
                .filter(other -> !other.equals(said.file().applicant()))
                .toList();
        for (Nid other : others) {
            DistinctPair pair =
                    new DistinctPair(said.file().applicant(), other, said.file().caseId(), books.now());
            all = all.putting(DistinctPairBody.KIND, pair).putting(DistinctPairBody.KIND, pair.reversed());
        }
        return all;
    }

    private DecideAdjudicationCaseResponse committed(
            Said said, Transaction transaction, DecideAdjudicationCaseResponse answer) {
        MemberJourney.settle(
                books.store().commit(transaction.answering(decisions.answer(said.key(), said.request(), answer))));
        return answer;
    }

    /** Undoes a merge, or proposes to. */
    public SplitMemberResponse split(SplitMemberRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        String reason = MemberRequests.reason(request.getReason());
        String officer = MemberRequests.officer(request.getOfficer(), caller);
        Nid nid = books.checkedNid(request.getNid()).nid();
        return turns.take(
                nid,
                caller.patience(),
                () -> splits.find(key, request).orElseGet(() -> {
                    Member member = books.member(nid);
                    MergeLink merge = books.mergeOf(nid)
                            .orElseThrow(() -> RequestRefusedException.unknown(
                                    "MERGE_UNKNOWN", nid.masked() + " was not merged into another number"));
                    String matter = "split:" + books.keys().nidHasher().hex(nid, NidHasher.Use.AUDIT);
                    return switch (officers.hear(matter, "split", officer, reason, caller)) {
                        case TwoOfficers.Standing.Proposed proposed -> {
                            AuditEvent event = books.event(AuditEventType.SPLIT_PROPOSED, caller, nid)
                                    .with(AuditField.OFFICERS, officer)
                                    .with(AuditField.NOTE, reason);
                            yield answered(
                                    request,
                                    proposed.in(Transaction.auditing(event)),
                                    SplitMemberResponse.getDefaultInstance());
                        }
                        case TwoOfficers.Standing.Agreed agreed ->
                            apart(request, member, merge, agreed, reason, caller);
                    };
                }));
    }

    private SplitMemberResponse apart(
            SplitMemberRequest request,
            Member member,
            MergeLink merge,
            TwoOfficers.Standing.Agreed agreed,
            String reason,
            Caller caller) {
        AuditEvent event = books.event(AuditEventType.MEMBER_SPLIT, caller, member.nid())
                .with(AuditField.CASE_ID, merge.caseId())
                .with(AuditField.OFFICERS, String.join(",", agreed.officers()))
                .with(AuditField.NOTE, reason);
        Member again = member.withStatus(merge.statusBefore());
        DistinctPair pair = new DistinctPair(merge.absorbed(), merge.survivor(), merge.caseId(), books.now());
        StatusChange change = new StatusChange(
                member.nid(),
                again.revision(),
                member.status(),
                again.status(),
                Contribution.dayOf(books.now()),
                reason,
                agreed.officers(),
                books.now());
        Transaction whole = agreed.in(Transaction.auditing(event))
                .replacing(MemberBody.KIND, member, again)
                .deleting(MergeLinkBody.KIND, merge)
                .deleting(MergeLinkBody.ABSORBED, merge)
                .putting(DistinctPairBody.KIND, pair)
                .putting(DistinctPairBody.KIND, pair.reversed())
                .adding(StatusChangeBody.KIND, change);
        SplitMemberResponse response = SplitMemberResponse.newBuilder()
                .setSplit(true)
                .setMember(Wording.member(again, books.store().contributionsOf(again.nid()), cards.of(again.nid())))
                .build();
        return answered(request, whole, response);
    }

    private SplitMemberResponse answered(
            SplitMemberRequest request, Transaction transaction, SplitMemberResponse response) {
        MemberJourney.settle(books.store()
                .commit(transaction.answering(splits.answer(request.getIdempotencyKey(), request, response))));
        return response;
    }

    /** What officers have decided, earliest first. */
    public ListDecidedCasesResponse decided(ListDecidedCasesRequest request) {
        Page<DecidedCase> page = Requests.page(
                books.store(), CaseBody.DECIDED, RecordKey.ANY, request.getPageToken(), request.getPageSize());
        return ListDecidedCasesResponse.newBuilder()
                .addAllCases(page.map(AdjudicationWording::decided).entries())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }
}
