package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.member.Application;
import id.sidik.eligibility.member.Consent;
import id.sidik.eligibility.member.Dependant;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.member.Registration;
import id.sidik.eligibility.member.RegistrationBody;
import id.sidik.eligibility.member.RegistrationChannel;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.nid.NidWarning;
import id.sidik.eligibility.nid.Sex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.BeginRegistrationRequest;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.MemberSex;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.RegistrationProgress;
import id.sidik.wire.rpc.ProtoTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Who is this new person? In three steps through any channel, or in one where no more than a name is said. */
public final class RegistrationJourney {
    private static final Pattern ID_FORM = Pattern.compile("[0-9a-f]{32}");

    private final Books books;
    private final Cards cards;
    private final Admission admission;
    private final EnrolmentTrust trust;
    private final MemberRequests requests;
    private final NidTurns turns;
    private final OutcomeMeter meter;
    private final AnswerBook<RegisterMemberResponse> answers;
    private final AnswerBook<RegisterMemberResponse> completions;
    private final AnswerBook<RegisterMemberResponse> rows;
    private final AnswerBook<RegistrationProgress> beginnings;
    private final AnswerBook<RegistrationProgress> descriptions;

    RegistrationJourney(Books books, Admission admission, NidTurns turns, OutcomeMeter meter) {
        this.books = books;
        this.cards = new Cards(books);
        this.admission = admission;
        this.trust = new EnrolmentTrust(books);
        this.requests = new MemberRequests(books);
        this.turns = turns;
        this.meter = meter;
        this.answers = new AnswerBook<>(books.store(), "RegisterMember", RegisterMemberResponse.parser());
        this.completions = new AnswerBook<>(books.store(), "CompleteRegistration", RegisterMemberResponse.parser());
        this.rows = new AnswerBook<>(books.store(), "ImportMember", RegisterMemberResponse.parser());
        this.beginnings = new AnswerBook<>(books.store(), "BeginRegistration", RegistrationProgress.parser());
        this.descriptions = new AnswerBook<>(books.store(), "DescribeApplicant", RegistrationProgress.parser());
    }

