package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.nid.NidDetails;
import id.sidik.eligibility.nid.Sex;
import id.sidik.eligibility.v1.Member;
import id.sidik.eligibility.v1.MemberStatus;
import java.util.Optional;

/** A member as a Patient: who she is, and nothing of her cover or her fingers. */
final class PatientResource {
    static final String TYPE = "Patient";

    private PatientResource() {}

    /** @param details what the number says; a date of birth only where it can be but one */
    static ObjectNode of(String id, Member member, Optional<NidDetails> details) {
        ObjectNode patient = Resources.profiled(TYPE, id);
        ArrayNode identifiers = patient.putArray("identifier");
        identifiers.add(Resources.identifier(Names.NIK, member.getNid()).put("use", "official"));
        CardIdentifiers.of(member).forEach(identifiers::add);
        patient.put("active", member.getStatus() != MemberStatus.MERGED);
        patient.putArray("name").addObject().put("use", "official").put("text", member.getFullName());
        details.ifPresent(said -> {
            patient.put("gender", said.sex() == Sex.FEMALE ? "female" : "male");
            if (said.birthDateCandidates().size() == 1) {
                patient.put("birthDate", said.birthDateCandidates().getFirst().toString());
            }
        });
        if (member.getStatus() == MemberStatus.DECEASED) {
            patient.put("deceasedBoolean", true);
        }
        return patient;
    }
}
