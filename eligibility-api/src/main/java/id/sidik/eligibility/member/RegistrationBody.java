package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a registration, layout 1.
 *
 * <pre>
 * text registration id | text NID | text channel | optional application | text state | moment begun
 * </pre>
 */
public final class RegistrationBody {
    /** Registrations, by id. */
    public static final RecordKind<Registration> KIND = RecordKind.of(
            "registrations",
            'R',
            registration -> RecordKey.of(registration.registrationId()),
            RegistrationBody::write,
            RegistrationBody::read);

    private RegistrationBody() {}

    private static BodyWriter write(Registration registration) {
        BodyWriter body = new BodyWriter();
        return body.text(registration.registrationId())
                .text(registration.nid().wholeDigits())
                .name(registration.channel())
                .optional(registration.application(), application -> ApplicationBody.write(body, application))
                .name(registration.state())
                .moment(registration.begunAt());
    }

    private static Registration read(BodyReader body) {
        return new Registration(
                body.text(),
                new Nid(body.text()),
                body.name(RegistrationChannel.class),
                body.optional(() -> ApplicationBody.read(body)),
                body.name(Registration.State.class),
                body.moment());
    }
}
