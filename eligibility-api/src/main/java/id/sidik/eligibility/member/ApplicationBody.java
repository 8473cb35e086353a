package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import java.util.List;

/**
 * An application within another body, layout 2. Layout 1 began with the NID and had no cards.
 *
 * <pre>
 * text "application-2" | text NID | text full name | text segment | profile | optional employment | list of dependant | list of consent
 * | list of text card number
 * </pre>
 */
final class ApplicationBody {
    private static final String LAYOUT_2 = "application-2";

    private ApplicationBody() {}

    static BodyWriter write(BodyWriter body, Application application) {
        body.text(LAYOUT_2)
                .text(application.nid().wholeDigits())
                .text(application.fullName())
                .name(application.segment());
        return ProfileBody.write(body, application.profile())
                .optional(application.employment(), work -> EmploymentBody.write(body, work))
                .list(application.dependants(), dependant -> DependantBody.write(body, dependant))
                .list(application.consents(), consent -> ConsentBody.write(body, consent))
                .list(application.cards(), card -> body.text(card.wholeDigits()));
    }

    static Application read(BodyReader body) {
        String first = body.text();
        boolean saysCards = first.equals(LAYOUT_2);
        return new Application(
                new Nid(saysCards ? body.text() : first),
                body.text(),
                body.name(Segment.class),
                ProfileBody.read(body),
                body.optional(() -> EmploymentBody.read(body)),
                body.list(Dependant.COUNT_MAX, () -> DependantBody.read(body)),
                body.list(Consent.Use.values().length, () -> ConsentBody.read(body)),
                saysCards ? body.list(Card.COUNT_MAX, () -> new CardNumber(body.text())) : List.of());
    }
}
