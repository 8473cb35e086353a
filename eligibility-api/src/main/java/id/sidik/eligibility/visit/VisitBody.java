package id.sidik.eligibility.visit;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.EvidenceBody;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The body of a visit, layout 1.
 *
 * <pre>
 * text visit id | text NID | text kind | text facility | moment serviced from | evidence | int count | that many: text id of a stay
 * | state | text opened by | moment opened | int revision
 *
 * state: text "under-way" | "discharged", text manner, moment | "completed", moment | "cancelled", moment
 * </pre>
 */
public final class VisitBody {
    /** By member, and then by kind: the stays of one person are a prefix. */
    public static final RecordIndex<Visit> BY_MEMBER = RecordIndex.of(
            "visits-of-members", visit -> RecordKey.of(visit.nid()).then(visit.kind()));

    /** Visits by id. */
    public static final RecordKind<Visit> KIND = RecordKind.of(
                    "visits", 'T', visit -> RecordKey.of(visit.visitId()), VisitBody::write, VisitBody::read)
            .indexedBy(BY_MEMBER);

    private VisitBody() {}

    private static BodyWriter write(Visit visit) {
        BodyWriter body = new BodyWriter()
                .text(visit.visitId())
                .text(visit.nid().wholeDigits())
                .name(visit.kind())
                .text(visit.facility().id())
                .moment(visit.servicedFrom());
        EvidenceBody.write(body, visit.presence()).number(visit.overlaps().size());
        visit.overlaps().forEach(body::text);
        return writeState(body, visit.state())
                .text(visit.openedBy().id())
                .moment(visit.openedAt())
                .number(visit.revision());
    }

    private static BodyWriter writeState(BodyWriter body, VisitState state) {
        return switch (state) {
            case VisitState.UnderWay _ -> body.text("under-way");
            case VisitState.Discharged discharged ->
                body.text("discharged").name(discharged.manner()).moment(discharged.at());
            case VisitState.Completed completed -> body.text("completed").moment(completed.at());
            case VisitState.Cancelled cancelled -> body.text("cancelled").moment(cancelled.at());
        };
    }

    private static Visit read(BodyReader body) {
        return new Visit(
                body.text(),
                new Nid(body.text()),
                body.name(VisitKind.class),
                new Facility(body.text()),
                body.moment(),
                EvidenceBody.read(body),
                readOverlaps(body),
                readState(body),
                new Officer(body.text()),
                body.moment(),
                body.number());
    }

    private static List<String> readOverlaps(BodyReader body) {
        return IntStream.range(0, Math.min(body.number(), Visit.OVERLAPS_MAX))
                .mapToObj(_ -> body.text())
                .toList();
    }

    private static VisitState readState(BodyReader body) {
        String tag = body.text();
        return switch (tag) {
            case "under-way" -> new VisitState.UnderWay();
            case "discharged" -> new VisitState.Discharged(body.name(DischargeManner.class), body.moment());
            case "completed" -> new VisitState.Completed(body.moment());
            case "cancelled" -> new VisitState.Cancelled(body.moment());
            default -> throw new IllegalArgumentException("no state of a visit is called " + tag);
        };
    }
}
