package id.sidik.eligibility.nid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a number says about its holder at the time of first issue.
 *
 * @param regencyCode province and regency or city, 4 digits
 * @param districtCode province, regency and district, 6 digits
 * @param regencyName the latest name we know, empty if the code is unknown
 * @param districtName the latest name we know, empty if the code is unknown
 * @param birthDateCandidates one or two dates, earliest first: the year has only two digits
 * @param serial 4 digits, from 0001
 */
public record NidDetails(
        String provinceCode,
        String regencyCode,
        String districtCode,
        String regencyName,
        String districtName,
        Sex sex,
        List<LocalDate> birthDateCandidates,
        String serial) {

    public NidDetails {
        birthDateCandidates = List.copyOf(birthDateCandidates);
        if (birthDateCandidates.isEmpty()) {
            throw new IllegalArgumentException("a NID names at least one birth date");
        }
    }

    /** How the declared facts differ from the encoded ones; empty if they agree. Never a reason to refuse the number. */
    public List<NidWarning> disagreements(LocalDate declaredBirthDate, Sex declaredSex) {
        List<NidWarning> warnings = new ArrayList<>();
        if (!birthDateCandidates.contains(declaredBirthDate)) {
            warnings.add(NidWarning.BIRTH_DATE_DIFFERS);
        }
        if (sex != declaredSex) {
            warnings.add(NidWarning.SEX_DIFFERS);
        }
        return List.copyOf(warnings);
    }
}
