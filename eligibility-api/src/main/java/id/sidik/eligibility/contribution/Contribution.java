package id.sidik.eligibility.contribution;

import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.nid.Nid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One payment for one programme and month, or what its savings earned. We record payments; we do not move money.
 *
 * @param contributionId 1 to 64 of [A-Za-z0-9._-]
 * @param period the month paid for, from December 1977 to 12 months after the payment was recorded
 * @param amountRupiah whole rupiah, 1 to 10^12
 * @param channel who took the payment, 1 to 40 of [a-z0-9-]
 * @param kind what sort of channel that is
 * @param reference what the channel calls the payment, 1 to 64 of [A-Za-z0-9._/-]; the channel uses each once
 * @param paidOn the day on which the channel took it, in Jakarta
 * @param wageRupiah the month's wage that the amount was worked out from, as far as it is known
 * @param employer who paid, if an employer did
 */
public record Contribution(
        String contributionId,
        Nid nid,
        Programme programme,
        YearMonth period,
        long amountRupiah,
        String channel,
        ChannelKind kind,
        String reference,
        LocalDate paidOn,
        OptionalLong wageRupiah,
        Optional<Npp> employer,
        Instant recordedAt) {

    /** Social security for workers began with PP 33/1977; no month before can have been paid for. */
    public static final YearMonth PERIOD_MIN = YearMonth.of(1977, 12);

    /** How far ahead a month may be paid for. */
    public static final int MONTHS_AHEAD_MAX = 12;

    /** More than any month of any programme costs: a larger figure is a slip of the pen. */
    public static final long AMOUNT_RUPIAH_MAX = 1_000_000_000_000L;

    /** Days begin at midnight in Jakarta for everybody. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern CHANNEL_FORM = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern REFERENCE_FORM = Pattern.compile("[A-Za-z0-9._/-]{1,64}");
    private static final Pattern PERIOD_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}");

    public Contribution {
        if (!ID_FORM.matcher(contributionId).matches()) {
            throw new IllegalArgumentException("a contribution id is 1 to 64 of [A-Za-z0-9._-]");
        }
        if (!isPeriod(period, recordedAt)) {
            throw new IllegalArgumentException("a period lies from 1977-12 to 12 months ahead: " + period);
        }
        if (!isAmountRupiah(amountRupiah)) {
            throw new IllegalArgumentException("an amount is 1 to 10^12 rupiah: " + amountRupiah);
        }
        if (!isChannel(channel)) {
            throw new IllegalArgumentException("a channel is 1 to 40 of [a-z0-9-]");
        }
        if (!isReference(reference)) {
            throw new IllegalArgumentException("a channel's reference is 1 to 64 of [A-Za-z0-9._/-]");
        }
        if (!isPaidOn(paidOn, recordedAt)) {
            throw new IllegalArgumentException("nobody paid before 1977-12 or after today: " + paidOn);
        }
        if (kind == ChannelKind.RETURNS && !programme.saves()) {
            throw new IllegalArgumentException("savings of JHT and JP earn something, and no others: " + programme);
        }
        if (wageRupiah.isPresent() && !isAmountRupiah(wageRupiah.getAsLong())) {
            throw new IllegalArgumentException("a wage is 1 to 10^12 rupiah: " + wageRupiah.getAsLong());
        }
    }

    /** Whether a month counts as paid by it. What savings earn pays for no month. */
    public boolean paysMonth() {
        return kind != ChannelKind.RETURNS;
    }

    /** A payment of which no more is known: its own id is its reference, and it was made when it was recorded. */
    public Contribution(
            String contributionId,
            Nid nid,
            Programme programme,
            YearMonth period,
            long amountRupiah,
            String channel,
            Instant recordedAt) {
        this(
                contributionId,
                nid,
                programme,
                period,
                amountRupiah,
                channel,
                ChannelKind.UNSPECIFIED,
                contributionId,
                dayOf(recordedAt),
                OptionalLong.empty(),
                Optional.empty(),
                recordedAt);
    }

    /** The day that a moment falls on, in Jakarta. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** Reads {@code YYYY-MM}, and nothing else. */
    public static Optional<YearMonth> parsePeriod(String text) {
        if (!PERIOD_FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException notAMonth) {
            return Optional.empty(); // the 13th month: an expected outcome
        }
    }

    /** Whether a payment recorded at this moment can be for this month. */
    public static boolean isPeriod(YearMonth period, Instant recordedAt) {
        YearMonth latest = YearMonth.from(recordedAt.atOffset(ZoneOffset.UTC)).plusMonths(MONTHS_AHEAD_MAX);
        return !period.isBefore(PERIOD_MIN) && !period.isAfter(latest);
    }

    /** Whether so much can have been paid. */
    public static boolean isAmountRupiah(long amount) {
        return amount >= 1 && amount <= AMOUNT_RUPIAH_MAX;
    }

    /** Whether the text may name a payment channel. */
    public static boolean isChannel(String text) {
        return CHANNEL_FORM.matcher(text).matches();
    }

    /** Whether a channel may call a payment so. */
    public static boolean isReference(String text) {
        return REFERENCE_FORM.matcher(text).matches();
    }

    /** Whether a payment recorded at this moment can have been made on this day. */
    public static boolean isPaidOn(LocalDate day, Instant recordedAt) {
        return !day.isBefore(PERIOD_MIN.atDay(1)) && !day.isAfter(dayOf(recordedAt));
    }
}
