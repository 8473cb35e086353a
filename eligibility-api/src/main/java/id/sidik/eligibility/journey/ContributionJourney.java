package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.contribution.ChannelKind;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.PostContributionRequest;
import id.sidik.eligibility.v1.PostContributionResponse;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RecordContributionResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Records payments, each once for its idempotency key, or for its reference at the channel that took it. */
public final class ContributionJourney {
    private final Books books;
    private final MemberRequests requests;
    private final AnswerBook<RecordContributionResponse> answers;
    private final AnswerBook<PostContributionResponse> postings;

    public ContributionJourney(Books books) {
        this.books = books;
        this.requests = new MemberRequests(books);
        this.postings = new AnswerBook<>(books.store(), "PostContribution", PostContributionResponse.parser());
        this.answers = new AnswerBook<>(books.store(), "RecordContribution", RecordContributionResponse.parser());
    }

    /** Records one payment of a member. */
    public RecordContributionResponse record(RecordContributionRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<RecordContributionResponse> earlier = answers.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Contribution contribution = contribution(request);
        RecordContributionResponse response = RecordContributionResponse.newBuilder()
                .setContributionId(contribution.contributionId())
                .build();
        return answers.commit(
                paying(contribution, caller),
                key,
                request,
                response,
                result -> new IllegalStateException("a payment changes no member: " + result));
    }

    private Contribution contribution(RecordContributionRequest request) {
        Instant now = books.now();
        Programme programme = Requests.programme(request.getProgramme());
        YearMonth period = Requests.period(request.getPeriod(), now);
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        return new Contribution(
                books.newId(),
                member.nid(),
                programme,
                period,
                Requests.amountRupiah(request.getAmountRupiah()),
                Requests.channel(request.getChannel()),
                now);
    }

    /**
     * Records a payment once for each reference of its channel.
     *
     * @throws RequestRefusedException REFERENCE_REUSED when the channel has called another payment so
     */
    public PostContributionResponse post(PostContributionRequest request, Caller caller) {
        String reference = request.getReference();
        if (!Contribution.isReference(reference)) {
            throw RequestRefusedException.invalid("REFERENCE_INVALID", "reference must be 1 to 64 of [A-Za-z0-9._/-]");
        }
        String key = Requests.channel(request.getChannel()) + ":" + reference;
        Optional<PostContributionResponse> earlier = byReference(() -> postings.find(key, request));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Contribution contribution = contribution(request);
        PostContributionResponse response = PostContributionResponse.newBuilder()
                .setContributionId(contribution.contributionId())
                .build();
        CommitResult result =
                books.store().commit(paying(contribution, caller).answering(postings.answer(key, request, response)));
        return switch (result) {
            case CommitResult.Committed _ -> response;
            case CommitResult.AlreadyAnswered already -> postings.read(already.answer());
            case CommitResult.IdempotencyKeyReused _ -> throw referenceReused();
            case CommitResult.RecordExists _, CommitResult.RecordChanged _ -> throw referenceReused();
        };
    }

    private static <T> T byReference(Supplier<T> read) {
        try {
            return read.get();
        } catch (RequestRefusedException reused) {
            throw reused.kind() == RequestRefusedException.Kind.KEY_REUSED ? referenceReused() : reused;
        }
    }

    private static RequestRefusedException referenceReused() {
        return RequestRefusedException.conflict(
                "REFERENCE_REUSED",
                "The channel has called another payment so; compare the two, and number the parts of one transfer");
    }

    private Contribution contribution(PostContributionRequest request) {
        Instant now = books.now();
        Programme programme = Requests.programme(request.getProgramme());
        YearMonth period = Requests.period(request.getPeriod(), now);
        LocalDate paidOn = MemberRequests.date(request.getPaidOn(), "DATE_INVALID", "paid_on");
        if (!Contribution.isPaidOn(paidOn, now)) {
            throw RequestRefusedException.invalid(
                    "DATE_INVALID", "paid_on must lie from 1977-12-01 to today: " + paidOn);
        }
        Optional<Npp> employer = request.getEmployerId().isEmpty()
                ? Optional.empty()
                : Optional.of(requests.knownEmployer(request.getEmployerId()));
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        return new Contribution(
                books.newId(),
                member.nid(),
                programme,
                period,
                Requests.amountRupiah(request.getAmountRupiah()),
                Requests.channel(request.getChannel()),
                kind(request.getKind(), programme),
                request.getReference(),
                paidOn,
                wage(request.getWageRupiah()),
                employer,
                now);
    }

    private static OptionalLong wage(long wage) {
        if (wage != 0 && !Employment.isWageRupiah(wage)) {
            throw RequestRefusedException.invalid("WAGE_INVALID", "wage_rupiah must be 1 to 10^10, or 0: " + wage);
        }
        return wage == 0 ? OptionalLong.empty() : OptionalLong.of(wage);
    }

    private static ChannelKind returns(Programme programme) {
        if (!programme.saves()) {
            throw RequestRefusedException.invalid(
                    "CHANNEL_KIND_INVALID", "savings of JHT and JP earn something; " + programme + " saves nothing");
        }
        return ChannelKind.RETURNS;
    }

    private static ChannelKind kind(id.sidik.eligibility.v1.ChannelKind kind, Programme programme) {
        return switch (kind) {
            case BANK -> ChannelKind.BANK;
            case E_COMMERCE -> ChannelKind.E_COMMERCE;
            case TELECOM -> ChannelKind.TELECOM;
            case AUTO_DEBIT -> ChannelKind.AUTO_DEBIT;
            case EMPLOYER_PAYS -> ChannelKind.EMPLOYER;
            case FUND_RETURNS -> returns(programme);
            case CHANNEL_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "CHANNEL_KIND_INVALID",
                        "kind must be BANK, E_COMMERCE, TELECOM, AUTO_DEBIT, EMPLOYER_PAYS or FUND_RETURNS");
        };
    }

    /** The payment under its member, and under the channel's day. */
    private Transaction paying(Contribution contribution, Caller caller) {
        return Transaction.auditing(event(contribution, caller))
                .adding(ContributionBody.KIND, contribution)
                .adding(ContributionBody.CHANNEL_DAYS, contribution);
    }

    private AuditEvent event(Contribution contribution, Caller caller) {
        return books.event(AuditEventType.CONTRIBUTION_RECORDED, caller, contribution.nid())
                .with(AuditField.CONTRIBUTION_ID, contribution.contributionId())
                .with(AuditField.PROGRAMME, contribution.programme().name())
                .with(AuditField.PERIOD, contribution.period().toString())
                .with(AuditField.AMOUNT_RUPIAH, Long.toString(contribution.amountRupiah()))
                .with(AuditField.CHANNEL, contribution.channel());
    }
}
