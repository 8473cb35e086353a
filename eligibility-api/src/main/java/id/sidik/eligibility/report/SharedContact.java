package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.SHARED_BY_MIN;

import java.util.Optional;
import java.util.stream.Stream;

/** One telephone or account for many members (PM-JAY: 749,820 beneficiaries on one number). */
final class SharedContact {
    private SharedContact() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<String, Evidence> phones = new Kept<>(Evidence::new);
        Kept<String, Evidence> accounts = new Kept<>(Evidence::new);
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations.forEach(registration -> {
                note(phones, registration.phoneHash(), registration);
                note(accounts, registration.accountHash(), registration);
            });
        }
        Findings findings = new Findings(Column.KIND, Column.SUBJECT, Column.MEMBERS, Column.EVIDENCE);
        addTo(findings, SubjectKind.PHONE, phones, thresholds.of(SHARED_BY_MIN));
        addTo(findings, SubjectKind.ACCOUNT, accounts, thresholds.of(SHARED_BY_MIN));
        findings.partialIf(phones, accounts);
        return findings.report(ReportName.SHARED_CONTACT, events.period(), thresholds.shown(SHARED_BY_MIN));
    }

    private static void note(Kept<String, Evidence> contacts, Optional<String> hash, RegistrationEvent registration) {
        hash.flatMap(contacts::of).ifPresent(seen -> seen.add(registration.eventId(), registration.nid()));
    }

    private static void addTo(Findings findings, SubjectKind kind, Kept<String, Evidence> contacts, int membersMin) {
        contacts.forEach((hash, seen) -> {
            if (seen.differentKeys() >= membersMin) {
                findings.add(
                        seen.differentKeys(), kind.cell(), Cell.of(hash), Cell.of(seen.differentKeys()), seen.cell());
            }
        });
    }
}
