package id.sidik.eligibility.province;

import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes the members of a province, and its employers and agents. */
final class People {
    /** Districts of Central Java, each the first of its regency: 3301 to 3329. */
    private static final int REGENCY_FIRST = 3301;

    private static final int REGENCIES = 29;
    private static final int SERIALS = 9_999;
    private static final int FEMALE_DAY_OFFSET = 40;
    private static final int AGE_YEARS_MIN = 18;
    private static final int AGE_YEARS_SPREAD = 62;
    private static final int WORKERS_PER_EMPLOYER = 60;
    private static final int EMPLOYERS_MIN = 20;
    private static final int MEMBERS_PER_AGENT = 2_000;
    private static final int AGENTS_MIN = 20;
    private static final int DAYS_A_YEAR = 365;
    private static final int JOINED_YEARS_AGO_MAX = 9;

    private static final double WAGE_EARNERS = 0.6;
    private static final double CONSTRUCTION = 0.05;
    private static final double MIGRANTS = 0.03;
    private static final double JOINED_THIS_YEAR = 0.1;
    private static final double BY_AGENT = 0.3;
    private static final double DEATHS_A_YEAR = 0.005;
    private static final double WAGE_ASKED = 0.1;
    private static final double WAGE_MEDIAN_RUPIAH = 3_800_000;
    private static final double WAGE_SPREAD = 0.45;
    private static final long WAGE_STEP_RUPIAH = 1_000;
    private static final long WAGE_MIN_RUPIAH = 2_000_000;

    private static final int PEOPLE_PER_PAIR_OF_TWINS = 400;
    private static final int SYLLABLES_OF_A_MOTHER = 5;

    private static final String[] SYLLABLES = {
        "ka", "ru", "mi", "ti", "sa", "no", "wi", "le", "da", "pu", "ng", "yo", "ha", "be", "so", "ji"
    };

    private static final String[] FIRST_NAMES = {
        "Siti", "Budi", "Dewi", "Agus", "Sri", "Eko", "Ratna", "Joko", "Wahyu", "Rina", "Bambang", "Indah", "Slamet",
        "Nur", "Hadi", "Yuni", "Dwi", "Tri", "Sugeng", "Lestari", "Putri", "Arif", "Maria", "Yusuf"
    };
    private static final String[] LAST_NAMES = {
        "Rahayu", "Santoso", "Lestari", "Wibowo", "Handayani", "Prasetyo", "Susanti", "Nugroho", "Hidayat", "Kurniawan",
        "Setiawan", "Wulandari", "Saputra", "Utami", "Suryani", "Gunawan", "Purnomo", "Astuti", "Hartono", "Mulyani"
    };

    private final ProvinceScale scale;
    private final SplittableRandom random;
    private final int employers;
    private final int agents;

    People(ProvinceScale scale, SplittableRandom random) {
        this.scale = scale;
        this.random = random;
        this.employers = Math.max(EMPLOYERS_MIN, (int) (scale.members() * WAGE_EARNERS / WORKERS_PER_EMPLOYER));
        this.agents = Math.max(AGENTS_MIN, scale.members() / MEMBERS_PER_AGENT);
    }

    /** All of them, by number. */
    List<Person> all() {
        List<Person> people = new ArrayList<>(scale.members());
        for (int number = 0; number < scale.members(); number++) {
            Person person = person(number);
            boolean twin = number > 0 && random.nextInt(PEOPLE_PER_PAIR_OF_TWINS) == 0;
            people.add(twin ? twin(person, people.getLast(), number) : person);
        }
        return people;
    }

    static String agent(int number) {
        return String.format(Locale.ROOT, "PERISAI-%03d", number + 1);
    }

    static String employer(int number) {
        return String.format(Locale.ROOT, "JK%06d", number + 1);
    }

    /** Born on the same day to the same mother, with a name of her own and fingers of her own. */
    private static Person twin(Person person, Person elder, int number) {
        String family = elder.name().substring(elder.name().indexOf(' '));
        String own = person.name().substring(0, person.name().indexOf(' '));
        return person.bornWith(
                elder,
                own + family,
                nid(number, elder.bornOn(), elder.nid().wholeDigits().charAt(6) > '3'));
    }

