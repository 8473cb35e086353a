package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.matching.DuplicateFinding;
import id.sidik.eligibility.matching.DuplicateJob;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.DeduplicateMembersRequest;
import id.sidik.eligibility.v1.DeduplicateMembersResponse;
import id.sidik.eligibility.v1.DeduplicationProgress;
import id.sidik.eligibility.v1.MemberPair;
import id.sidik.eligibility.v1.PairedMember;
import id.sidik.wire.trust.Role;
import java.util.Iterator;
import java.util.Optional;

/** Who of all members may be one person: for officers, each question audited before it is answered. */
public final class DeduplicationJourney {
    private static final double NANOS_A_SECOND = 1e9;

    private final Books books;
    private final Matcher matcher;

    public DeduplicationJourney(Books books, Matcher matcher) {
        this.books = books;
        this.matcher = matcher;
    }

    /** What the matcher finds, as it finds it, with the members whom it knows as subjects. */
    public Iterator<DeduplicateMembersResponse> run(DeduplicateMembersRequest request, Caller caller) {
        DuplicateJob job = new DuplicateJob(
                request.getJobId(), request.getTargetFpir(), request.getSameFingerOnly(), request.getPairsReceived());
        books.store().commit(Transaction.auditing(books.event(AuditEventType.MEMBERS_DEDUPLICATED, caller)));
        Iterator<DuplicateFinding> findings = matcher.deduplicate(job);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return findings.hasNext();
            }

            @Override
            public DeduplicateMembersResponse next() {
                return response(findings.next(), caller.role());
            }
        };
    }

    private DeduplicateMembersResponse response(DuplicateFinding finding, Role reader) {
        DeduplicateMembersResponse.Builder response = DeduplicateMembersResponse.newBuilder();
        return switch (finding) {
            case DuplicateFinding.Progress progress ->
                response.setProgress(message(progress)).build();
            case DuplicateFinding.Pair pair ->
                response.setPair(MemberPair.newBuilder()
                                .setNumber(pair.number())
                                .setMember(member(pair.subject(), reader))
                                .setOther(member(pair.other(), reader))
                                .setFmr(pair.fmr())
                                .setFpir(pair.fpir()))
                        .build();
        };
    }

    private static DeduplicationProgress message(DuplicateFinding.Progress progress) {
        DeduplicationProgress.Builder message = DeduplicationProgress.newBuilder()
                .setSubjectsDone(progress.subjectsDone())
                .setSubjectsTotal(progress.subjectsTotal())
                .setPairs(progress.pairs())
                .setFinished(progress.finished());
        progress.remaining().ifPresent(time -> message.setRemainingSeconds(time.toNanos() / NANOS_A_SECOND));
        return message.build();
    }

    private PairedMember member(SubjectId subject, Role reader) {
        Optional<Member> member = books.store().findMember(subject);
        PairedMember.Builder paired = PairedMember.newBuilder();
        if (reader == Role.OPERATOR) {
            member.ifPresent(known -> paired.setNid(known.nid().wholeDigits()).setFullName(known.fullName()));
        } else {
            member.ifPresent(known -> paired.setNid(known.nid().toString()));
        }
        return paired.build();
    }
}
