package id.sidik.benchmarks.province;

import id.sidik.benchmarks.gate.SimulatedGate;
import id.sidik.eligibility.journey.Refusals;
import id.sidik.eligibility.journey.RequestRefusedException;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.province.Person;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.ComplaintEvent;
import id.sidik.eligibility.report.ContributionEvent;
import id.sidik.eligibility.report.VisitEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Plays a year, week by week: first the papers of its days, registrations, certificates, payments, fingers, then everybody who comes. People do
 * their errands side by side, each at its own moment and each person's own in order; so who comes on Monday may find paid what is paid on Friday.
 */
final class YearPlayed {
    /** Payments for December arrive in January, and so do discharges and certificates. */
    private static final int DAYS_AFTER = 30;

    private static final int ERRANDS_AT_ONCE = 32;
    private static final int LEFT_IN_QUEUE = 6;
    private static final int DAYS_A_WEEK = 7;

    private final Province province;
    private final SimulatedGate gate;
    private final YearClock clock;
    private final Scanners scanners = new Scanners();
    private final Hands hands;
    private final Registry registry;
    private final CounterWork counters;
    private final MemberDesk desk;
    private final Tally tally;
    private final Consumer<String> news;
    private final LocalDate firstDay;
    private final Map<LocalDate, List<Errand>> errands = new HashMap<>();
    private final Map<LocalDate, List<Person>> enrolments = new HashMap<>();
    private final Map<LocalDate, List<Person>> joiners = new HashMap<>();
    private final Map<LocalDate, List<Person>> deaths = new HashMap<>();
    private final Map<LocalDate, List<ContributionEvent>> payments = new HashMap<>();

    /** Something that somebody does at a moment. Whoever has the same NID does one after the other. */
    private record Errand(Instant at, Nid who, Runnable act) {}

    /** A finger that was shown, or what stood in for it. */
    private record Shown(Instant at, Nid who) {}

    YearPlayed(
            Province province, SimulatedGate gate, YearClock clock, Hands hands, Tally tally, Consumer<String> news) {
        this.province = province;
        this.gate = gate;
        this.clock = clock;
        this.hands = hands;
        this.tally = tally;
        this.news = news;
        this.registry =
                new Registry(gate, hands, tally, province.period().from().getYear());
        this.counters = new CounterWork(gate.journeys(), province, hands, scanners, tally);
        this.desk = new MemberDesk(gate.journeys(), province, tally);
        this.firstDay = province.period().from();
    }

    Registry registry() {
        return registry;
    }

    CounterWork counters() {
        return counters;
    }

    /** Returns when everything has happened, and every finger that waited was searched for. */
    void play() {
        schedule();
        open();
        LocalDate end = firstDay.plusYears(1).plusDays(DAYS_AFTER);
        try (LateSearch search = new LateSearch(gate.presenters()::waiting, gate.presenters()::run)) {
            for (LocalDate week = firstDay; week.isBefore(end); week = week.plusDays(DAYS_A_WEEK)) {
                play(week, week.plusDays(DAYS_A_WEEK));
                search.requireAlive();
            }
            search.finish();
        }
    }

    private void play(LocalDate from, LocalDate to) {
        from.datesUntil(to).forEach(this::doPapers);
        List<Errand> week =
                from.datesUntil(to).flatMap(day -> taken(errands, day).stream()).toList();
        each(week, Errand::who, errand -> clock.at(errand.at(), errand.act()));
        news.accept(from + ": " + tally.of("visits opened") + " visits, " + tally.of("claims opened") + " claims, "
                + tally.of("rows of contributions taken") + " payments");
    }

    private void schedule() {
        schedulePeople();
        Map<String, Shown> shown = new HashMap<>();
        province.presences().forEach(presence -> {
            shown.put(presence.eventId(), new Shown(presence.at(), presence.nid()));
            errand(presence.at(), presence.nid(), () -> counters.press(presence));
        });
        province.fallbacks().forEach(fallback -> {
            shown.put(fallback.eventId(), new Shown(fallback.at(), fallback.nid()));
            errand(fallback.at(), fallback.nid(), () -> counters.fallback(fallback));
        });
        province.visits().forEach(visit -> schedule(visit, shown));
        province.claims().forEach(claim -> schedule(claim, shown));
        province.complaints().forEach(this::schedule);
        province.withdrawals()
                .forEach(withdrawal -> errand(withdrawal.at(), withdrawal.nid(), () -> desk.withdraw(withdrawal)));
        errands.values().forEach(day -> day.sort(Comparator.comparing(Errand::at)));
    }

    private void errand(Instant at, Nid who, Runnable act) {
        errands.computeIfAbsent(Days.of(at), _ -> new ArrayList<>()).add(new Errand(at, who, act));
    }

    private void schedule(VisitEvent visit, Map<String, Shown> shown) {
        if (visit.presence().isEmpty()) {
            errand(visit.registeredAt(), visit.nid(), () -> counters.billUnproven(visit));
            return;
        }
        Instant opened = called(visit.presence().get(), shown).at().plus(Duration.ofMinutes(1));
        errand(opened, visit.nid(), () -> counters.visit(visit));
        Instant left =
                visit.inpatient() ? Days.at(visit.until().orElseThrow(), 13) : opened.plus(Duration.ofMinutes(50));
        errand(left, visit.nid(), () -> counters.leave(visit));
    }

    /** Whoever shows the finger opens the claim; of the dead that is somebody else. */
    private void schedule(ClaimEvent claim, Map<String, Shown> shown) {
        Shown presence = called(claim.presence().orElseThrow(), shown);
        errand(presence.at().plus(Duration.ofMinutes(5)), presence.who(), () -> counters.claim(claim));
    }

