package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Duration;

/**
 * The body of a site, layout 1.
 *
 * <pre>
 * text facility | text pack key, hexadecimal | long validity, seconds | int count | that many: text purpose, long rupiah
 * | int grants per person | int attempts per person | int grants per site | long rupiah per person | long rupiah per site
 * | double target FMR | moment registered
 * </pre>
 */
public final class SiteBody {
    /** Sites by facility. */
    public static final RecordKind<Site> KIND = RecordKind.of(
            "offline-sites", 'H', site -> RecordKey.of(site.facility().id()), SiteBody::write, SiteBody::read);

    private SiteBody() {}

    private static BodyWriter write(Site site) {
        OfflineTerms terms = site.terms();
        BodyWriter body = new BodyWriter()
                .text(site.facility().id())
                .text(site.packKeyHex())
                .number(site.validity().toSeconds());
        body.list(terms.stakes(), stake -> body.name(stake.purpose()).number(stake.rupiah()));
        return body.number(terms.grantsPerPersonDay())
                .number(terms.attemptsPerPersonDay())
                .number(terms.grantsPerSiteDay())
                .number(terms.rupiahPerPersonDay())
                .number(terms.rupiahPerSiteDay())
                .fraction(terms.targetFmr())
                .moment(site.registeredAt());
    }

    private static Site read(BodyReader body) {
        return new Site(
                new Facility(body.text()),
                body.text(),
                Duration.ofSeconds(body.longNumber()),
                new OfflineTerms(
                        body.list(
                                Purpose.values().length, () -> new Stake(body.name(Purpose.class), body.longNumber())),
                        body.number(),
                        body.number(),
                        body.number(),
                        body.longNumber(),
                        body.longNumber(),
                        body.fraction()),
                body.moment());
    }
}
