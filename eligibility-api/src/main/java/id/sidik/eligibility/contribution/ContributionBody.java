package id.sidik.eligibility.contribution;

import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The body of a contribution, layout 2. Layout 1 ended before the kind of channel.
 *
 * <pre>
 * text contribution id | text NID | text programme | int year | int month | long rupiah | text channel | moment recorded
 * | text kind of channel | text reference | day paid | optional long wage | optional text NPP
 * </pre>
 */
public final class ContributionBody {
    /** Payments, by member, programme and month. */
    public static final RecordKind<Contribution> KIND =
            RecordKind.of("contributions", 'c', ContributionBody::key, ContributionBody::write, ContributionBody::read);

    /** The same payments, by channel, day of payment and the channel's reference. */
    public static final RecordKind<Contribution> CHANNEL_DAYS = RecordKind.of(
            "channel-days", 'y', ContributionBody::channelDayKey, ContributionBody::write, ContributionBody::read);

    private ContributionBody() {}

    private static RecordKey channelDayKey(Contribution contribution) {
        return channelDay(contribution.channel(), contribution.paidOn()).then(contribution.reference());
    }

    /** What the keys of all payments of a channel and day begin with, among {@link #CHANNEL_DAYS}. */
    public static RecordKey channelDay(String channel, LocalDate day) {
        return RecordKey.of(channel).then(day);
    }

    private static RecordKey key(Contribution contribution) {
        return RecordKey.of(contribution.nid())
                .then(contribution.programme())
                .then((int) contribution.period().getLong(ChronoField.PROLEPTIC_MONTH))
                .then(contribution.contributionId());
    }

    private static BodyWriter write(Contribution contribution) {
        BodyWriter body = new BodyWriter();
        return body.text(contribution.contributionId())
                .text(contribution.nid().wholeDigits())
                .name(contribution.programme())
                .number(contribution.period().getYear())
                .number(contribution.period().getMonthValue())
                .number(contribution.amountRupiah())
                .text(contribution.channel())
                .moment(contribution.recordedAt())
                .name(contribution.kind())
                .text(contribution.reference())
                .day(contribution.paidOn())
                .optional(wage(contribution), body::number)
                .optional(contribution.employer(), npp -> body.text(npp.value()));
    }

    private static Optional<Long> wage(Contribution contribution) {
        return contribution.wageRupiah().stream().boxed().findFirst();
    }

    private static Contribution read(BodyReader body) {
        Contribution first = new Contribution(
                body.text(),
                new Nid(body.text()),
                body.name(Programme.class),
                YearMonth.of(body.number(), body.number()),
                body.longNumber(),
                body.text(),
                body.moment());
        return body.atEnd() ? first : withMore(first, body);
    }

    private static Contribution withMore(Contribution first, BodyReader body) {
        return new Contribution(
                first.contributionId(),
                first.nid(),
                first.programme(),
                first.period(),
                first.amountRupiah(),
                first.channel(),
                body.name(ChannelKind.class),
                body.text(),
                body.day(),
                body.optional(body::longNumber).map(OptionalLong::of).orElse(OptionalLong.empty()),
                body.optional(body::text).map(Npp::new),
                first.recordedAt());
    }
}
