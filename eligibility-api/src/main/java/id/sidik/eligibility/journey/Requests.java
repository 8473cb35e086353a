package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.presence.RecordId;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.wire.rpc.IdempotencyKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what callers write into what we mean, or refuses it with its reason. */
final class Requests {
    private static final int PAGE_SIZE_DEFAULT = 50;
    private static final int WITHDRAWAL_REASON_CHARS_MAX = 200;

    private Requests() {}

    static NidCheck.Accepted nid(NidRules rules, String text, Instant now) {
        return switch (rules.check(text, LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            case NidCheck.Accepted accepted -> accepted;
            case NidCheck.Refused refused ->
                throw new RequestRefusedException(
                        RequestRefusedException.Kind.INVALID,
                        "NID_INVALID",
                        "nid is not a national ID number: " + refused.fault() + "; check it against the card",
                        Map.of("code", refused.fault().name()));
        };
    }

    static String idempotencyKey(String text) {
        try {
            return new IdempotencyKey(text).value();
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid("IDEMPOTENCY_KEY_INVALID", String.valueOf(e.getMessage()));
        }
    }

    /** The constant of ours that is called like one of the contract; refused if none is. */
    static <E extends Enum<E>> E named(Class<E> ours, Enum<?> theirs, String reason, String field) {
        return Arrays.stream(ours.getEnumConstants())
                .filter(constant -> constant.name().equals(theirs.name()))
                .findFirst()
                .orElseThrow(() -> RequestRefusedException.invalid(
                        reason, field + " must be one of " + Arrays.toString(ours.getEnumConstants())));
    }

    /** The id of a record that we gave out. */
    static String recordId(String text, String reason, String field) {
        if (!RecordId.hasForm(text)) {
            throw RequestRefusedException.invalid(reason, field + " must be 1 to 64 of [A-Za-z0-9._-]");
        }
        return text;
    }

    static Facility facility(String id) {
        if (!Facility.isId(id)) {
            throw RequestRefusedException.invalid("FACILITY_INVALID", "facility_id must be 1 to 40 of [A-Za-z0-9._-]");
        }
        return new Facility(id);
    }

    static String fullName(String text) {
        String name = text.strip();
        if (!Member.isFullName(name)) {
            throw RequestRefusedException.invalid(
                    "NAME_INVALID", "full_name must be 1 to 120 characters without control characters");
        }
        return name;
    }

    static Segment segment(id.sidik.eligibility.v1.Segment segment) {
        return switch (segment) {
            case WAGE_EARNER -> Segment.WAGE_EARNER;
            case INFORMAL -> Segment.INFORMAL;
            case CONSTRUCTION -> Segment.CONSTRUCTION;
            case MIGRANT -> Segment.MIGRANT;
            case SEGMENT_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "SEGMENT_INVALID", "segment must be WAGE_EARNER, INFORMAL, CONSTRUCTION or MIGRANT");
        };
    }

    static Programme programme(id.sidik.eligibility.v1.Programme programme) {
        return switch (programme) {
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

    static YearMonth period(String text, Instant now) {
        return Contribution.parsePeriod(text)
                .filter(period -> Contribution.isPeriod(period, now))
                .orElseThrow(() -> RequestRefusedException.invalid(
                        "PERIOD_INVALID",
                        "period must be a month YYYY-MM from " + Contribution.PERIOD_MIN + " to "
                                + Contribution.MONTHS_AHEAD_MAX + " months ahead"));
    }

    static long amountRupiah(long amount) {
        if (!Contribution.isAmountRupiah(amount)) {
            throw RequestRefusedException.invalid("AMOUNT_INVALID", "amount_rupiah must be 1 to 10^12: " + amount);
        }
        return amount;
    }

    static String channel(String text) {
        if (!Contribution.isChannel(text)) {
            throw RequestRefusedException.invalid("CHANNEL_INVALID", "channel must be 1 to 40 of [a-z0-9-]");
        }
        return text;
    }

    /** How many records a page is to have; 50 if nobody said. */
    static int pageSize(int asked) {
        if (asked < 0 || asked > EligibilityStore.PAGE_MAX) {
            throw RequestRefusedException.invalid(
                    "PAGE_SIZE_INVALID", "page_size must be 1 to " + EligibilityStore.PAGE_MAX + ", or 0 for 50");
        }
        return asked == 0 ? PAGE_SIZE_DEFAULT : asked;
    }

    /** One page of a list, by what the caller sent. */
    static <T> Page<T> page(EligibilityStore store, RecordKind<T> kind, RecordKey prefix, String token, int size) {
        try {
            return store.page(kind, prefix, Optional.of(token).filter(text -> !text.isEmpty()), pageSize(size));
        } catch (IllegalArgumentException notOurs) {
            throw RequestRefusedException.invalid("PAGE_TOKEN_INVALID", "page_token is not one that this service gave");
        }
    }

    /** The same of what an index finds. */
    static <T> Page<T> page(
            EligibilityStore store,
            RecordKind<T> kind,
            RecordIndex<T> index,
            RecordKey prefix,
            String token,
            int size) {
        try {
            return store.page(kind, index, prefix, Optional.of(token).filter(text -> !text.isEmpty()), pageSize(size));
        } catch (IllegalArgumentException notOurs) {
            throw RequestRefusedException.invalid("PAGE_TOKEN_INVALID", "page_token is not one that this service gave");
        }
    }

    static Samples samples(List<Sample> samples) {
        if (samples.size() > Samples.COUNT_MAX) {
            throw RequestRefusedException.invalid(
                    "SAMPLES_TOO_MANY", "at most " + Samples.COUNT_MAX + " samples, not " + samples.size());
        }
        return Samples.of(samples);
    }

    static Samples atLeastOneSample(List<Sample> samples) {
        if (samples.isEmpty()) {
            throw RequestRefusedException.invalid("CAPTURE_MISSING", "samples must hold at least one impression");
        }
        return samples(samples);
    }

    /** UU 27/2022, art. 4(2)b and 20: biometric data are specific data, and consent comes first. */
    static void consent(boolean given) {
        if (!given) {
            throw RequestRefusedException.invalid(
                    "CONSENT_MISSING", "biometric_consent must be true when fingers are given");
        }
    }

    static String withdrawalReason(String text) {
        String reason = text.strip();
        if (reason.isEmpty()
                || reason.length() > WITHDRAWAL_REASON_CHARS_MAX
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefusedException.invalid(
                    "REASON_INVALID", "reason must be 1 to 200 characters without control characters");
        }
        return reason;
    }
}
