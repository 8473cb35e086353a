package id.sidik.eligibility.fallback;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The body of a fallback, layout 1.
 *
 * <pre>
 * text fallback id | text method | text NID | text purpose | text facility | text decision | state | text opened by
 * | int count | that many: text officer | moment opened | int revision
 *
 * state: text "awaiting", int wrong answers | "second-officer", text first, text reason, moment | "passed", moment
 *        | "used", text by, moment | "failed", text why, moment
 * </pre>
 */
public final class FallbackBody {
    /** By member, facility, method and opening: what is counted for a limit is a prefix. */
    public static final RecordIndex<Fallback> BY_MEMBER = RecordIndex.of(
            "fallbacks-of-members",
            fallback -> RecordKey.of(fallback.nid())
                    .then(fallback.facility().id())
                    .then(fallback.method())
                    .then(fallback.openedAt()));

    /** Fallbacks by id. */
    public static final RecordKind<Fallback> KIND = RecordKind.of(
                    "fallbacks",
                    'G',
                    fallback -> RecordKey.of(fallback.fallbackId()),
                    FallbackBody::write,
                    FallbackBody::read)
            .indexedBy(BY_MEMBER);

    private static final int VOUCHERS_MAX = 2;

    private FallbackBody() {}

    private static BodyWriter write(Fallback fallback) {
        BodyWriter body = new BodyWriter()
                .text(fallback.fallbackId())
                .name(fallback.method())
                .text(fallback.nid().wholeDigits())
                .name(fallback.purpose())
                .text(fallback.facility().id())
                .text(fallback.afterDecisionId());
        writeState(body, fallback.state())
                .text(fallback.openedBy().id())
                .number(fallback.vouchedBy().size());
        fallback.vouchedBy().forEach(officer -> body.text(officer.id()));
        return body.moment(fallback.openedAt()).number(fallback.revision());
    }

    private static BodyWriter writeState(BodyWriter body, FallbackState state) {
        return switch (state) {
            case FallbackState.Awaiting awaiting -> body.text("awaiting").number(awaiting.wrongAnswers());
            case FallbackState.AwaitingSecondOfficer waiting ->
                body.text("second-officer")
                        .text(waiting.first().id())
                        .text(waiting.reason())
                        .moment(waiting.at());
            case FallbackState.Passed passed -> body.text("passed").moment(passed.at());
            case FallbackState.Used used ->
                body.text("used").text(used.usedBy()).moment(used.at());
            case FallbackState.Failed failed ->
                body.text("failed").name(failed.why()).moment(failed.at());
        };
    }

    private static Fallback read(BodyReader body) {
        return new Fallback(
                body.text(),
                body.name(FallbackMethod.class),
                new Nid(body.text()),
                body.name(Purpose.class),
                new Facility(body.text()),
                body.text(),
                readState(body),
                new Officer(body.text()),
                readVouchers(body),
                body.moment(),
                body.number());
    }

    private static List<Officer> readVouchers(BodyReader body) {
        return IntStream.range(0, Math.min(body.number(), VOUCHERS_MAX))
                .mapToObj(_ -> new Officer(body.text()))
                .toList();
    }

    private static FallbackState readState(BodyReader body) {
        String tag = body.text();
        return switch (tag) {
            case "awaiting" -> new FallbackState.Awaiting(body.number());
            case "second-officer" ->
                new FallbackState.AwaitingSecondOfficer(new Officer(body.text()), body.text(), body.moment());
            case "passed" -> new FallbackState.Passed(body.moment());
            case "used" -> new FallbackState.Used(body.text(), body.moment());
            case "failed" -> new FallbackState.Failed(body.name(FallbackFailure.class), body.moment());
            default -> throw new IllegalArgumentException("no state of a fallback is called " + tag);
        };
    }
}
