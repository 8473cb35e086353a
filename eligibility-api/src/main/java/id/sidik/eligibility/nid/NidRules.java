package id.sidik.eligibility.nid;

import id.sidik.eligibility.nid.RegionTable.Region;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a NIK: {@code PPKKCC DDMMYY SSSS}, which is province, regency, district; birth date, with 40 added to a
 * woman's day; serial of that place and day. It has no check digit.
 */
public final class NidRules {
    /** Nobody older is expected; it decides which century a two-digit year can mean. */
    static final int AGE_YEARS_MAX = 120;

    /** What is added to a woman's day of birth. */
    public static final int FEMALE_DAY_OFFSET = 40;

    private static final int[] CENTURIES = {1800, 1900, 2000, 2100};

    private final RegionTable regions;
    private final NidProfile profile;

    public NidRules(RegionTable regions, NidProfile profile) {
        this.regions = regions;
        this.profile = profile;
    }

    /**
     * Checks a text as it was given; nothing is trimmed or repaired.
     *
     * @param referenceDate the day on which the holder is alive: birth dates lie at or before it
     */
    public NidCheck check(String text, LocalDate referenceDate) {
        if (text.length() != Nid.DIGITS) {
            return new NidCheck.Refused(NidFault.LENGTH);
        }
        if (!Nid.hasForm(text)) {
            return new NidCheck.Refused(NidFault.NON_DIGIT);
        }
        return checkParts(new Nid(text), referenceDate);
    }

    /** As {@link RegionTable#regenciesIn}. */
    public Set<String> regenciesIn(String code) {
        return regions.regenciesIn(code);
    }

    private NidCheck checkParts(Nid nid, LocalDate referenceDate) {
        String digits = nid.wholeDigits();
        Optional<Region> regency = regions.find(digits.substring(0, 4));
        Optional<Region> district = regions.find(digits.substring(0, 6));
        NidFault placeFault = placeFault(digits.substring(0, 2), regency, district);
        if (placeFault != null) {
            return new NidCheck.Refused(placeFault);
        }
        int codedDay = Integer.parseInt(digits.substring(6, 8));
        Sex sex = codedDay > FEMALE_DAY_OFFSET ? Sex.FEMALE : Sex.MALE;
        List<LocalDate> births =
                birthDates(digits, sex == Sex.FEMALE ? codedDay - FEMALE_DAY_OFFSET : codedDay, referenceDate);
        if (births.isEmpty()) {
            return new NidCheck.Refused(NidFault.BIRTH_DATE);
        }
        String serial = digits.substring(12);
        if (serial.equals("0000")) {
            return new NidCheck.Refused(NidFault.SERIAL_ZERO);
        }
        NidDetails details = new NidDetails(
                digits.substring(0, 2),
                digits.substring(0, 4),
                digits.substring(0, 6),
                regency.map(Region::name).orElse(""),
                district.map(Region::name).orElse(""),
                sex,
                births,
                serial);
        return new NidCheck.Accepted(nid, details, placeWarnings(regency, district));
    }

    private @Nullable NidFault placeFault(String provinceCode, Optional<Region> regency, Optional<Region> district) {
        if (regions.find(provinceCode).isEmpty()) {
            return NidFault.PROVINCE_UNKNOWN;
        }
        if (profile == NidProfile.LENIENT) {
            return null;
        }
        if (regency.isEmpty()) {
            return NidFault.REGENCY_UNKNOWN;
        }
        return district.isEmpty() ? NidFault.DISTRICT_UNKNOWN : null;
    }

    /** An unknown regency says it all: its districts are unknown, too, and saying so twice would help nobody. */
    private static List<NidWarning> placeWarnings(Optional<Region> regency, Optional<Region> district) {
        List<NidWarning> warnings = new ArrayList<>();
        if (regency.isEmpty()) {
            warnings.add(NidWarning.REGENCY_UNKNOWN);
        } else if (district.isEmpty()) {
            warnings.add(NidWarning.DISTRICT_UNKNOWN);
        }
        if (regency.map(Region::retired).orElse(false)
                || district.map(Region::retired).orElse(false)) {
            warnings.add(NidWarning.REGION_RETIRED);
        }
        return warnings;
    }

    private static List<LocalDate> birthDates(String digits, int day, LocalDate referenceDate) {
        int month = Integer.parseInt(digits.substring(8, 10));
        int yearOfCentury = Integer.parseInt(digits.substring(10, 12));
        LocalDate earliest = referenceDate.minusYears(AGE_YEARS_MAX);
        return IntStream.of(CENTURIES)
                .mapToObj(century -> date(century + yearOfCentury, month, day))
                .flatMap(Optional::stream)
                .filter(date -> !date.isBefore(earliest) && !date.isAfter(referenceDate))
                .toList();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notADay) {
            return Optional.empty(); // 31 April, 29 February of a common year: an expected outcome, not a fault
        }
    }
}
