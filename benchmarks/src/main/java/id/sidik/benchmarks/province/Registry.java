package id.sidik.benchmarks.province;

import id.sidik.benchmarks.gate.SimulatedGate;
import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.province.Person;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.report.ContributionEvent;
import id.sidik.eligibility.report.Site;
import id.sidik.eligibility.v1.BeginRegistrationRequest;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.ChangeMemberStatusRequest;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.DecideAdjudicationCaseRequest;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.EnrolFingersResponse;
import id.sidik.eligibility.v1.ImportRowsRequest;
import id.sidik.eligibility.v1.ImportRowsResponse;
import id.sidik.eligibility.v1.MemberEmployment;
import id.sidik.eligibility.v1.MemberProfile;
import id.sidik.eligibility.v1.MemberStatus;
import id.sidik.eligibility.v1.PutSiteRequest;
import id.sidik.eligibility.v1.PutStaffMemberRequest;
import id.sidik.eligibility.v1.RefusedRow;
import id.sidik.eligibility.v1.RegisterDeviceRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.Row;
import id.sidik.eligibility.v1.Segment;
import id.sidik.eligibility.v1.Verdict;
import id.sidik.wire.proof.Ed25519;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The institution's own work: files of employers, members and payments, registrations, fingers, cases and deaths. */
final class Registry {
    private static final int ROWS = 500;
    private static final int FILES_AT_ONCE = 2;
    private static final List<String> OFFICERS = List.of("KP-ratna", "KP-agus");

    private final SimulatedGate gate;
    private final Journeys journeys;
    private final Hands hands;
    private final Tally tally;
    private final int year;
    private final Tally refusedRupiah = new Tally();

    /** @param year whose payments are added up */
    Registry(SimulatedGate gate, Hands hands, Tally tally, int year) {
        this.year = year;
        this.gate = gate;
        this.journeys = gate.journeys();
        this.hands = hands;
        this.tally = tally;
    }

    /** Facilities and their scanners. */
    void open(Site site, Scanners scanners) {
        var _ = journeys.sites()
                .putSite(
                        PutSiteRequest.newBuilder()
                                .setIdempotencyKey("site-" + site.facility())
                                .setFacilityId(site.facility())
                                .setLatitudeDeg(site.latitudeDeg())
                                .setLongitudeDeg(site.longitudeDeg())
                                .setBeds(site.beds())
                                .addAllDeviceIds(site.devices())
                                .build(),
                        Callers.institution());
        for (String device : site.devices()) {
            journeys.devices()
                    .register(
                            RegisterDeviceRequest.newBuilder()
                                    .setIdempotencyKey("device-" + device)
                                    .setDeviceId(device)
                                    .setFacilityId(site.facility())
                                    .setPublicKeyPem(Ed25519.toPem(scanners.publicKey(device)))
                                    .build(),
                            Callers.institution());
        }
    }

    /** Whose fingers an operator's are. */
    void staff(String operator, Nid nid) {
        var _ = journeys.sites()
                .putStaff(
                        PutStaffMemberRequest.newBuilder()
                                .setIdempotencyKey("staff-" + operator)
                                .setOperator(operator)
                                .setNid(nid.wholeDigits())
                                .build(),
                        Callers.institution());
    }

    void importEmployers(Stream<String> numbers) {
        importRows(
                "employers",
                BulkTable.EMPLOYERS,
                numbers.map(number -> Map.of("employer_id", number, "name", "PT Maju " + number, "risk_tier", "LOW"))
                        .toList());
    }

    /** As a file of the institution; whoever looks alike by data is decided about at once. */
    void importMembers(List<Person> people) {
        importRows(
                "members", BulkTable.MEMBERS, people.stream().map(Registry::row).toList());
        decideOpenCases();
    }

    private static Map<String, String> row(Person person) {
        Map<String, String> row = new TreeMap<>(Map.of(
                "nid", person.nid().wholeDigits(),
                "full_name", person.name(),
                "segment", person.segment().name(),
                "birth_date", person.bornOn().toString(),
                "mother_name", person.motherName(),
                "phone", person.phone()));
        person.employer().ifPresent(employer -> {
            row.put("employer_id", employer);
            row.put("since", person.joinedOn().toString());
            row.put("wage_rupiah", Long.toString(person.wageRupiah()));
        });
        return row;
    }

