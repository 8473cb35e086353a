package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;

/**
 * An application within another body.
 *
 * <pre>
 * text NID | text full name | text segment | profile | optional employment | list of dependant | list of consent
 * </pre>
 */
final class ApplicationBody {
    private ApplicationBody() {}

    static BodyWriter write(BodyWriter body, Application application) {
        body.text(application.nid().wholeDigits()).text(application.fullName()).name(application.segment());
        return ProfileBody.write(body, application.profile())
                .optional(application.employment(), work -> EmploymentBody.write(body, work))
                .list(application.dependants(), dependant -> DependantBody.write(body, dependant))
                .list(application.consents(), consent -> ConsentBody.write(body, consent));
    }

    static Application read(BodyReader body) {
        return new Application(
                new Nid(body.text()),
                body.text(),
                body.name(Segment.class),
                ProfileBody.read(body),
                body.optional(() -> EmploymentBody.read(body)),
                body.list(Dependant.COUNT_MAX, () -> DependantBody.read(body)),
                body.list(Consent.Use.values().length, () -> ConsentBody.read(body)));
    }
}
