package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.member.Citizenship;
import id.sidik.eligibility.member.Consent;
import id.sidik.eligibility.member.Dependant;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.Phone;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.member.RegistrationChannel;
import id.sidik.eligibility.member.Relationship;
import id.sidik.eligibility.member.StatusChange;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.nid.Sex;
import id.sidik.eligibility.v1.ConsentUse;
import id.sidik.eligibility.v1.MemberConsent;
import id.sidik.eligibility.v1.MemberDependant;
import id.sidik.eligibility.v1.MemberEmployment;
import id.sidik.eligibility.v1.MemberProfile;
import id.sidik.eligibility.v1.MemberSex;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what callers write of people into what we mean, or refuses it with its reason. */
final class MemberRequests {
    private static final Pattern DATE_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern OFFICER_FORM = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final Books books;

    MemberRequests(Books books) {
        this.books = books;
    }

    /** What an applicant says of herself; what is not said is what the number says. */
    Profile profile(NidCheck.Accepted nid, MemberProfile said) {
        return new Profile(
                nid.nid(),
                said.getBirthDate().isEmpty() ? birthDate(nid) : birthDate(said.getBirthDate()),
                sex(said.getSex()).orElse(nid.details().sex()),
                motherName(said.getMotherName()),
                phone(said.getPhone()),
                districtCode(said.getDistrictCode()),
                programmes(said),
                citizenship(said.getCitizenship()),
                channel(said.getChannel()),
                1);
    }

    /** What a member says anew; what is not said stays. */
    Profile profile(Profile known, MemberProfile said) {
        return new Profile(
                        known.nid(),
                        said.getBirthDate().isEmpty() ? known.birthDate() : birthDate(said.getBirthDate()),
                        sex(said.getSex()).orElse(known.sex()),
                        motherName(said.getMotherName()).or(known::motherName),
                        phone(said.getPhone()).or(known::phone),
                        said.getDistrictCode().isEmpty() ? known.districtCode() : districtCode(said.getDistrictCode()),
                        said.getProgrammesCount() == 0 ? known.programmes() : programmes(said),
                        citizenship(said.getCitizenship()).or(known::citizenship),
                        channel(said.getChannel()),
                        1)
                .following(known);
    }

    private static LocalDate birthDate(NidCheck.Accepted nid) {
        List<LocalDate> dates = nid.details().birthDateCandidates();
        if (dates.size() > 1) {
            throw RequestRefusedException.invalid(
                    "BIRTH_DATE_INVALID", "birth_date must be given: the number can mean " + dates);
        }
        return dates.getFirst();
    }

    private LocalDate birthDate(String text) {
        LocalDate date = date(text, "BIRTH_DATE_INVALID", "birth_date");
        if (date.isAfter(today())) {
            throw RequestRefusedException.invalid("BIRTH_DATE_INVALID", "birth_date must not be after today: " + date);
        }
        return date;
    }

    LocalDate today() {
        return id.sidik.eligibility.contribution.Contribution.dayOf(books.now());
    }

    /** Reads {@code YYYY-MM-DD} from 1850 on, and nothing else. */
    static LocalDate date(String text, String reason, String field) {
        try {
            if (DATE_FORM.matcher(text).matches()) {
                LocalDate date = LocalDate.parse(text);
                if (!date.isBefore(LocalDate.of(1850, 1, 1))) {
                    return date;
                }
            }
        } catch (DateTimeException notADay) {
            // 31 April: refused below, as any other text
        }
        throw RequestRefusedException.invalid(reason, field + " must be a date YYYY-MM-DD from 1850 on");
    }

    static Optional<Sex> sex(MemberSex sex) {
        return switch (sex) {
            case MALE -> Optional.of(Sex.MALE);
            case FEMALE -> Optional.of(Sex.FEMALE);
            case MEMBER_SEX_UNSPECIFIED -> Optional.empty();
            case UNRECOGNIZED -> throw RequestRefusedException.invalid("SEX_INVALID", "sex must be MALE or FEMALE");
        };
    }

