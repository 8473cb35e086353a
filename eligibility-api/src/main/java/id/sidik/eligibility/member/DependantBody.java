package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.Sex;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a dependant, layout 1.
 *
 * <pre>
 * text NID of the member | int number | text name | text relationship | day of birth | text sex | optional text own NID
 * | optional day of the end
 * </pre>
 */
public final class DependantBody {
    /** Dependants, by member and number. */
    public static final RecordKind<Dependant> KIND = RecordKind.of(
            "dependants",
            'D',
            dependant -> RecordKey.of(dependant.member()).then(dependant.number()),
            dependant -> write(new BodyWriter(), dependant),
            DependantBody::read);

    private DependantBody() {}

    static BodyWriter write(BodyWriter body, Dependant dependant) {
        return body.text(dependant.member().wholeDigits())
                .number(dependant.number())
                .text(dependant.fullName())
                .name(dependant.relationship())
                .day(dependant.birthDate())
                .name(dependant.sex())
                .optional(dependant.nid(), nid -> body.text(nid.wholeDigits()))
                .optional(dependant.until(), body::day);
    }

    static Dependant read(BodyReader body) {
        return new Dependant(
                new Nid(body.text()),
                body.number(),
                body.text(),
                body.name(Relationship.class),
                body.day(),
                body.name(Sex.class),
                body.optional(body::text).map(Nid::new),
                body.optional(body::day));
    }
}
