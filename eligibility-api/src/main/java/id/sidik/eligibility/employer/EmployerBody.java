package id.sidik.eligibility.employer;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of an employer, layout 1.
 *
 * <pre>
 * text NPP | text name | text risk tier | text district code | text status | moment registered | int revision
 * </pre>
 */
public final class EmployerBody {
    /** Employers, by their number. */
    public static final RecordKind<Employer> KIND = RecordKind.of(
            "employers",
            'e',
            employer -> RecordKey.of(employer.npp().value()),
            EmployerBody::write,
            EmployerBody::read);

    private EmployerBody() {}

    private static BodyWriter write(Employer employer) {
        return new BodyWriter()
                .text(employer.npp().value())
                .text(employer.name())
                .name(employer.riskTier())
                .text(employer.districtCode())
                .name(employer.status())
                .moment(employer.registeredAt())
                .number(employer.revision());
    }

    private static Employer read(BodyReader body) {
        return new Employer(
                new Npp(body.text()),
                body.text(),
                body.name(RiskTier.class),
                body.text(),
                body.name(EmployerStatus.class),
                body.moment(),
                body.number());
    }
}