    private static Optional<Citizenship> citizenship(id.sidik.eligibility.v1.Citizenship citizenship) {
        return switch (citizenship) {
            case INDONESIAN -> Optional.of(Citizenship.INDONESIAN);
            case FOREIGN -> Optional.of(Citizenship.FOREIGN);
            case CITIZENSHIP_UNSPECIFIED -> Optional.empty();
            case UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "CITIZENSHIP_INVALID", "citizenship must be INDONESIAN or FOREIGN");
        };
    }

    private static Optional<String> motherName(String text) {
        Optional<String> name = Optional.of(text.strip()).filter(said -> !said.isEmpty());
        if (name.isPresent() && !Member.isFullName(name.get())) {
            throw RequestRefusedException.invalid(
                    "NAME_INVALID", "mother_name must be 1 to 120 characters without control characters");
        }
        return name;
    }

    private static Optional<Phone> phone(String text) {
        Optional<Phone> phone = Phone.parse(text);
        if (!text.isEmpty() && phone.isEmpty()) {
            throw RequestRefusedException.invalid(
                    "PHONE_INVALID", "phone must be a telephone number such as 0812-3456-7890 or +6281234567890");
        }
        return phone;
    }

    static String districtCode(String text) {
        if (!Profile.isDistrictCode(text)) {
            throw RequestRefusedException.invalid("DISTRICT_INVALID", "district_code must be 6 digits, or empty");
        }
        return text;
    }

    private static Set<Programme> programmes(MemberProfile said) {
        Set<Programme> programmes = EnumSet.noneOf(Programme.class);
        said.getProgrammesList().forEach(programme -> programmes.add(Requests.programme(programme)));
        return programmes;
    }

    static RegistrationChannel channel(id.sidik.eligibility.v1.RegistrationChannel channel) {
        return switch (channel) {
            case COUNTER -> RegistrationChannel.COUNTER;
            case KIOSK -> RegistrationChannel.KIOSK;
            case AGENT -> RegistrationChannel.AGENT;
            case EMPLOYER_FILE -> RegistrationChannel.EMPLOYER_FILE;
            case APP -> RegistrationChannel.APP;
            case REGISTRATION_CHANNEL_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "REGISTRATION_CHANNEL_INVALID", "channel must be COUNTER, KIOSK, AGENT, EMPLOYER_FILE or APP");
        };
    }

    /** @param number among the member's own */
    Dependant dependant(Nid member, int number, MemberDependant said) {
        if (number > Dependant.COUNT_MAX) {
            throw RequestRefusedException.invalid(
                    "DEPENDANTS_TOO_MANY", "a member names at most " + Dependant.COUNT_MAX + " dependants");
        }
        Sex sex = sex(said.getSex())
                .orElseThrow(() -> RequestRefusedException.invalid("SEX_INVALID", "sex must be MALE or FEMALE"));
        Optional<Nid> own = Optional.of(said.getNid())
                .filter(text -> !text.isEmpty())
                .map(text -> books.checkedNid(text).nid());
        if (own.filter(member::equals).isPresent()) {
            throw RequestRefusedException.invalid("NID_INVALID", "a dependant's nid must not be the member's own");
        }
        return new Dependant(
                member,
                number,
                Requests.fullName(said.getFullName()),
                relationship(said.getRelationship()),
                birthDate(said.getBirthDate()),
                sex,
                own,
                until(said.getUntil()));
    }

    private static Relationship relationship(id.sidik.eligibility.v1.Relationship relationship) {
        return switch (relationship) {
            case SPOUSE -> Relationship.SPOUSE;
            case CHILD -> Relationship.CHILD;
            case PARENT -> Relationship.PARENT;
            case RELATIONSHIP_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "RELATIONSHIP_INVALID", "relationship must be SPOUSE, CHILD or PARENT");
        };
    }

    private static Optional<LocalDate> until(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(date(text, "DATE_INVALID", "until"));
    }

    /** Of an employer that is registered. */
    Employment employment(Nid nid, MemberEmployment said) {
        Npp npp = knownEmployer(said.getEmployerId());
        if (!Employment.isWageRupiah(said.getWageRupiah())) {
            throw RequestRefusedException.invalid(
                    "WAGE_INVALID", "wage_rupiah must be 1 to 10^10: " + said.getWageRupiah());
        }
        LocalDate since = date(said.getSince(), "DATE_INVALID", "since");
        Optional<LocalDate> until = until(said.getUntil());
        if (until.filter(last -> last.isBefore(since)).isPresent()) {
            throw RequestRefusedException.invalid("DATE_INVALID", "until must not be before since");
        }
        return new Employment(nid, npp, since, until, said.getWageRupiah());
    }

    Npp knownEmployer(String text) {
        Npp npp = npp(text);
        if (books.store()
                .find(
                        id.sidik.eligibility.employer.EmployerBody.KIND,
                        id.sidik.eligibility.records.RecordKey.of(npp.value()))
                .isEmpty()) {
            throw RequestRefusedException.unknown("EMPLOYER_UNKNOWN", "No employer is registered under " + npp);
        }
        return npp;
    }

    static Npp npp(String text) {
        if (!Npp.hasForm(text)) {
            throw RequestRefusedException.invalid(
                    "EMPLOYER_INVALID", "employer_id must be an NPP: two of [A-Z0-9] and six digits");
        }
        return new Npp(text);
    }

    /** @param channel where it was said, when the consent itself does not tell */
    static Consent consent(
            Nid nid, MemberConsent said, id.sidik.eligibility.v1.RegistrationChannel channel, Instant at) {
        boolean silent =
                said.getChannel() == id.sidik.eligibility.v1.RegistrationChannel.REGISTRATION_CHANNEL_UNSPECIFIED;
        return new Consent(nid, use(said.getUse()), said.getGiven(), channel(silent ? channel : said.getChannel()), at);
    }

    private static Consent.Use use(ConsentUse use) {
        return switch (use) {
            case BIOMETRICS -> Consent.Use.BIOMETRICS;
            case DATA_SHARING -> Consent.Use.DATA_SHARING;
            case MESSAGES -> Consent.Use.MESSAGES;
            case CONSENT_USE_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "CONSENT_USE_INVALID", "use must be BIOMETRICS, DATA_SHARING or MESSAGES");
        };
    }

    /**
     * Who decides, by name: the audit shows it. Whoever shows a token is whom it names. For a name that a certificate alone states its
     * role vouches, and stands before it: nobody reads {@code operator/ani} as somebody who signed in.
     */
    static String officer(String text, Caller caller) {
        if (caller.warrant().person().filter(person -> !person.equals(text)).isPresent()) {
            throw RequestRefusedException.invalid("OFFICER_INVALID", "officer must be whom the access token names");
        }
        if (!isOfficer(text)) {
            throw RequestRefusedException.invalid(
                    "OFFICER_INVALID", "officer must be 1 to 64 printable ASCII characters without spaces");
        }
        return caller.warrant().person().isPresent() ? text : caller.role().label() + "/" + text;
    }

    /** Whether the text may name an officer. */
    static boolean isOfficer(String text) {
        return OFFICER_FORM.matcher(text).matches();
    }

    static String reason(String text) {
        String reason = text.strip();
        if (reason.isEmpty()
                || reason.length() > StatusChange.REASON_CHARS_MAX
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefusedException.invalid(
                    "REASON_INVALID", "reason must be 1 to 200 characters without control characters");
        }
        return reason;
    }
}
