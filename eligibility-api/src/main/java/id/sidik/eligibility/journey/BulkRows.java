package id.sidik.eligibility.journey;

import id.sidik.eligibility.v1.AddDependantRequest;
import id.sidik.eligibility.v1.ChannelKind;
import id.sidik.eligibility.v1.Citizenship;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.MemberDependant;
import id.sidik.eligibility.v1.MemberEmployment;
import id.sidik.eligibility.v1.MemberProfile;
import id.sidik.eligibility.v1.MemberSex;
import id.sidik.eligibility.v1.PostContributionRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.PutEmployerRequest;
import id.sidik.eligibility.v1.RecordCardRequest;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.Relationship;
import id.sidik.eligibility.v1.RiskTier;
import id.sidik.eligibility.v1.Segment;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rows of each table ask for: the same as the call for one. */
final class BulkRows {
    static final Set<String> MEMBERS = ordered(
            "nid",
            "full_name",
            "segment",
            "birth_date",
            "sex",
            "mother_name",
            "phone",
            "district_code",
            "programmes",
            "employer_id",
            "since",
            "wage_rupiah",
            "citizenship",
            "card_numbers");
    static final Set<String> CARDS = ordered("nid", "card_number");
    static final Set<String> EMPLOYERS = ordered("employer_id", "name", "risk_tier", "district_code");
    static final Set<String> DEPENDANTS =
            ordered("nid", "full_name", "relationship", "birth_date", "sex", "dependant_nid");
    static final Set<String> CONTRIBUTIONS = ordered(
            "channel",
            "reference",
            "kind",
            "nid",
            "programme",
            "period",
            "amount_rupiah",
            "wage_rupiah",
            "paid_on",
            "employer_id");

    /** Which field a refusal is about. */
    private static final Map<String, String> FIELD_BY_REASON = Map.ofEntries(
            Map.entry("NID_INVALID", "nid"),
            Map.entry("MEMBER_EXISTS", "nid"),
            Map.entry("MEMBER_UNKNOWN", "nid"),
            Map.entry("MEMBER_MERGED", "nid"),
            Map.entry("CARD_NUMBER_INVALID", "card_number"),
            Map.entry("CARD_TAKEN", "card_number"),
            Map.entry("CARD_IN_FORCE", "card_number"),
            Map.entry("CARDS_TOO_MANY", "card_number"),
            Map.entry("NAME_INVALID", "full_name"),
            Map.entry("SEGMENT_INVALID", "segment"),
            Map.entry("BIRTH_DATE_INVALID", "birth_date"),
            Map.entry("SEX_INVALID", "sex"),
            Map.entry("CITIZENSHIP_INVALID", "citizenship"),
            Map.entry("PHONE_INVALID", "phone"),
            Map.entry("DISTRICT_INVALID", "district_code"),
            Map.entry("EMPLOYER_INVALID", "employer_id"),
            Map.entry("EMPLOYER_UNKNOWN", "employer_id"),
            Map.entry("WAGE_INVALID", "wage_rupiah"),
            Map.entry("RISK_TIER_INVALID", "risk_tier"),
            Map.entry("RELATIONSHIP_INVALID", "relationship"),
            Map.entry("CHANNEL_INVALID", "channel"),
            Map.entry("CHANNEL_KIND_INVALID", "kind"),
            Map.entry("REFERENCE_INVALID", "reference"),
            Map.entry("REFERENCE_REUSED", "reference"),
            Map.entry("PROGRAMME_INVALID", "programme"),
            Map.entry("PERIOD_INVALID", "period"),
            Map.entry("AMOUNT_INVALID", "amount_rupiah"));

    private BulkRows() {}

    private static Set<String> ordered(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }

    /** The field that a refusal is about; empty if it is the row as a whole. */
    static String fieldOf(RequestRefusedException refused, Set<String> known) {
        String field = FIELD_BY_REASON.getOrDefault(refused.reason(), "");
        if (refused.reason().equals("DATE_INVALID")) {
            return known.contains("paid_on") ? "paid_on" : "since";
        }
        if (refused.reason().equals("NAME_INVALID") && known.contains("name")) {
            return "name";
        }
        if (field.equals("card_number") && known.contains("card_numbers")) {
            return "card_numbers";
        }
        return known.contains(field) ? field : "";
    }

    static DescribeApplicantRequest member(RowFields row) {
        DescribeApplicantRequest.Builder request = DescribeApplicantRequest.newBuilder()
                .setFullName(row.text("full_name"))
                .setSegment(row.word("segment", Segment.class))
                .addAllCardNumbers(row.texts("card_numbers"))
                .setProfile(MemberProfile.newBuilder()
                        .setBirthDate(row.text("birth_date"))
                        .setSex(row.word("sex", MemberSex.class))
                        .setMotherName(row.text("mother_name"))
                        .setPhone(row.text("phone"))
                        .setDistrictCode(row.text("district_code"))
                        .addAllProgrammes(row.words("programmes", Programme.class))
                        .setCitizenship(row.word("citizenship", Citizenship.class))
                        .setChannel(RegistrationChannel.EMPLOYER_FILE));
        if (row.has("employer_id")) {
            request.setEmployment(MemberEmployment.newBuilder()
                    .setEmployerId(row.text("employer_id"))
                    .setSince(row.text("since"))
                    .setWageRupiah(row.number("wage_rupiah")));
        }
        return request.build();
    }

    static RecordCardRequest card(RowFields row, String key) {
        return RecordCardRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(row.text("nid"))
                .setCardNumber(row.text("card_number"))
                .build();
    }

    static PutEmployerRequest employer(RowFields row, String key) {
        return PutEmployerRequest.newBuilder()
                .setIdempotencyKey(key)
                .setEmployer(Employer.newBuilder()
                        .setEmployerId(row.text("employer_id"))
                        .setName(row.text("name"))
                        .setRiskTier(row.word("risk_tier", RiskTier.class))
                        .setDistrictCode(row.text("district_code")))
                .build();
    }

    static AddDependantRequest dependant(RowFields row, String key) {
        return AddDependantRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(row.text("nid"))
                .setDependant(MemberDependant.newBuilder()
                        .setFullName(row.text("full_name"))
                        .setRelationship(row.word("relationship", Relationship.class))
                        .setBirthDate(row.text("birth_date"))
                        .setSex(row.word("sex", MemberSex.class))
                        .setNid(row.text("dependant_nid")))
                .build();
    }

    static PostContributionRequest contribution(RowFields row) {
        return PostContributionRequest.newBuilder()
                .setChannel(row.text("channel"))
                .setReference(row.text("reference"))
                .setKind(row.word("kind", ChannelKind.class))
                .setNid(row.text("nid"))
                .setProgramme(row.word("programme", Programme.class))
                .setPeriod(row.text("period"))
                .setAmountRupiah(row.number("amount_rupiah"))
                .setWageRupiah(row.number("wage_rupiah"))
                .setPaidOn(row.text("paid_on"))
                .setEmployerId(row.text("employer_id"))
                .build();
    }
}
