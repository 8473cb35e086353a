package id.sidik.eligibility.store;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import java.time.YearMonth;

/**
 * The body of a contribution, layout 1.
 *
 * <pre>
 * text contribution id | text NID | text programme | int year | int month | long rupiah | text channel | moment recorded
 * </pre>
 */
final class ContributionBody {
    private ContributionBody() {}

    static byte[] write(Contribution contribution) {
        return new BodyWriter()
                .text(contribution.contributionId())
                .text(contribution.nid().wholeDigits())
                .name(contribution.programme())
                .number(contribution.period().getYear())
                .number(contribution.period().getMonthValue())
                .number(contribution.amountRupiah())
                .text(contribution.channel())
                .moment(contribution.recordedAt())
                .body();
    }

    static Contribution read(BodyReader body) {
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