    /** Payments of a day, as the files of banks and employers bring them. */
    void importContributions(String file, List<ContributionEvent> payments) {
        List<RefusedRow> refused = importRows(
                file,
                BulkTable.CONTRIBUTIONS,
                payments.stream().map(Registry::row).toList());
        refused.forEach(row -> {
            ContributionEvent payment = payments.get(Math.toIntExact(row.getLine()) - 1);
            if (payment.period().getYear() == year) {
                refusedRupiah.add(payment.programme().name(), payment.amountRupiah());
            }
        });
    }

    /** What files brought and the gate did not take, by programme. */
    long refusedRupiah(String programme) {
        return refusedRupiah.of(programme);
    }

    private static Map<String, String> row(ContributionEvent payment) {
        Map<String, String> row = new TreeMap<>(Map.of(
                "channel", payment.channel(),
                "reference", payment.eventId(),
                "kind", kind(payment.channel()),
                "nid", payment.nid().wholeDigits(),
                "programme", payment.programme().name(),
                "period", payment.period().toString(),
                "amount_rupiah", Long.toString(payment.amountRupiah()),
                "paid_on", payment.postedOn().toString()));
        if (payment.wageRupiah() > 0) {
            row.put("wage_rupiah", Long.toString(payment.wageRupiah()));
        }
        payment.employer().ifPresent(employer -> row.put("employer_id", employer));
        return row;
    }

    private static String kind(String channel) {
        return switch (channel) {
            case "employer" -> "EMPLOYER_PAYS";
            case "e-commerce" -> "E_COMMERCE";
            case "telecom" -> "TELECOM";
            case "auto-debit" -> "AUTO_DEBIT";
            default -> "BANK";
        };
    }

