package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RecordContributionResponse;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** Records payments, each once for its idempotency key. */
public final class ContributionJourney {
    private final Books books;
    private final AnswerBook<RecordContributionResponse> answers;

    public ContributionJourney(Books books) {
        this.books = books;
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
        CommitResult result = books.store()
                .commit(Transaction.auditing(event(contribution, caller))
                        .adding(ContributionBody.KIND, contribution)
                        .answering(answers.answer(key, request, response)));
        return switch (result) {
            case CommitResult.Committed _ -> response;
            case CommitResult.AlreadyAnswered already -> answers.read(already.answer());
            case CommitResult.IdempotencyKeyReused _ -> throw AnswerBook.reused();
            case CommitResult.RecordExists _, CommitResult.RecordChanged _ ->
                throw new IllegalStateException("a payment changes no member: " + result);
        };
    }

    private Contribution contribution(RecordContributionRequest request) {
        Instant now = books.now();
        Programme programme = programme(request);
        YearMonth period = period(request.getPeriod(), now);
        if (!Contribution.isAmountRupiah(request.getAmountRupiah())) {
            throw RequestRefusedException.invalid(
                    "AMOUNT_INVALID", "amount_rupiah must be 1 to 10^12: " + request.getAmountRupiah());
        }
        if (!Contribution.isChannel(request.getChannel())) {
            throw RequestRefusedException.invalid("CHANNEL_INVALID", "channel must be 1 to 40 of [a-z0-9-]");
        }
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        return new Contribution(
                books.newId(), member.nid(), programme, period, request.getAmountRupiah(), request.getChannel(), now);
    }

    private static YearMonth period(String text, Instant now) {
        return Contribution.parsePeriod(text)
                .filter(period -> Contribution.isPeriod(period, now))
                .orElseThrow(() -> RequestRefusedException.invalid(
                        "PERIOD_INVALID",
                        "period must be a month YYYY-MM from " + Contribution.PERIOD_MIN + " to "
                                + Contribution.MONTHS_AHEAD_MAX + " months ahead"));
    }

    private static Programme programme(RecordContributionRequest request) {
        return switch (request.getProgramme()) {
            case JHT -> Programme.JHT;
            case JKK -> Programme.JKK;
            case JKM -> Programme.JKM;
            case JP -> Programme.JP;
            case JKP -> Programme.JKP;
            case JKN -> Programme.JKN;
            case PROGRAMME_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "PROGRAMME_INVALID", "programme must be JHT, JKK, JKM, JP, JKP or JKN");
        };
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
