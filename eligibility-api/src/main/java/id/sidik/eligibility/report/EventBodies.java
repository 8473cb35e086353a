package id.sidik.eligibility.report;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The bodies of what reports read, layout 1 of each: fields in the order of the records' components. What happens at a time lies in the order
 * of time, so that a report walks through it once; what is said of a member lies under the member. Days are days since 1970 as a long, an
 * optional text that is missing is empty, an optional number -1.
 *
 * <p>These are projections: whoever writes a visit or a decision writes the event beside it in the same transaction.
 */
public final class EventBodies {
    /** Fingers on the glass, in order of time. */
    public static final RecordKind<PresenceEvent> PRESENCES = RecordKind.of(
            "presence-events",
            '1',
            event -> RecordKey.of(event.at()).then(event.eventId()),
            EventBodies::presence,
            EventBodies::presence);

    /** Visits, by the day on which they begin. */
    public static final RecordKind<VisitEvent> VISITS = RecordKind.of(
            "visit-events",
            '2',
            event -> RecordKey.of(event.from()).then(event.eventId()),
            EventBodies::visit,
            EventBodies::visit);

    /** Claims, by the day on which they were filed. */
    public static final RecordKind<ClaimEvent> CLAIMS = RecordKind.of(
            "claim-events",
            '3',
            event -> RecordKey.of(event.filedOn()).then(event.eventId()),
            EventBodies::claim,
            EventBodies::claim);

    /** Fallbacks, in order of time. */
    public static final RecordKind<FallbackEvent> FALLBACKS = RecordKind.of(
            "fallback-events",
            '4',
            event -> RecordKey.of(event.at()).then(event.eventId()),
            EventBodies::fallback,
            EventBodies::fallback);

    /** How each member joined, by member. */
    public static final RecordKind<RegistrationEvent> REGISTRATIONS = RecordKind.of(
            "registration-events",
            '5',
            event -> RecordKey.of(event.nid()),
            EventBodies::registration,
            EventBodies::registration);

    /** Deaths, by member. */
    public static final RecordKind<DeathEvent> DEATHS = RecordKind.of(
            "death-events",
            '6',
            event -> RecordKey.of(event.nid()),
            event -> new BodyWriter().text(event.nid().wholeDigits()).day(event.on()),
            body -> new DeathEvent(new Nid(body.text()), body.day()));

    /** Facilities, by their ids. */
    public static final RecordKind<Site> SITES =
            RecordKind.of("sites", '7', site -> RecordKey.of(site.facility()), EventBodies::site, EventBodies::site);

    /** Operators' own fingers, by operator. */
    public static final RecordKind<StaffPrint> STAFF_PRINTS = RecordKind.of(
            "staff-prints",
            '8',
            print -> RecordKey.of(print.operator()),
            print -> new BodyWriter().text(print.operator()).text(print.presenter()),
            body -> new StaffPrint(body.text(), body.text()));

    /** Fingers that are enrolled for several members, in order of time. */
    public static final RecordKind<SharedFingerEvent> SHARED_FINGERS = RecordKind.of(
            "shared-finger-events",
            '0',
            event -> RecordKey.of(event.at()).then(event.eventId()),
            EventBodies::sharedFinger,
            EventBodies::sharedFinger);

    private EventBodies() {}

    private static BodyWriter sharedFinger(SharedFingerEvent event) {
        BodyWriter body = new BodyWriter()
                .text(event.eventId())
                .moment(event.at())
                .text(event.nid().wholeDigits())
                .text(event.presenter());
        return body.list(event.others(), body::text);
    }

    private static SharedFingerEvent sharedFinger(BodyReader body) {
        return new SharedFingerEvent(
                body.text(),
                body.moment(),
                new Nid(body.text()),
                body.text(),
                body.list(SharedFingerEvent.OTHERS_MAX, body::text));
    }

    private static BodyWriter presence(PresenceEvent event) {
        return new BodyWriter()
                .text(event.eventId())
                .moment(event.at())
                .text(event.nid().wholeDigits())
                .text(event.facility())
                .text(event.device())
                .text(event.operator())
                .number(event.fingerPosition())
                .name(event.outcome())
                .text(event.presenter().orElse(""))
                .text(event.captureHash().orElse(""))
                .number(event.quality())
                .number(event.ageYears())
                .number(event.answerMillis())
                .number(event.queueSeconds().orElse(-1));
    }