    private List<RefusedRow> importRows(String file, BulkTable table, List<Map<String, String>> rows) {
        String sha256 = sha256(file);
        List<Future<ImportRowsResponse>> parts = new ArrayList<>();
        try (ExecutorService importers = Executors.newFixedThreadPool(FILES_AT_ONCE)) {
            for (int from = 0; from < rows.size(); from += ROWS) {
                ImportRowsRequest.Builder part =
                        ImportRowsRequest.newBuilder().setTable(table).setFileSha256(sha256);
                for (int at = from; at < Math.min(rows.size(), from + ROWS); at++) {
                    part.addRows(Row.newBuilder().setLine(at + 1L).putAllFields(rows.get(at)));
                }
                parts.add(importers.submit(() -> journeys.bulk().take(part.build(), Callers.institution())));
            }
        }
        List<RefusedRow> refused = new ArrayList<>();
        for (Future<ImportRowsResponse> part : parts) {
            ImportRowsResponse answer = YearPlayed.done(part);
            tally.add("rows of " + table.name().toLowerCase(Locale.ROOT) + " taken", answer.getTaken());
            answer.getRefusedList().forEach(row -> tally.count("row refused: " + row.getReason()));
            refused.addAll(answer.getRefusedList());
        }
        return refused;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** In three steps, at a counter or through an agent. */
    void register(Person person) {
        Caller caller = Callers.person(person.agent().orElse("KP-siti"));
        String key = "register-" + person.nid().wholeDigits();
        String registration = journeys.registration()
                .begin(
                        BeginRegistrationRequest.newBuilder()
                                .setIdempotencyKey(key + ".1")
                                .setNid(person.nid().wholeDigits())
                                .setChannel(
                                        person.agent().isPresent()
                                                ? RegistrationChannel.AGENT
                                                : RegistrationChannel.COUNTER)
                                .build(),
                        caller)
                .getRegistrationId();
        DescribeApplicantRequest.Builder said = DescribeApplicantRequest.newBuilder()
                .setIdempotencyKey(key + ".2")
                .setRegistrationId(registration)
                .setFullName(person.name())
                .setSegment(Segment.valueOf(person.segment().name()))
                .setProfile(MemberProfile.newBuilder()
                        .setBirthDate(person.bornOn().toString())
                        .setMotherName(person.motherName())
                        .setPhone(person.phone()));
        person.employer()
                .ifPresent(employer -> said.setEmployment(MemberEmployment.newBuilder()
                        .setEmployerId(employer)
                        .setSince(person.joinedOn().toString())
                        .setWageRupiah(person.wageRupiah())));
        var _ = journeys.registration().describe(said.build(), caller);
        RegisterMemberResponse answer = journeys.registration()
                .complete(
                        CompleteRegistrationRequest.newBuilder()
                                .setIdempotencyKey(key + ".3")
                                .setRegistrationId(registration)
                                .build(),
                        caller);
        tally.count(answer.hasHeld() ? "registration held" : "registered");
        if (answer.hasHeld()) {
            decide(answer.getHeld().getCaseId(), Optional.empty());
        }
    }

    /** Enrols fingers; of who looks alike officers find that she is somebody else, as officers do who look at names alone. */
    void enrol(Person person) {
        EnrolFingersResponse first = tryEnrolling(person, "1");
        if (first.hasHeld()) {
            decide(first.getHeld().getCaseId(), Optional.empty());
            tally.count(tryEnrolling(person, "2").hasEnrolled() ? "fingers enrolled" : "fingers not enrolled");
        } else {
            tally.count("fingers enrolled");
        }
    }

    /** Comes to enrol under another number of hers: officers see that she is one person. */
    void comeAgain(Person person, Nid known) {
        EnrolFingersResponse answer = tryEnrolling(person, "again");
        if (answer.hasHeld()) {
            decide(answer.getHeld().getCaseId(), Optional.of(known));
            tally.count("second numbers merged");
        } else {
            tally.count("second numbers not noticed");
        }
    }

    /** Comes to enrol with a finger that is known, and nobody has decided yet. */
    void leaveInQueue(Person known, Person stranger) {
        EnrolFingersResponse answer = tryEnrolling(stranger, known.finger(), "queue");
        tally.count(answer.hasHeld() ? "cases left in the queue" : "shared fingers not noticed");
    }

    private EnrolFingersResponse tryEnrolling(Person person, String attempt) {
        return tryEnrolling(person, person.finger(), attempt);
    }

    private EnrolFingersResponse tryEnrolling(Person person, String finger, String attempt) {
        EnrolFingersResponse answer = journeys.fingers()
                .enrol(
                        EnrolFingersRequest.newBuilder()
                                .setIdempotencyKey("enrol-" + person.nid().wholeDigits() + "." + attempt)
                                .setNid(person.nid().wholeDigits())
                                .addAllSamples(hands.references(finger))
                                .setBiometricConsent(true)
                                .build(),
                        Callers.institution());
        if (answer.hasHeld()) {
            tally.count("fingers held: somebody looks alike");
        }
        return answer;
    }

    private void decideOpenCases() {
        List<String> cases = new ArrayList<>();
        gate.store().visit(CaseBody.OPENINGS, RecordKey.ANY, opening -> cases.add(opening.caseId()));
        cases.forEach(open -> decide(open, Optional.empty()));
    }

    private void decide(String caseId, Optional<Nid> samePersonAs) {
        for (String officer : OFFICERS) {
            DecideAdjudicationCaseRequest.Builder verdict = DecideAdjudicationCaseRequest.newBuilder()
                    .setIdempotencyKey("decide-" + caseId.substring(0, Math.min(caseId.length(), 40)) + officer)
                    .setCaseId(caseId)
                    .setVerdict(samePersonAs.isPresent() ? Verdict.SAME_PERSON : Verdict.DIFFERENT_PEOPLE)
                    .setReason("Dilihat bersama surat-suratnya. / Looked at with the papers.")
                    .setOfficer(officer);
            samePersonAs.ifPresent(nid -> verdict.setCounterpartNid(nid.wholeDigits()));
            if (journeys.adjudication()
                    .decide(verdict.build(), Callers.person(officer))
                    .getDecided()) {
                tally.count("cases decided");
                return;
            }
        }
    }

    /** A death certificate arrives. */
    void recordDeath(Person person, LocalDate died) {
        var _ = journeys.members()
                .changeStatus(
                        ChangeMemberStatusRequest.newBuilder()
                                .setIdempotencyKey("death-" + person.nid().wholeDigits())
                                .setNid(person.nid().wholeDigits())
                                .setStatus(MemberStatus.DECEASED)
                                .setEffectiveOn(died.toString())
                                .setReason("akta kematian")
                                .setOfficer(OFFICERS.getFirst())
                                .build(),
                        Callers.person(OFFICERS.getFirst()));
        tally.count("deaths recorded");
    }
}
