package id.sidik.eligibility.contribution;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.YearMonth;
import java.time.temporal.ChronoField;

/**
 * The body of a contribution, layout 1.
 *
 * <pre>
 * text contribution id | text NID | text programme | int year | int month | long rupiah | text channel | moment recorded
 * </pre>
 */
public final class ContributionBody {
    /** Payments, by member, programme and month. */
    public static final RecordKind<Contribution> KIND =
            RecordKind.of("contributions", 'c', ContributionBody::key, ContributionBody::write, ContributionBody::read);

    private ContributionBody() {}

    private static RecordKey key(Contribution contribution) {
        return RecordKey.of(contribution.nid())
                .then(contribution.programme())
                .then((int) contribution.period().getLong(ChronoField.PROLEPTIC_MONTH))
                .then(contribution.contributionId());
    }

    private static BodyWriter write(Contribution contribution) {
        return new BodyWriter()
                .text(contribution.contributionId())
                .text(contribution.nid().wholeDigits())
                .name(contribution.programme())
                .number(contribution.period().getYear())
                .number(contribution.period().getMonthValue())
                .number(contribution.amountRupiah())
                .text(contribution.channel())
                .moment(contribution.recordedAt());
    }

    private static Contribution read(BodyReader body) {
        return new Contribution(
                body.text(),
                new Nid(body.text()),
                body.name(Programme.class),
                YearMonth.of(body.number(), body.number()),
                body.longNumber(),
                body.text(),
                body.moment());
    }
}
