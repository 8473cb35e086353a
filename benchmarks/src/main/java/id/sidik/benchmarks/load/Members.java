package id.sidik.benchmarks.load;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.Segment;
import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.TemplateAccess;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Members who are nobody: two synthetic fingers each, a number with a birth date of its own, a name that is like no other, and the
 * month's contribution for health paid.
 */
public final class Members {
    /** As many days lie between the first birth date and the last. */
    static final int COUNT_MAX = 15_000;

    private static final int FINGERS = 2;
    private static final String DISTRICT = "317401";
    private static final LocalDate OLDEST = LocalDate.of(1950, 1, 1);
    private static final DateTimeFormatter DAY_OF_NID = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT);
    private static final long RUPIAH = 42_000;
    private static final int FACILITIES = 40;
    /** A template has so many touches. */
    private static final int TOUCHES_MAX = 65_535;

    private static final String CONSONANTS = "bdghjklmnprstw";
    private static final String VOWELS = "aiueo";
    private static final long SYLLABLES = 14 * 5;
    private static final int WORDS_OF_A_NAME = 3;
    private static final int SYLLABLES_OF_A_WORD = 3;

    private final SyntheticGallery gallery;
    private final int count;
    private int asked;

    private Members(SyntheticGallery gallery) {
        this.gallery = gallery;
        this.count = gallery.subjects();
    }

    /** Registers all of them. */
    static Members register(
            int count,
            long seed,
            EligibilityServiceBlockingStub counter,
            EligibilityServiceBlockingStub operator,
            YearMonth month) {
        Members members = new Members(new SyntheticGallery(seed, count, FINGERS));
        for (int member = 0; member < count; member++) {
            if (!counter.registerMember(members.registration(member)).hasRegistered()) {
                throw new IllegalStateException("the gate holds or refuses member " + member + " of seed " + seed);
            }
            var _ = operator.recordContribution(members.contribution(member, month));
        }
        return members;
    }

    private RegisterMemberRequest registration(int member) {
        return RegisterMemberRequest.newBuilder()
                .setIdempotencyKey("load-register-" + member)
                .setNid(nid(member))
                .setFullName(name(member))
                .setSegment(Segment.INFORMAL)
                .addAllSamples(
                        gallery.references(member).stream().map(Members::sample).toList())
                .setBiometricConsent(true)
                .build();
    }

    private RecordContributionRequest contribution(int member, YearMonth month) {
        return RecordContributionRequest.newBuilder()
                .setIdempotencyKey("load-contribution-" + member)
                .setNid(nid(member))
                .setProgramme(Programme.JKN)
                .setPeriod(month.toString())
                .setAmountRupiah(RUPIAH)
                .setChannel("bank-transfer")
                .build();
    }

    /** Questions with a finger each, that never touched the glass just so before. */
    List<CheckEligibilityRequest> gates(int questions) {
        List<CheckEligibilityRequest> all = new ArrayList<>(questions);
        for (int i = 0; i < questions; i++) {
            int touch = 1 + (asked / count) % TOUCHES_MAX;
            FingerTemplate finger = gallery.touches(asked % count, touch).getFirst();
            all.add(question()
                    .setPurpose(Purpose.HOSPITAL_OUTPATIENT)
                    .addSamples(sample(finger))
                    .build());
            asked++;
        }
        return all;
    }

    /** Questions by number alone, as an emergency room may ask them. */
    List<CheckEligibilityRequest> decisions(int questions) {
        List<CheckEligibilityRequest> all = new ArrayList<>(questions);
        for (int i = 0; i < questions; i++) {
            all.add(question()
                    .setPurpose(Purpose.HOSPITAL_EMERGENCY)
                    .setNidAlone(true)
                    .putCircumstances("visit.hours", "0")
                    .build());
            asked++;
        }
        return all;
    }

    private CheckEligibilityRequest.Builder question() {
        return CheckEligibilityRequest.newBuilder()
                .setIdempotencyKey("load-check-" + asked)
                .setNid(nid(asked % count))
                .setFacilityId("rs-" + asked % FACILITIES);
    }

    /** The number of a member. */
    public static String nid(int member) {
        return DISTRICT
                + OLDEST.plusDays(member).format(DAY_OF_NID)
                + String.format(Locale.ROOT, "%04d", 1 + member % 9_999);
    }

    /** Syllables by the digits of a number that jumps about, so that neighbours have no word in common. */
    public static String name(int member) {
        long scattered = ((member + 1) * 0x9E37_79B9_7F4A_7C15L) >>> 1;
        StringBuilder name = new StringBuilder();
        for (int syllable = 0; syllable < WORDS_OF_A_NAME * SYLLABLES_OF_A_WORD; syllable++) {
            if (syllable > 0 && syllable % SYLLABLES_OF_A_WORD == 0) {
                name.append(' ');
            }
            int drawn = (int) (scattered % SYLLABLES);
            scattered /= SYLLABLES;
            name.append(CONSONANTS.charAt(drawn / VOWELS.length())).append(VOWELS.charAt(drawn % VOWELS.length()));
        }
        return name.toString();
    }

    /** A finger on the glass, as the template that was made of its picture. */
    public static Sample sample(FingerTemplate finger) {
        return Sample.newBuilder()
                .setFinger(FingerPosition.forNumber(finger.finger().isoNumber()))
                .setTemplate(SidikTemplate.newBuilder()
                        .setContent(ByteString.copyFrom(finger.template().bytes(TemplateAccess.get()))))
                .build();
    }
}
