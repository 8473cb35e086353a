package id.sidik.eligibility.province;

import id.sidik.eligibility.report.CaseEvent;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.ComplaintEvent;
import id.sidik.eligibility.report.ContributionEvent;
import id.sidik.eligibility.report.DeathEvent;
import id.sidik.eligibility.report.Events;
import id.sidik.eligibility.report.FallbackEvent;
import id.sidik.eligibility.report.Period;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.RegistrationEvent;
import id.sidik.eligibility.report.Site;
import id.sidik.eligibility.report.StaffPrint;
import id.sidik.eligibility.report.VisitEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A province and its year. Everything but contributions is held in memory: about 150 MB for 200,000 members. */
public final class Province implements Events {
    private static final int FAILED_ENROLMENTS_ONE_IN = 70;

    private final Period period;
    private final List<Person> people;
    private final Places places;
    private final Script script;
    private final Payroll payroll;
    private final Plants plants;

    private Province(Period period, List<Person> people, Places places, Script script, Payroll payroll, Plants plants) {
        this.period = period;
        this.people = people;
        this.places = places;
        this.script = script;
        this.payroll = payroll;
        this.plants = plants;
    }

    /** Makes it up. */
    public static Province of(ProvinceScale scale) {
        SplittableRandom random = new SplittableRandom(scale.seed());
        Places places = new Places(scale, random.split());
        List<Person> people = new People(scale, random.split()).all();
        Script script = new Script(random.split());
        Diary diary = new Diary(people, random.split());
        Fraud fraud = new Fraud(people, places, script, diary, scale.year(), random.split());
        fraud.plantBefore();
        fraud.plantAfter();
        new HonestYear(people, places, script, diary, scale, random.split()).live();
        script.presences.sort(Comparator.comparing(PresenceEvent::at).thenComparing(PresenceEvent::eventId));
        script.fallbacks.sort(Comparator.comparing(FallbackEvent::at).thenComparing(FallbackEvent::eventId));
        script.visits.sort(Comparator.comparing(VisitEvent::from).thenComparing(VisitEvent::eventId));
        script.claims.sort(Comparator.comparing(ClaimEvent::filedOn).thenComparing(ClaimEvent::eventId));
        return new Province(
                Period.year(scale.year()), people, places, script, new Payroll(people, scale.year()), fraud.plants());
    }

    /** What was planted in it. */
    public Plants plants() {
        return plants;
    }

    List<Person> people() {
        return people;
    }

    /** Everybody, by number. */
    public Stream<Resident> residents() {
        return IntStream.range(0, people.size()).mapToObj(number -> {
            Person person = people.get(number);
            return new Resident(
                    number, person.nid(), person.name(), person.segment(), person.joinedOn(), person.diedOn());
        });
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public Stream<RegistrationEvent> registrations() {
        return IntStream.range(0, people.size()).mapToObj(this::registration);
    }

    private RegistrationEvent registration(int number) {
        Person person = people.get(number);
        boolean failed = Math.floorMod(person.nid().hashCode(), FAILED_ENROLMENTS_ONE_IN) == 0;
        return new RegistrationEvent(
                String.format(Locale.ROOT, "re-%06d", number),
                person.nid(),
                person.joinedOn(),
                person.bornOn(),
                person.segment(),
                person.employer().isPresent() ? "employer-file" : person.agent().isPresent() ? "agent" : "counter",
                person.agent(),
                person.employer(),
                Optional.of(person.phoneHash()),
                Optional.of(person.accountHash()),
                Optional.of(person.finger()),
                failed ? RegistrationEvent.Enrolment.FAILED : RegistrationEvent.Enrolment.ENROLLED,
                person.wageAsked() && person.employer().isPresent() ? person.wageRupiah() : 0);
    }

    @Override
    public Stream<DeathEvent> deaths() {
        return people.stream()
                .flatMap(person -> person.diedOn().stream().map(day -> new DeathEvent(person.nid(), day)));
    }

    @Override
    public Stream<PresenceEvent> presences() {
        return script.presences.stream();
    }

    @Override
    public Stream<FallbackEvent> fallbacks() {
        return script.fallbacks.stream();
    }

    @Override
    public Stream<VisitEvent> visits() {
        return script.visits.stream();
    }

    @Override
    public Stream<ClaimEvent> claims() {
        return script.claims.stream();
    }

    @Override
    public Stream<ContributionEvent> contributions() {
        return payroll.contributions();
    }

    @Override
    public Stream<CaseEvent> cases() {
        return script.cases.stream();
    }

    @Override
    public Stream<ComplaintEvent> complaints() {
        return script.complaints.stream();
    }

    @Override
    public Stream<Site> sites() {
        return places.all().stream();
    }

    @Override
    public Stream<StaffPrint> staffPrints() {
        return places.staffPrints().stream();
    }
}
