package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.v1.Member;
import id.sidik.eligibility.v1.MemberCard;
import id.sidik.eligibility.v1.MemberStatus;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.ProgrammeStanding;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A member's standing with one programme as a Coverage. Whether it is in force for a purpose, only a decision says. */
final class CoverageResource {
    static final String TYPE = "Coverage";

    private static final Map<Programme, String> DISPLAYS = Map.of(
            Programme.JHT, "Jaminan Hari Tua",
            Programme.JKK, "Jaminan Kecelakaan Kerja",
            Programme.JKM, "Jaminan Kematian",
            Programme.JP, "Jaminan Pensiun",
            Programme.JKP, "Jaminan Kehilangan Pekerjaan",
            Programme.JKN, "Jaminan Kesehatan Nasional");

    private CoverageResource() {}

    /** Names a coverage that may or may not exist: {@code <patient>-jkn}. */
    static String id(String patientId, String programme) {
        return patientId + "-" + programme.toLowerCase(Locale.ROOT);
    }

    /** The patient's part of such a name; the text itself if it is none. */
    static String patientOf(String coverageId) {
        int dash = coverageId.indexOf('-');
        return dash < 0 ? coverageId : coverageId.substring(0, dash);
    }

    /** All of a member's, in the order of the programmes. */
    static List<ObjectNode> all(String patientId, Member member) {
        return member.getStandingsList().stream()
                .map(standing -> of(patientId, member, standing))
                .toList();
    }

    private static ObjectNode of(String patientId, Member member, ProgrammeStanding standing) {
        String programme = standing.getProgramme().name();
        String display = DISPLAYS.getOrDefault(standing.getProgramme(), programme);
        ObjectNode coverage = Resources.profiled(TYPE, id(patientId, programme));
        Optional<MemberCard> card = CardIdentifiers.ofProgramme(member, standing.getProgramme());
        card.ifPresent(known -> coverage.putArray("identifier").add(CardIdentifiers.identifier(known)));
        coverage.put("status", member.getStatus() == MemberStatus.ACTIVE ? "active" : "cancelled");
        coverage.set("type", Resources.concept(Names.PROGRAMME, programme, display));
        coverage.set("subscriber", Resources.reference("Patient/" + patientId));
        card.ifPresent(known -> coverage.put("subscriberId", known.getNumber()));
        coverage.set("beneficiary", Resources.reference("Patient/" + patientId));
        coverage.putObject("period")
                .put(
                        "end",
                        YearMonth.parse(standing.getPaidUntil()).atEndOfMonth().toString());
        coverage.putArray("payor").addObject().put("display", payor(standing.getProgramme()));
        ObjectNode plan = coverage.putArray("class").addObject();
        plan.set("type", Resources.concept(Names.COVERAGE_CLASS, "plan", "Plan"));
        plan.put("value", programme).put("name", display);
        return coverage;
    }

    private static String payor(Programme programme) {
        return programme == Programme.JKN ? "BPJS Kesehatan" : "BPJS Ketenagakerjaan";
    }
}