    /**
     * Registers in one step, once for each idempotency key; what is not said is what the number says.
     *
     * @throws RequestRefusedException MEMBER_EXISTS, and for whatever is wrong with the request
     * @throws id.sidik.eligibility.matching.MatcherUnavailableException when fingers are given; nothing is registered then
     */
    public RegisterMemberResponse register(RegisterMemberRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Samples samples = samples(request.getSamplesList(), request.getBiometricConsent());
        NidCheck.Accepted nid = books.checkedNid(request.getNid());
        Application application = new Application(
                nid.nid(),
                Requests.fullName(request.getFullName()),
                Requests.segment(request.getSegment()),
                profileOf(nid),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
        return turns.take(
                nid.nid(),
                caller.patience(),
                () -> answers.find(key, request)
                        .orElseGet(() -> registered(
                                request, new Admission.Request(application, warnings(nid), samples, key), caller)));
    }

    private RegisterMemberResponse registered(
            RegisterMemberRequest request, Admission.Request admitted, Caller caller) {
        DeviceTrust.Origin origin = trust.require(
                DeviceTrust.Capture.of(request),
                admitted.key(),
                request.getFacilityId(),
                admitted.application().nid(),
                caller);
        return admission.admit(
                admitted,
                caller,
                (transaction, response) -> committed(
                        origin.followedBy(transaction).answering(answers.answer(admitted.key(), request, response)),
                        admitted.application(),
                        response,
                        answers));
    }

    private static Samples samples(List<id.sidik.biometrics.v1.Sample> given, boolean consent) {
        Samples samples = Requests.samples(given);
        if (!samples.isEmpty()) {
            Requests.consent(consent);
        }
        return samples;
    }

    /** Of two dates a hundred years apart, the later: somebody over a hundred says so in step 2. */
    private static Profile profileOf(NidCheck.Accepted nid) {
        return new Profile(
                nid.nid(),
                nid.details().birthDateCandidates().getLast(),
                nid.details().sex(),
                Optional.empty(),
                Optional.empty(),
                "",
                Set.of(),
                Optional.empty(),
                RegistrationChannel.COUNTER,
                1);
    }

    private static List<String> warnings(NidCheck.Accepted nid) {
        return nid.warnings().stream().map(Enum::name).toList();
    }

    /** Step 1: the number. */
    public RegistrationProgress begin(BeginRegistrationRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        NidCheck.Accepted nid = books.checkedNid(request.getNid());
        RegistrationChannel channel = MemberRequests.channel(request.getChannel());
        return beginnings.find(key, request).orElseGet(() -> {
            if (books.store().findMember(nid.nid()).isPresent()) {
                throw exists(nid.nid());
            }
            Registration begun = Registration.begun(books.newId(), nid.nid(), channel, books.now());
            RegistrationProgress progress = progress(begun, nid, 1, warnings(nid));
            Transaction transaction = Transaction.auditing(
                            books.event(AuditEventType.REGISTRATION_BEGUN, caller, nid.nid())
                                    .with(AuditField.REGISTRATION_ID, begun.registrationId())
                                    .with(AuditField.REGISTRATION_CHANNEL, channel.name()))
                    .adding(RegistrationBody.KIND, begun);
            return beginnings.commit(transaction, key, request, progress, _ -> changed());
        });
    }

    private static RequestRefusedException exists(Nid nid) {
        return new RequestRefusedException(
                RequestRefusedException.Kind.EXISTS, "MEMBER_EXISTS", "Somebody is registered under " + nid.masked());
    }

    private static RegistrationProgress progress(
            Registration registration, NidCheck.Accepted nid, int step, List<String> warnings) {
        return RegistrationProgress.newBuilder()
                .setRegistrationId(registration.registrationId())
                .setStep(step)
                .addAllBirthDates(nid.details().birthDateCandidates().stream()
                        .map(LocalDate::toString)
                        .toList())
                .setSex(nid.details().sex() == Sex.FEMALE ? MemberSex.FEMALE : MemberSex.MALE)
                .setDistrictCode(nid.details().districtCode())
                .setDistrictName(nid.details().districtName())
                .addAllWarnings(warnings)
                .setExpiresAt(ProtoTime.of(registration.expiresAt()))
                .build();
    }

    /** Step 2: who that is. */
    public RegistrationProgress describe(DescribeApplicantRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<RegistrationProgress> earlier = descriptions.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Registration begun = open(request.getRegistrationId());
        NidCheck.Accepted nid = books.checkedNid(begun.nid().wholeDigits());
        Application application = application(request, nid, begun);
        List<String> warnings = new ArrayList<>(warnings(nid));
        nid
                .details()
                .disagreements(
                        application.profile().birthDate(), application.profile().sex())
                .stream()
                .map(NidWarning::name)
                .forEach(warnings::add);
        RegistrationProgress progress = progress(begun, nid, 2, warnings);
        Transaction transaction = Transaction.auditing(
                        books.event(AuditEventType.REGISTRATION_DESCRIBED, caller, begun.nid())
                                .with(AuditField.REGISTRATION_ID, begun.registrationId()))
                .replacing(RegistrationBody.KIND, begun, begun.described(application));
        return descriptions.commit(transaction, key, request, progress, _ -> changed());
    }

    /** Registers a row of a file, without fingers, in one step. */
    RegisterMemberResponse registerRow(String nidText, DescribeApplicantRequest said, String key, Caller caller) {
        NidCheck.Accepted nid = books.checkedNid(nidText);
        Optional<RegisterMemberResponse> earlier = rows.find(key, said);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Application application = application(
                said, nid, Registration.begun(key, nid.nid(), RegistrationChannel.EMPLOYER_FILE, books.now()));
        return turns.take(
                nid.nid(),
                caller.patience(),
                () -> rows.find(key, said)
                        .orElseGet(() -> admission.admit(
                                new Admission.Request(application, warnings(nid), Samples.of(List.of()), key),
                                caller,
                                (transaction, response) -> committed(
                                        transaction.answering(rows.answer(key, said, response)),
                                        application,
                                        response,
                                        rows))));
    }

    private Application application(DescribeApplicantRequest request, NidCheck.Accepted nid, Registration begun) {
        List<Dependant> dependants = new ArrayList<>();
        request.getDependantsList()
                .forEach(said -> dependants.add(requests.dependant(begun.nid(), dependants.size() + 1, said)));
        return new Application(
                begun.nid(),
                Requests.fullName(request.getFullName()),
                Requests.segment(request.getSegment()),
                requests.profile(
                        nid,
                        request.getProfile().toBuilder()
                                .setChannel(MemberWording.channel(begun.channel()))
                                .build()),
                request.hasEmployment()
                        ? Optional.of(requests.employment(begun.nid(), request.getEmployment()))
                        : Optional.empty(),
                dependants,
                consents(request, begun),
                cards.applied(begun.nid(), request.getCardNumbersList()));
    }

    /** The last word on each use counts. */
    private List<Consent> consents(DescribeApplicantRequest request, Registration begun) {
        Instant now = books.now();
        Map<Consent.Use, Consent> byUse = new TreeMap<>();
        request.getConsentsList().stream()
                .map(said -> MemberRequests.consent(begun.nid(), said, MemberWording.channel(begun.channel()), now))
                .forEach(consent -> byUse.put(consent.use(), consent));
        return List.copyOf(byUse.values());
    }

    private Registration open(String registrationId) {
        if (!ID_FORM.matcher(registrationId).matches()) {
            throw RequestRefusedException.invalid(
                    "REGISTRATION_ID_INVALID", "registration_id must be one that BeginRegistration gave");
        }
        Registration found = books.store()
                .find(RegistrationBody.KIND, RecordKey.of(registrationId))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "REGISTRATION_UNKNOWN", "No registration is called so; begin one"));
        if (found.state() == Registration.State.CLOSED) {
            throw conflict("REGISTRATION_CLOSED", "This registration was completed; begin another");
        }
        if (!books.now().isBefore(found.expiresAt())) {
            throw conflict("REGISTRATION_EXPIRED", "This registration waited for more than a day; begin another");
        }
        return found;
    }

    private static RequestRefusedException conflict(String reason, String message) {
        return RequestRefusedException.conflict(reason, message);
    }

    /** Step 3: fingers, or none. When the fingers are too poor the registration stays open, and step 3 may come again. */
    public RegisterMemberResponse complete(CompleteRegistrationRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Samples samples = samples(request.getSamplesList(), request.getBiometricConsent());
        Optional<RegisterMemberResponse> earlier = completions.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Registration begun = open(request.getRegistrationId());
        return turns.take(
                begun.nid(),
                caller.patience(),
                () -> completions
                        .find(key, request)
                        .orElseGet(() -> completed(request, open(request.getRegistrationId()), samples, caller)));
    }

    private RegisterMemberResponse completed(
            CompleteRegistrationRequest request, Registration described, Samples samples, Caller caller) {
        Application application = described
                .application()
                .orElseThrow(() -> conflict("REGISTRATION_NOT_DESCRIBED", "Describe the applicant first: step 2"));
        NidCheck.Accepted nid = books.checkedNid(described.nid().wholeDigits());
        String key = request.getIdempotencyKey();
        DeviceTrust.Origin origin = trust.require(
                DeviceTrust.Capture.of(request, described.nid()),
                key,
                request.getFacilityId(),
                described.nid(),
                caller);
        return admission.admit(
                new Admission.Request(application, warnings(nid), samples, key), caller, (transaction, response) -> {
                    Transaction answering =
                            origin.followedBy(transaction).answering(completions.answer(key, request, response));
                    return committed(
                            response.hasTooPoor()
                                    ? answering
                                    : answering.replacing(RegistrationBody.KIND, described, described.closed()),
                            application,
                            response,
                            completions);
                });
    }

    private RegisterMemberResponse committed(
            Transaction transaction,
            Application application,
            RegisterMemberResponse response,
            AnswerBook<RegisterMemberResponse> book) {
        CommitResult result = books.store().commit(transaction);
        return switch (result) {
            case CommitResult.Committed _ -> {
                meter.count("register", response.getOutcomeCase().name());
                yield response;
            }
            case CommitResult.AlreadyAnswered already -> book.read(already.answer());
            case CommitResult.IdempotencyKeyReused _ -> throw AnswerBook.reused();
            case CommitResult.RecordExists exists
            when exists.of(MemberBody.KIND) -> throw Admission.memberExists(application);
            case CommitResult.RecordExists _, CommitResult.RecordChanged _ -> throw changed();
        };
    }

    private static RequestRefusedException changed() {
        return conflict("MEMBER_CHANGED", "Somebody changed it at the same moment; read it again and decide again");
    }
}
