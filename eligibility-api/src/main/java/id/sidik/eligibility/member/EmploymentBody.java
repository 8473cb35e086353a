package id.sidik.eligibility.member;

import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of an employment, layout 1.
 *
 * <pre>
 * text NID | text NPP | day since | optional day until | long wage in rupiah
 * </pre>
 */
public final class EmploymentBody {
    /** Employments, by member, employer and first day. */
    public static final RecordKind<Employment> KIND = RecordKind.of(
            "employments",
            'E',
            work -> RecordKey.of(work.nid()).then(work.npp().value()).then(work.since()),
            work -> write(new BodyWriter(), work),
            EmploymentBody::read);

    /** The same, by employer. */
    public static final RecordKind<Employment> WORKERS = RecordKind.of(
            "workers",
            'w',
            work -> RecordKey.of(work.npp().value()).then(work.nid()).then(work.since()),
            work -> write(new BodyWriter(), work),
            EmploymentBody::read);

    private EmploymentBody() {}

    static BodyWriter write(BodyWriter body, Employment work) {
        return body.text(work.nid().wholeDigits())
                .text(work.npp().value())
                .day(work.since())
                .optional(work.until(), body::day)
                .number(work.wageRupiah());
    }

    static Employment read(BodyReader body) {
        return new Employment(
                new Nid(body.text()), new Npp(body.text()), body.day(), body.optional(body::day), body.longNumber());
    }
}