    /** Letters without a name are read one after the other. */
    private void schedule(ComplaintEvent complaint) {
        Nid who = province.complainant(complaint)
                .orElseGet(() -> province.people().getFirst().nid());
        errand(complaint.receivedAt(), who, () -> desk.complain(complaint));
        complaint.answeredAt().ifPresent(at -> errand(at, who, () -> desk.answer(complaint)));
    }

    private static Shown called(String presence, Map<String, Shown> shown) {
        Shown called = shown.get(presence);
        if (called == null) {
            throw new IllegalStateException("nothing happens that is called " + presence);
        }
        return called;
    }

    private void schedulePeople() {
        List<Person> people = province.people();
        people.forEach(person -> {
            if (!person.joinedOn().isBefore(firstDay)) {
                joiners.computeIfAbsent(person.joinedOn(), _ -> new ArrayList<>())
                        .add(person);
            }
            person.diedOn()
                    .ifPresent(died -> deaths.computeIfAbsent(
                                    province.deathRecordedOn(person, died), _ -> new ArrayList<>())
                            .add(person));
        });
        Set<Nid> known = new HashSet<>(province.staff().values());
        province.withdrawals().forEach(withdrawal -> appears(withdrawal.nid(), withdrawal.enrolledOn(), known));
        province.presences().forEach(presence -> {
            appears(presence.nid(), Days.of(presence.at()), known);
            presence.presenter()
                    .ifPresent(finger -> appears(people.get(hands.owner(finger)).nid(), Days.of(presence.at()), known));
        });
        province.comeAgain().keySet().forEach(known::add);
    }

    private void appears(Nid nid, LocalDate day, Set<Nid> known) {
        if (known.add(nid)) {
            enrolments.computeIfAbsent(day, _ -> new ArrayList<>()).add(province.person(nid));
        }
    }

    /** What is there when the year begins. */
    private void open() {
        province.sites().forEach(site -> registry.open(site, scanners));
        List<Person> people = province.people();
        registry.importEmployers(people.stream()
                .flatMap(person -> person.employer().stream())
                .distinct()
                .sorted());
        registry.importMembers(people.stream()
                .filter(person -> person.joinedOn().isBefore(firstDay))
                .toList());
        news.accept(tally.of("rows of members taken") + " members imported");
        registry.importContributions("history", province.history().toList());
        news.accept(tally.of("rows of contributions taken") + " payments of the months before");
        province.staff().forEach((operator, nid) -> {
            registry.enrol(province.person(nid));
            registry.staff(operator, nid);
        });
        bill(YearMonth.from(firstDay).minusMonths(1));
    }

    /** Hears who will pay what for a month. December's before the year was paid in part already. */
    private void bill(YearMonth month) {
        province.contributionsFor(month)
                .filter(payment -> !payment.postedOn().isBefore(firstDay) || month.getYear() == firstDay.getYear())
                .forEach(payment -> payments.computeIfAbsent(payment.postedOn(), _ -> new ArrayList<>())
                        .add(payment));
    }

    private void doPapers(LocalDate day) {
        clock.dawns(Days.at(day, 6));
        if (day.getDayOfMonth() == 1 && day.getYear() == firstDay.getYear()) {
            bill(YearMonth.from(day));
        }
        each(taken(joiners, day), Person::nid, registry::register);
        each(
                taken(deaths, day),
                Person::nid,
                person -> registry.recordDeath(person, person.diedOn().orElseThrow()));
        List<ContributionEvent> paid = taken(payments, day);
        if (!paid.isEmpty()) {
            registry.importContributions("payments of " + day, paid);
        }
        each(taken(enrolments, day), this::fingerOwner, registry::enrol);
        if (day.equals(firstDay.plusMonths(4))) {
            province.comeAgain().forEach((again, known) -> registry.comeAgain(province.person(again), known));
        }
        if (day.equals(firstDay.plusYears(1).minusDays(1))) {
            leaveCasesInTheQueue();
        }
    }

    /** Whoever shares a finger enrols one after the other, its owner first. */
    private Nid fingerOwner(Person person) {
        return province.people().get(hands.owner(person.finger())).nid();
    }

    private static <T> List<T> taken(Map<LocalDate, List<T>> calendar, LocalDate day) {
        return Objects.requireNonNullElse(calendar.remove(day), List.of());
    }

    /** Does them side by side, but what has the same key one after the other; what the gate refuses is counted, and did not happen. */
    private <T, K> void each(List<T> all, Function<T, K> keyOf, Consumer<T> act) {
        Map<K, List<T>> byKey = new HashMap<>();
        all.forEach(one ->
                byKey.computeIfAbsent(keyOf.apply(one), _ -> new ArrayList<>()).add(one));
        List<Future<?>> under = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(ERRANDS_AT_ONCE)) {
            byKey.values().forEach(own -> under.add(people.submit(() -> own.forEach(one -> orRefused(one, act)))));
        }
        under.forEach(YearPlayed::done);
    }

    private <T> void orRefused(T one, Consumer<T> act) {
        try {
            act.accept(one);
        } catch (RuntimeException failure) {
            RequestRefusedException refused = Refusals.of(failure).orElseThrow(() -> failure);
            tally.count("refused: " + refused.reason());
        }
    }

    /** What came of it; whatever failed in it fails here. */
    static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped in the middle of a year", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("something that nobody foresaw", e.getCause());
        }
    }

    /** Six more who come with a finger that is known already, and wait for officers: something to look at in the back office. */
    private void leaveCasesInTheQueue() {
        List<Person> people = province.people();
        IntStream.range(1, people.size())
                .filter(number -> people.get(number).finger().startsWith(Person.PICTURED))
                .limit(LEFT_IN_QUEUE)
                .forEach(number -> registry.leaveInQueue(people.get(number), people.get(number - 1)));
    }
}
