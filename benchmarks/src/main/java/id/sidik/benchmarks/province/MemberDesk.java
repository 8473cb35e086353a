package id.sidik.benchmarks.province;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.province.Withdrawal;
import id.sidik.eligibility.report.ComplaintEvent;
import id.sidik.eligibility.v1.AnswerComplaintRequest;
import id.sidik.eligibility.v1.ComplaintTopic;
import id.sidik.eligibility.v1.ConsentUse;
import id.sidik.eligibility.v1.MemberConsent;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.RecordComplaintRequest;
import id.sidik.eligibility.v1.RecordConsentRequest;
import id.sidik.eligibility.v1.RegistrationChannel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What members ask of the institution itself: complaints, with their answers, and that their fingers be forgotten. */
final class MemberDesk {
    private static final String ANSWER = "Sudah ditindaklanjuti. / It has been seen to.";

    private final Journeys journeys;
    private final Province province;
    private final Tally tally;

    /** What the books call a complaint of the script. */
    private final Map<String, String> complaintIds = new ConcurrentHashMap<>();

    MemberDesk(Journeys journeys, Province province, Tally tally) {
        this.journeys = journeys;
        this.province = province;
        this.tally = tally;
    }

    /** Somebody complains, of a facility. */
    void complain(ComplaintEvent complaint) {
        ComplaintTopic topic = ComplaintTopic.valueOf(
                complaint.topic().toUpperCase(Locale.ROOT).replace('-', '_'));
        String id = journeys.complaints()
                .record(
                        RecordComplaintRequest.newBuilder()
                                .setIdempotencyKey("complain-" + complaint.complaintId())
                                .setNid(province.complainant(complaint)
                                        .map(Nid::wholeDigits)
                                        .orElse(""))
                                .setTopic(topic)
                                .setChannel(complaint.channel())
                                .setFacilityId(complaint.facility())
                                .setText(words(topic))
                                .build(),
                        Callers.person("KP-siti"))
                .getComplaintId();
        complaintIds.put(complaint.complaintId(), id);
        tally.count("complaints");
    }

    private static String words(ComplaintTopic topic) {
        return switch (topic) {
            case FINGER_REFUSED -> "Jari saya ditolak tiga kali. / My finger was refused three times.";
            case CONTRIBUTION_MISSING -> "Iuran saya tidak tercatat. / My contribution is missing.";
            case CLAIM_LATE -> "Klaim saya belum dibayar. / My claim has not been paid.";
            case STAFF -> "Petugas meminta biaya. / An operator asked for money.";
            case DATA_WRONG -> "Tanggal lahir saya salah. / My date of birth is wrong.";
            case OTHER, COMPLAINT_TOPIC_UNSPECIFIED, UNRECOGNIZED ->
                "Antrean terlalu panjang. / The queue was too long.";
        };
    }

    /** She is answered, if her complaint is in the books. */
    void answer(ComplaintEvent complaint) {
        Optional<String> id = Optional.ofNullable(complaintIds.get(complaint.complaintId()));
        id.ifPresent(known -> {
            var _ = journeys.complaints()
                    .answer(
                            AnswerComplaintRequest.newBuilder()
                                    .setIdempotencyKey("answer-" + complaint.complaintId())
                                    .setComplaintId(known)
                                    .setText(ANSWER)
                                    .build(),
                            Callers.person("KP-siti"));
            tally.count("complaints answered");
        });
    }

    /** She says no to biometrics in the app. */
    void withdraw(Withdrawal withdrawal) {
        MemberFile file = journeys.members()
                .recordConsent(
                        RecordConsentRequest.newBuilder()
                                .setIdempotencyKey("forget-" + withdrawal.nid().wholeDigits())
                                .setNid(withdrawal.nid().wholeDigits())
                                .setConsent(MemberConsent.newBuilder()
                                        .setUse(ConsentUse.BIOMETRICS)
                                        .setGiven(false)
                                        .setChannel(RegistrationChannel.APP))
                                .build(),
                        Callers.institution());
        tally.count(
                file.getMember().getFingersEnrolled()
                        ? "fingers kept without consent"
                        : "consents to biometrics withdrawn");
    }
}
