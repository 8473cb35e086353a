package id.sidik.eligibility.journey;

import id.sidik.eligibility.complaint.ComplaintBody;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.DecidedCase;
import id.sidik.eligibility.member.Verdict;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.report.CaseEvent;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.ComplaintEvent;
import id.sidik.eligibility.report.ContributionEvent;
import id.sidik.eligibility.report.DeathEvent;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.report.Events;
import id.sidik.eligibility.report.FallbackEvent;
import id.sidik.eligibility.report.Period;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.RegistrationEvent;
import id.sidik.eligibility.report.SharedFingerEvent;
import id.sidik.eligibility.report.Site;
import id.sidik.eligibility.report.StaffPrint;
import id.sidik.eligibility.report.VisitEvent;
import id.sidik.eligibility.store.EligibilityStore;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the books say of a period. Each stream walks through one table; nothing is held but one page of it. */
public final class StoredEvents implements Events {
    private final EligibilityStore store;
    private final Period period;
    private final ZoneId zone;

    /**
     * Reads the books as they are when each stream is asked for.
     *
     * @param zone of the counters: days begin there
     */
    public StoredEvents(EligibilityStore store, Period period, ZoneId zone) {
        this.store = store;
        this.period = period;
        this.zone = zone;
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public Stream<RegistrationEvent> registrations() {
        return all(EventBodies.REGISTRATIONS);
    }

    @Override
    public Stream<DeathEvent> deaths() {
        return all(EventBodies.DEATHS);
    }

    @Override
    public Stream<PresenceEvent> presences() {
        return all(EventBodies.PRESENCES).filter(event -> period.holds(LocalDate.ofInstant(event.at(), zone)));
    }

    @Override
    public Stream<SharedFingerEvent> sharedFingers() {
        return all(EventBodies.SHARED_FINGERS).filter(event -> period.holds(LocalDate.ofInstant(event.at(), zone)));
    }

    @Override
    public Stream<FallbackEvent> fallbacks() {
        return all(EventBodies.FALLBACKS).filter(event -> period.holds(LocalDate.ofInstant(event.at(), zone)));
    }

    @Override
    public Stream<VisitEvent> visits() {
        return all(EventBodies.VISITS).filter(event -> period.holds(event.from()));
    }

    @Override
    public Stream<ClaimEvent> claims() {
        return all(EventBodies.CLAIMS).filter(event -> period.holds(event.filedOn()));
    }

    @Override
    public Stream<ContributionEvent> contributions() {
        EmployerOf employers = new EmployerOf(store);
        return all(ContributionBody.KIND)
                .filter(contribution -> contribution.paysMonth()
                        && period.holds(contribution.period().atDay(1)))
                .map(contribution -> event(contribution, employers));
    }

    private ContributionEvent event(Contribution contribution, EmployerOf employers) {
        return new ContributionEvent(
                contribution.contributionId(),
                contribution.nid(),
                contribution.programme(),
                contribution.period(),
                contribution.channel(),
                contribution.employer().map(Npp::value).or(() -> employers.of(contribution.nid())),
                contribution.wageRupiah().orElse(0),
                contribution.amountRupiah(),
                contribution.paidOn());
    }

    /** Contributions of a member follow one another, so the last answer is nearly always the next one. */
    private static final class EmployerOf {
        private final EligibilityStore store;
        private @Nullable Nid last;
        private Optional<String> employer = Optional.empty();

        EmployerOf(EligibilityStore store) {
            this.store = store;
        }

        Optional<String> of(Nid nid) {
            if (!nid.equals(last)) {
                last = nid;
                employer =
                        store.find(EventBodies.REGISTRATIONS, RecordKey.of(nid)).flatMap(RegistrationEvent::employer);
            }
            return employer;
        }
    }

    @Override
    public Stream<CaseEvent> cases() {
        return Stream.concat(
                        all(CaseBody.KIND)
                                .map(open -> new CaseEvent(open.caseId(), open.openedAt(), Optional.empty(), false)),
                        all(CaseBody.DECIDED).map(StoredEvents::decided))
                .filter(open -> period.holds(LocalDate.ofInstant(open.openedAt(), zone)));
    }

    private static CaseEvent decided(DecidedCase decided) {
        return new CaseEvent(
                decided.file().caseId(),
                decided.file().openedAt(),
                Optional.of(decided.decidedAt()),
                decided.verdict() == Verdict.SAME_PERSON);
    }

    @Override
    public Stream<ComplaintEvent> complaints() {
        return all(ComplaintBody.KIND)
                .map(complaint -> new ComplaintEvent(
                        complaint.complaintId(),
                        complaint.topic().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        complaint.channel(),
                        complaint.facility(),
                        complaint.receivedAt(),
                        complaint.answer().map(answer -> answer.at())))
                .filter(complaint -> period.holds(LocalDate.ofInstant(complaint.receivedAt(), zone)));
    }

    @Override
    public Stream<Site> sites() {
        return all(EventBodies.SITES);
    }

    @Override
    public Stream<StaffPrint> staffPrints() {
        return all(EventBodies.STAFF_PRINTS);
    }

    /** Page after page: between two of them nothing of the database is held, so that closing it need not wait for a report. */
    private <T> Stream<T> all(RecordKind<T> kind) {
        return Stream.iterate(
                        Optional.of(page(kind, Optional.empty())),
                        Optional::isPresent,
                        page -> page.flatMap(Page::nextToken).map(token -> page(kind, Optional.of(token))))
                .flatMap(page -> page.orElseThrow().entries().stream());
    }

    private <T> Page<T> page(RecordKind<T> kind, Optional<String> token) {
        return store.page(kind, RecordKey.ANY, token, EligibilityStore.PAGE_MAX);
    }
}
