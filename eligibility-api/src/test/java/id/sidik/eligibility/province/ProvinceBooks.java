package id.sidik.eligibility.province;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.complaint.Complaint;
import id.sidik.eligibility.complaint.ComplaintBody;
import id.sidik.eligibility.complaint.ComplaintTopic;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.report.CaseEvent;
import id.sidik.eligibility.report.ComplaintEvent;
import id.sidik.eligibility.report.ContributionEvent;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.wire.trust.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a province into the books as it is scripted, without anybody at a counter: members, contributions, open cases, complaints, and the
 * events that reports read. The journeys are played by {@code ./sidik demo --province}.
 */
public final class ProvinceBooks {
    /** Rates as a search of a province has them. */
    private static final double FMR = 1e-7;

    private static final double FPIR = 2e-3;

    private final Province province;
    private final EligibilityStore store;
    private final InstantSource clock;

    public ProvinceBooks(Province province, EligibilityStore store, InstantSource clock) {
        this.province = province;
        this.store = store;
        this.clock = clock;
    }

    /** Writes everything; returns how many records that were. */
    public long write() {
        AuditEvent event = AuditEvent.of(AuditEventType.IMPORT_CONTINUED, clock.instant(), Role.OPERATOR.label());
        try (RecordsInBulk bulk = new RecordsInBulk(store, event)) {
            return bulk.write(MemberBody.KIND, province.people().stream().map(ProvinceBooks::member))
                    + bulk.write(EventBodies.REGISTRATIONS, province.registrations())
                    + bulk.write(EventBodies.DEATHS, province.deaths())
                    + bulk.write(EventBodies.SITES, province.sites())
                    + bulk.write(EventBodies.STAFF_PRINTS, province.staffPrints())
                    + bulk.write(EventBodies.PRESENCES, province.presences())
                    + bulk.write(EventBodies.FALLBACKS, province.fallbacks())
                    + bulk.write(EventBodies.VISITS, province.visits())
                    + bulk.write(EventBodies.CLAIMS, province.claims())
                    + bulk.write(CaseBody.KIND, openCases())
                    + bulk.write(CaseBody.OPENINGS, openings())
                    + bulk.write(ComplaintBody.KIND, province.complaints().map(ProvinceBooks::complaint))
                    + bulk.write(ContributionBody.KIND, province.contributions().map(ProvinceBooks::contribution));
        }
    }

    private static Member member(Person person) {
        Member member = Member.registered(
                person.nid(),
                person.name(),
                person.segment(),
                subject(person),
                person.joinedOn().atStartOfDay(Contribution.ZONE).toInstant());
        return person.diedOn().isPresent() ? member.withStatus(MemberStatus.DECEASED) : member;
    }

    private static SubjectId subject(Person person) {
        return new SubjectId("province-" + person.nid().wholeDigits());
    }

    /** Members' numbers follow each other in the province, so neighbours stand in for people who look alike. */
    private Stream<AdjudicationCase> openCases() {
        Iterator<Person> people = province.people().stream().iterator();
        return province.cases().filter(open -> open.decidedAt().isEmpty()).map(open -> openCase(open, people));
    }

    private Stream<CaseBody.Opening> openings() {
        return openCases().map(open -> new CaseBody.Opening(open.caseId(), open.openedAt()));
    }

    private static AdjudicationCase openCase(CaseEvent open, Iterator<Person> people) {
        Person applicant = people.next();
        Person candidate = people.next();
        return new AdjudicationCase(
                open.caseId(),
                applicant.nid(),
                applicant.name(),
                List.of(new AdjudicationCase.Candidate(subject(candidate), FMR, FPIR)),
                open.openedAt());
    }

    private static Complaint complaint(ComplaintEvent event) {
        ComplaintTopic topic =
                ComplaintTopic.valueOf(event.topic().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Complaint(
                event.complaintId(),
                Optional.empty(),
                topic,
                event.channel(),
                event.facility(),
                words(topic),
                event.receivedAt(),
                event.answeredAt()
                        .map(at -> new Complaint.Answer("Sudah ditindaklanjuti. / It has been seen to.", at)));
    }

    private static String words(ComplaintTopic topic) {
        return switch (topic) {
            case FINGER_REFUSED -> "Jari saya ditolak tiga kali di loket. / My finger was refused three times.";
            case CONTRIBUTION_MISSING -> "Iuran bulan lalu tidak tercatat. / Last month's contribution is missing.";
            case CLAIM_LATE -> "Klaim saya belum dibayar. / My claim has not been paid.";
            case STAFF -> "Petugas meminta biaya. / An operator asked for money.";
            case DATA_WRONG -> "Tanggal lahir saya salah. / My date of birth is wrong.";
            case OTHER -> "Antrean terlalu panjang. / The queue was too long.";
        };
    }

    private static Contribution contribution(ContributionEvent event) {
        return new Contribution(
                event.eventId(),
                event.nid(),
                event.programme(),
                event.period(),
                event.amountRupiah(),
                event.channel(),
                postedAt(event));
    }

    private static Instant postedAt(ContributionEvent event) {
        return event.postedOn().atTime(12, 0).atZone(Contribution.ZONE).toInstant();
    }
}
