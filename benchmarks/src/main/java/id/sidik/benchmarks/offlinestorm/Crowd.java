package id.sidik.benchmarks.offlinestorm;

import com.google.protobuf.Timestamp;
import id.sidik.benchmarks.load.Members;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.template.FingerTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Who comes to the counter: mostly whom it expects, sometimes a stranger under another's number, sometimes somebody unexpected. */
final class Crowd {
    /** Whose fingers are enrolled and who are expected. */
    static final int MEMBERS = 60;

    private static final int FINGERS = 2;
    private static final double STRANGERS = 0.05;
    private static final double UNEXPECTED = 0.03;
    private static final int TOUCHES = 60_000;
    private static final int DAYS = 28;
    private static final int MONTHS = 12;
    private static final int LETTERS = 26;

    private final SyntheticGallery gallery;
    private final RandomGenerator random;

    Crowd(long seed, RandomGenerator random) {
        this.gallery = new SyntheticGallery(seed, 2 * MEMBERS, FINGERS);
        this.random = random;
    }

    List<String> nids() {
        return IntStream.range(0, MEMBERS).mapToObj(Crowd::nid).toList();
    }

    /** A number of South Jakarta, with a day of birth of her own. */
    static String nid(int member) {
        return String.format(
                Locale.ROOT, "317401%02d%02d80%04d", 1 + member % DAYS, 1 + member / DAYS % MONTHS, 1 + member);
    }

    static String name(int member) {
        return "Warga " + (char) ('A' + member % LETTERS) + (char) ('a' + member / LETTERS) + "nuari "
                + (char) ('Z' - member % LETTERS) + "osomolo";
    }

    List<FingerTemplate> enrolled(int member) {
        return gallery.references(member);
    }

    /** The next question, which is always the same for the same draws. */
    CheckEligibilityRequest question(int number, Instant at) {
        int member = random.nextInt(MEMBERS);
        double draw = random.nextDouble();
        int whose = draw < STRANGERS ? MEMBERS + member : member;
        boolean unexpected = draw >= STRANGERS && draw < STRANGERS + UNEXPECTED;
        FingerTemplate finger =
                gallery.touches(whose, 1 + random.nextInt(TOUCHES)).get(random.nextInt(FINGERS));
        return CheckEligibilityRequest.newBuilder()
                .setIdempotencyKey(String.format(Locale.ROOT, "capture-%06d", number))
                .setNid(nid(unexpected ? MEMBERS + member : member))
                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                .setFacilityId(Centre.FACILITY)
                .setCapturedAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond()))
                .addSamples(Members.sample(finger))
                .build();
    }
}