    private Person person(int number) {
        LocalDate bornOn = LocalDate.of(scale.year() - AGE_YEARS_MIN - random.nextInt(AGE_YEARS_SPREAD), 1, 1)
                .plusDays(random.nextInt(DAYS_A_YEAR));
        boolean woman = random.nextBoolean();
        Segment segment = segment(random.nextDouble());
        boolean employed = segment == Segment.WAGE_EARNER;
        boolean joinedThisYear = random.nextDouble() < JOINED_THIS_YEAR;
        return new Person(
                nid(number, bornOn, woman),
                FIRST_NAMES[random.nextInt(FIRST_NAMES.length)] + " " + LAST_NAMES[random.nextInt(LAST_NAMES.length)],
                mother(number),
                bornOn,
                joinedOn(joinedThisYear),
                segment,
                employed ? Optional.of(employer(skewed(employers))) : Optional.empty(),
                !employed && random.nextDouble() < BY_AGENT
                        ? Optional.of(agent(random.nextInt(agents)))
                        : Optional.empty(),
                random.nextInt(scale.hospitals()),
                Person.ownFinger(number),
                String.format(Locale.ROOT, "+62812%07d", number - number % (1 + random.nextInt(3))),
                String.format(Locale.ROOT, "account-%06d", number),
                wageRupiah(),
                random.nextDouble() < WAGE_ASKED,
                random.nextDouble() < DEATHS_A_YEAR && !joinedThisYear
                        ? Optional.of(day(random.nextInt(DAYS_A_YEAR)))
                        : Optional.empty());
    }

    /** Different for each number within a million: syllables of its digits. */
    private static String mother(int number) {
        StringBuilder name = new StringBuilder("Ibu ");
        for (int left = number, syllables = 0;
                syllables < SYLLABLES_OF_A_MOTHER;
                syllables++, left /= SYLLABLES.length) {
            name.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return name.toString();
    }

    private static Segment segment(double chance) {
        if (chance < WAGE_EARNERS) {
            return Segment.WAGE_EARNER;
        }
        if (chance < WAGE_EARNERS + CONSTRUCTION) {
            return Segment.CONSTRUCTION;
        }
        return chance < WAGE_EARNERS + CONSTRUCTION + MIGRANTS ? Segment.MIGRANT : Segment.INFORMAL;
    }

    /** Many small ones and few large ones. */
    private int skewed(int count) {
        double share = random.nextDouble();
        return (int) (count * share * share);
    }

    private LocalDate joinedOn(boolean thisYear) {
        LocalDate day = day(random.nextInt(DAYS_A_YEAR));
        return thisYear ? day : day.minusYears(1 + random.nextInt(JOINED_YEARS_AGO_MAX));
    }

    private LocalDate day(int ofYear) {
        return LocalDate.of(scale.year(), 1, 1).plusDays(ofYear);
    }

    private long wageRupiah() {
        long wage = (long) (WAGE_MEDIAN_RUPIAH * Math.exp(WAGE_SPREAD * random.nextGaussian()));
        return Math.max(WAGE_MIN_RUPIAH, wage / WAGE_STEP_RUPIAH * WAGE_STEP_RUPIAH);
    }

    /** Different for each number: regency and serial together never come twice. */
    private static Nid nid(int number, LocalDate bornOn, boolean woman) {
        int regency = REGENCY_FIRST + number % REGENCIES;
        int serial = 1 + number / REGENCIES % SERIALS;
        int district = 1 + number / REGENCIES / SERIALS;
        return new Nid(String.format(
                Locale.ROOT,
                "%04d%02d%02d%02d%02d%04d",
                regency,
                district,
                bornOn.getDayOfMonth() + (woman ? FEMALE_DAY_OFFSET : 0),
                bornOn.getMonthValue(),
                bornOn.getYear() % 100,
                serial));
    }
}
