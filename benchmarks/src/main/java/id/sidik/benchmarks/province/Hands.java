package id.sidik.benchmarks.province;

import id.sidik.benchmarks.load.Members;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.bridge.counter.SampleForm;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.province.Person;
import id.sidik.eligibility.province.Province;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.Dial;
import id.sidik.engine.synthesis.Dials;
import id.sidik.engine.synthesis.SensorWindow;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.synthesis.SyntheticGallery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Synthetic fingers for the names that the script has for them. Most are templates; where a report looks at quality they are pictures, for a
 * template does not say how good its picture was.
 */
final class Hands {
    private static final int FINGERS = 2;

    private static final int TOUCHES = 60_000;
    private static final double DRYNESS_OF_A_WORN_SCANNER = 0.45;
    private static final double NOISE_OF_A_WORN_SCANNER = 25;

    private final SyntheticGallery gallery;
    private final long seed;
    private final Map<String, Integer> owners = new HashMap<>();
    private final Map<Integer, SyntheticFinger> pictured = new ConcurrentHashMap<>();

    Hands(Province province, long seed) {
        List<Person> people = province.people();
        Set<Nid> staff = Set.copyOf(province.staff().values());
        this.seed = seed;
        this.gallery = new SyntheticGallery(seed, 2 * people.size(), FINGERS);
        for (int number = 0; number < people.size(); number++) {
            owners.putIfAbsent(Person.ownFinger(number), number);
            owners.putIfAbsent(Person.PICTURED + number, number);
            if (staff.contains(people.get(number).nid())) {
                owners.put(people.get(number).finger(), number);
            }
        }
    }

    /** Whose finger it was first, by number. */
    int owner(String finger) {
        Integer owner = owners.get(finger);
        if (owner == null) {
            throw new IllegalArgumentException("nobody has the finger " + finger);
        }
        return owner;
    }

    /** What is enrolled under the name of a finger. */
    List<Sample> references(String finger) {
        return finger.startsWith(Person.PICTURED)
                ? List.of(picture(finger, 0, Dials.none()))
                : gallery.references(owner(finger)).stream()
                        .map(Members::sample)
                        .toList();
    }

    /** Another touch of that finger; the same for the same number. */
    Sample touch(String finger, int number, boolean onAWornScanner) {
        if (finger.startsWith(Person.PICTURED)) {
            return picture(
                    finger,
                    1 + number % TOUCHES,
                    onAWornScanner
                            ? Dials.none()
                                    .with(Dial.DRYNESS, DRYNESS_OF_A_WORN_SCANNER)
                                    .with(Dial.NOISE, NOISE_OF_A_WORN_SCANNER)
                            : Dials.none());
        }
        return Members.sample(
                gallery.touches(owner(finger), 1 + number % TOUCHES).getFirst());
    }

    /**
     * A touch that matches nobody: of fingers behind the last of the province's, another one each time. Whose and which touch are told by
     * different parts of the number: so few of many thousands are ever the same, and none looks like a replay.
     */
    Sample failingTouch(int number) {
        int strangers = gallery.subjects() / 2;
        int nobody = strangers + number % strangers;
        return Members.sample(
                gallery.touches(nobody, 1 + number / strangers % TOUCHES).getFirst());
    }

    private Sample picture(String finger, int impression, Dials dials) {
        int owner = owner(finger);
        FingerImage image = pictured.computeIfAbsent(owner, number -> SyntheticFinger.of(seed * 31 + number))
                .impression(impression, dials, SensorWindow.DEFAULT);
        return SampleForm.of(FingerPosition.RIGHT_INDEX, image);
    }
}
