package id.sidik.eligibility.journey;

import id.sidik.eligibility.employer.EmployerStatus;
import id.sidik.eligibility.employer.RiskTier;
import id.sidik.eligibility.member.Consent;
import id.sidik.eligibility.member.Dependant;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.Phone;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.member.RegistrationChannel;
import id.sidik.eligibility.member.Relationship;
import id.sidik.eligibility.member.StatusChange;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.Sex;
import id.sidik.eligibility.v1.Citizenship;
import id.sidik.eligibility.v1.ConsentUse;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.MemberConsent;
import id.sidik.eligibility.v1.MemberDependant;
import id.sidik.eligibility.v1.MemberEmployment;
import id.sidik.eligibility.v1.MemberProfile;
import id.sidik.eligibility.v1.MemberSex;
import id.sidik.eligibility.v1.MemberStatusChange;
import id.sidik.wire.rpc.ProtoTime;
import java.time.LocalDate;

/** Says in the words of the contract what is known of members and employers. */
final class MemberWording {
    private MemberWording() {}

    static MemberProfile profile(Profile profile) {
        return MemberProfile.newBuilder()
                .setBirthDate(profile.birthDate().toString())
                .setSex(sex(profile.sex()))
                .setMotherName(profile.motherName().orElse(""))
                .setPhone(profile.phone().map(Phone::e164).orElse(""))
                .setDistrictCode(profile.districtCode())
                .addAllProgrammes(
                        profile.programmes().stream().map(Wording::programme).toList())
                .setChannel(channel(profile.channel()))
                .setCitizenship(citizenship(profile))
                .build();
    }

    private static Citizenship citizenship(Profile profile) {
        return profile.citizenship()
                .map(known -> switch (known) {
                    case INDONESIAN -> Citizenship.INDONESIAN;
                    case FOREIGN -> Citizenship.FOREIGN;
                })
                .orElse(Citizenship.CITIZENSHIP_UNSPECIFIED);
    }

    static MemberSex sex(Sex sex) {
        return switch (sex) {
            case MALE -> MemberSex.MALE;
            case FEMALE -> MemberSex.FEMALE;
        };
    }

    static id.sidik.eligibility.v1.RegistrationChannel channel(RegistrationChannel channel) {
        return switch (channel) {
            case COUNTER -> id.sidik.eligibility.v1.RegistrationChannel.COUNTER;
            case KIOSK -> id.sidik.eligibility.v1.RegistrationChannel.KIOSK;
            case AGENT -> id.sidik.eligibility.v1.RegistrationChannel.AGENT;
            case EMPLOYER_FILE -> id.sidik.eligibility.v1.RegistrationChannel.EMPLOYER_FILE;
            case APP -> id.sidik.eligibility.v1.RegistrationChannel.APP;
        };
    }

    static MemberDependant dependant(Dependant dependant) {
        return MemberDependant.newBuilder()
                .setNumber(dependant.number())
                .setFullName(dependant.fullName())
                .setRelationship(relationship(dependant.relationship()))
                .setBirthDate(dependant.birthDate().toString())
                .setSex(sex(dependant.sex()))
                .setNid(dependant.nid().map(Nid::wholeDigits).orElse(""))
                .setUntil(dependant.until().map(LocalDate::toString).orElse(""))
                .build();
    }

    private static id.sidik.eligibility.v1.Relationship relationship(Relationship relationship) {
        return switch (relationship) {
            case SPOUSE -> id.sidik.eligibility.v1.Relationship.SPOUSE;
            case CHILD -> id.sidik.eligibility.v1.Relationship.CHILD;
            case PARENT -> id.sidik.eligibility.v1.Relationship.PARENT;
        };
    }

    static MemberEmployment employment(Employment work) {
        return MemberEmployment.newBuilder()
                .setEmployerId(work.npp().value())
                .setSince(work.since().toString())
                .setUntil(work.until().map(LocalDate::toString).orElse(""))
                .setWageRupiah(work.wageRupiah())
                .build();
    }

    static MemberConsent consent(Consent consent) {
        return MemberConsent.newBuilder()
                .setUse(use(consent.use()))
                .setGiven(consent.given())
                .setChannel(channel(consent.channel()))
                .setAt(ProtoTime.of(consent.at()))
                .build();
    }

    private static ConsentUse use(Consent.Use use) {
        return switch (use) {
            case BIOMETRICS -> ConsentUse.BIOMETRICS;
            case DATA_SHARING -> ConsentUse.DATA_SHARING;
            case MESSAGES -> ConsentUse.MESSAGES;
        };
    }

    static MemberStatusChange change(StatusChange change) {
        return MemberStatusChange.newBuilder()
                .setFrom(Wording.status(change.from()))
                .setTo(Wording.status(change.to()))
                .setEffectiveOn(change.effectiveOn().toString())
                .setReason(change.reason())
                .addAllOfficers(change.officers())
                .setAt(ProtoTime.of(change.at()))
                .build();
    }

    static Employer employer(id.sidik.eligibility.employer.Employer employer) {
        return Employer.newBuilder()
                .setEmployerId(employer.npp().value())
                .setName(employer.name())
                .setRiskTier(riskTier(employer.riskTier()))
                .setDistrictCode(employer.districtCode())
                .setClosed(employer.status() == EmployerStatus.CLOSED)
                .setRegisteredAt(ProtoTime.of(employer.registeredAt()))
                .build();
    }

    private static id.sidik.eligibility.v1.RiskTier riskTier(RiskTier tier) {
        return switch (tier) {
            case VERY_LOW -> id.sidik.eligibility.v1.RiskTier.VERY_LOW;
            case LOW -> id.sidik.eligibility.v1.RiskTier.LOW;
            case MEDIUM -> id.sidik.eligibility.v1.RiskTier.MEDIUM;
            case HIGH -> id.sidik.eligibility.v1.RiskTier.HIGH;
            case VERY_HIGH -> id.sidik.eligibility.v1.RiskTier.VERY_HIGH;
        };
    }

    static RiskTier riskTier(id.sidik.eligibility.v1.RiskTier tier) {
        return switch (tier) {
            case VERY_LOW -> RiskTier.VERY_LOW;
            case LOW -> RiskTier.LOW;
            case MEDIUM -> RiskTier.MEDIUM;
            case HIGH -> RiskTier.HIGH;
            case VERY_HIGH -> RiskTier.VERY_HIGH;
            case RISK_TIER_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "RISK_TIER_INVALID", "risk_tier must be VERY_LOW, LOW, MEDIUM, HIGH or VERY_HIGH");
        };
    }
}
