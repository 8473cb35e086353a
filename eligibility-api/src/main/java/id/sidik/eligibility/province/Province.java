package id.sidik.eligibility.province;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
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
import id.sidik.eligibility.report.SharedFingerEvent;
import id.sidik.eligibility.report.Site;
import id.sidik.eligibility.report.StaffPrint;
import id.sidik.eligibility.report.VisitEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A province and its year. Everything but contributions is held in memory: about 150 MB for 200,000 members. */
public final class Province implements Events {
    private static final int FAILED_ENROLMENTS_ONE_IN = 70;
    private static final int DAYS_TO_RECORD_A_DEATH = 3;

    private final Period period;
    private final List<Person> people;
    private final Places places;
    private final Script script;
    private final Payroll payroll;
    private final Plants plants;
    private final Map<Nid, Person> byNid = new HashMap<>();

    private Province(Period period, List<Person> people, Places places, Script script, Payroll payroll, Plants plants) {
        this.period = period;
        this.people = people;
        this.places = places;
        this.script = script;
        this.payroll = payroll;
        this.plants = plants;
        people.forEach(person -> byNid.put(person.nid(), person));
    }

    /** Makes it up. */
    public static Province of(ProvinceScale scale) {
        SplittableRandom random = new SplittableRandom(scale.seed());
        Places places = new Places(scale, random.split());
        List<Person> people = new People(scale, random.split()).all();
        Script script = new Script(random.split());
        Diary diary = new Diary(people, random.split());
        Fraud fraud = new Fraud(
                new Stage(people, places, script, diary, scale.year(), random.split()),
                scale.visits() / scale.hospitals());
        fraud.plantBefore();
        fraud.plantAfter();
        new NearFraud(new Stage(people, places, script, diary, scale.year(), random.split())).live();
        new HonestYear(people, places, script, diary, scale, random.split()).live();
        script.presences.sort(Comparator.comparing(PresenceEvent::at).thenComparing(PresenceEvent::eventId));
        script.fallbacks.sort(Comparator.comparing(FallbackEvent::at).thenComparing(FallbackEvent::eventId));
        script.visits.sort(Comparator.comparing(VisitEvent::from).thenComparing(VisitEvent::eventId));
        script.claims.sort(Comparator.comparing(ClaimEvent::filedOn).thenComparing(ClaimEvent::eventId));
        return new Province(
                Period.year(scale.year()),
                people,
                places,
                script,
                new Payroll(people, needs(script), scale.year()),
                fraud.plants());
    }

    /** Which programmes must be paid for, that what is scripted can come true. */
    private static Map<Nid, Set<Programme>> needs(Script script) {
        Map<Nid, Set<Programme>> needs = new HashMap<>();
        Set<String> ofClaims = new HashSet<>();
        for (ClaimEvent claim : script.claims) {
            claim.presence().ifPresent(ofClaims::add);
            needs.computeIfAbsent(claim.nid(), _ -> EnumSet.noneOf(Programme.class))
                    .add(claim.programme());
        }
        script.presences.stream()
                .filter(presence -> !ofClaims.contains(presence.eventId()))
                .forEach(presence -> needs.computeIfAbsent(presence.nid(), _ -> EnumSet.noneOf(Programme.class))
                        .add(Programme.JKN));
        script.fallbacks.stream()
                .filter(fallback -> !ofClaims.contains(fallback.eventId()))
                .forEach(fallback -> needs.computeIfAbsent(fallback.nid(), _ -> EnumSet.noneOf(Programme.class))
                        .add(Programme.JKN));
        return needs;
    }

    /** Whether a visit begins as an emergency, before anybody could lay a finger on the glass. */
    public boolean isEmergency(VisitEvent visit) {
        return script.emergencies.contains(visit.eventId());
    }

    /** Whose number it is. */
    public Person person(Nid nid) {
        Person person = byNid.get(nid);
        if (person == null) {
            throw new IllegalArgumentException("nobody of the province has " + nid.masked());
        }
        return person;
    }

    /** Whether the scanner had worn out by then. */
    public boolean isWorn(String device, LocalDate day) {
        return script.isWorn(device, day);
    }

    /** When a death comes into the books: some days after it, or much later. */
    public LocalDate deathRecordedOn(Person person, LocalDate died) {
        return script.deathsRecordedLate.getOrDefault(person.nid(), died.plusDays(DAYS_TO_RECORD_A_DEATH));
    }

    /** Operators whose own fingers are known, and who they are. */
    public Map<String, Nid> staff() {
        return Collections.unmodifiableMap(script.staff);
    }

    /** Who registers once more under another number, and the number that she has. */
    public Map<Nid, Nid> comeAgain() {
        return Collections.unmodifiableMap(script.comeAgain);
    }

    /** What was paid before the year, where something of the year rests on it. */
    public Stream<ContributionEvent> history() {
        return payroll.history();
    }

    /** What is paid for a month of the year, or for the one before it. */
    public Stream<ContributionEvent> contributionsFor(YearMonth month) {
        return payroll.of(month);
    }

    /** What was planted in it. */
    public Plants plants() {
        return plants;
    }

    /** Everybody, by number. */
    public List<Person> people() {
        return people;
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
                Optional.of(person.phone()),
                Optional.of(person.account()),
                script.comeAgain.containsKey(person.nid()) ? Optional.empty() : Optional.of(person.finger()),
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

    /** In the script a shared finger has one name, whoever it is enrolled for. */
    @Override
    public Stream<SharedFingerEvent> sharedFingers() {
        return Stream.empty();
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

    /** Who complains; nobody knows who wrote a letter. */
    public Optional<Nid> complainant(ComplaintEvent complaint) {
        return Optional.ofNullable(script.complainants.get(complaint.complaintId()));
    }

    /** Who has her fingers forgotten. */
    public Stream<Withdrawal> withdrawals() {
        return script.withdrawals.stream();
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
