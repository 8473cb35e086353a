package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a consent, layout 1.
 *
 * <pre>
 * text NID | text use | flag given | text channel | moment
 * </pre>
 */
public final class ConsentBody {
    /** Consents, by member and moment. */
    public static final RecordKind<Consent> KIND = RecordKind.of(
            "consents",
            'C',
            consent -> RecordKey.of(consent.nid()).then(consent.at()).then(consent.use()),
            consent -> write(new BodyWriter(), consent),
            ConsentBody::read);

    private ConsentBody() {}

    static BodyWriter write(BodyWriter body, Consent consent) {
        return body.text(consent.nid().wholeDigits())
                .name(consent.use())
                .flag(consent.given())
                .name(consent.channel())
                .moment(consent.at());
    }

    static Consent read(BodyReader body) {
        return new Consent(
                new Nid(body.text()),
                body.name(Consent.Use.class),
                body.flag(),
                body.name(RegistrationChannel.class),
                body.moment());
    }
}