    private static PresenceEvent presence(BodyReader body) {
        return new PresenceEvent(
                body.text(),
                body.moment(),
                new Nid(body.text()),
                body.text(),
                body.text(),
                body.text(),
                body.number(),
                body.name(PresenceEvent.Outcome.class),
                optional(body.text()),
                optional(body.text()),
                body.number(),
                body.number(),
                body.number(),
                optional(body.number()));
    }

    private static BodyWriter visit(VisitEvent event) {
        return new BodyWriter()
                .text(event.eventId())
                .text(event.nid().wholeDigits())
                .text(event.facility())
                .flag(event.inpatient())
                .day(event.from())
                .flag(event.until().isPresent())
                .day(event.until().orElse(LocalDate.EPOCH))
                .moment(event.registeredAt())
                .text(event.presence().orElse(""))
                .number(event.amountRupiah());
    }

    private static VisitEvent visit(BodyReader body) {
        return new VisitEvent(
                body.text(),
                new Nid(body.text()),
                body.text(),
                body.flag(),
                body.day(),
                optionalDay(body),
                body.moment(),
                optional(body.text()),
                body.longNumber());
    }

    private static BodyWriter claim(ClaimEvent event) {
        return new BodyWriter()
                .text(event.eventId())
                .text(event.nid().wholeDigits())
                .name(event.programme())
                .text(event.branch())
                .day(event.eventOn())
                .day(event.filedOn())
                .text(event.agent().orElse(""))
                .text(event.employer().orElse(""))
                .text(event.presence().orElse(""))
                .name(event.state())
                .number(event.amountRupiah())
                .number(event.paidRupiah());
    }

    private static ClaimEvent claim(BodyReader body) {
        return new ClaimEvent(
                body.text(),
                new Nid(body.text()),
                body.name(Programme.class),
                body.text(),
                body.day(),
                body.day(),
                optional(body.text()),
                optional(body.text()),
                optional(body.text()),
                body.name(ClaimEvent.State.class),
                body.longNumber(),
                body.longNumber());
    }

    private static BodyWriter fallback(FallbackEvent event) {
        return new BodyWriter()
                .text(event.eventId())
                .moment(event.at())
                .text(event.nid().wholeDigits())
                .text(event.facility())
                .text(event.operator())
                .text(event.approver())
                .text(event.kind())
                .flag(event.granted());
    }

    private static FallbackEvent fallback(BodyReader body) {
        return new FallbackEvent(
                body.text(),
                body.moment(),
                new Nid(body.text()),
                body.text(),
                body.text(),
                body.text(),
                body.text(),
                body.flag());
    }

    private static BodyWriter registration(RegistrationEvent event) {
        return new BodyWriter()
                .text(event.eventId())
                .text(event.nid().wholeDigits())
                .day(event.on())
                .day(event.bornOn())
                .name(event.segment())
                .text(event.channel())
                .text(event.agent().orElse(""))
                .text(event.employer().orElse(""))
                .text(event.phoneHash().orElse(""))
                .text(event.accountHash().orElse(""))
                .text(event.presenter().orElse(""))
                .name(event.enrolment())
                .number(event.declaredWageRupiah());
    }

    private static RegistrationEvent registration(BodyReader body) {
        return new RegistrationEvent(
                body.text(),
                new Nid(body.text()),
                body.day(),
                body.day(),
                body.name(Segment.class),
                body.text(),
                optional(body.text()),
                optional(body.text()),
                optional(body.text()),
                optional(body.text()),
                optional(body.text()),
                body.name(RegistrationEvent.Enrolment.class),
                body.longNumber());
    }

    private static BodyWriter site(Site site) {
        BodyWriter body = new BodyWriter()
                .text(site.facility())
                .fraction(site.latitudeDeg())
                .fraction(site.longitudeDeg())
                .number(site.beds());
        return body.list(site.devices(), body::text);
    }

    private static Site site(BodyReader body) {
        return new Site(
                body.text(), body.fraction(), body.fraction(), body.number(), body.list(Site.DEVICES_MAX, body::text));
    }

    private static Optional<LocalDate> optionalDay(BodyReader body) {
        boolean present = body.flag();
        LocalDate day = body.day();
        return present ? Optional.of(day) : Optional.empty();
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static OptionalInt optional(int number) {
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
