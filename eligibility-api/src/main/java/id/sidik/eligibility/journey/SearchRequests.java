package id.sidik.eligibility.journey;

import id.sidik.eligibility.matching.SearchTerms;
import id.sidik.eligibility.matching.SubjectFilter;
import id.sidik.eligibility.matching.SubjectFilter.BirthYears;
import id.sidik.eligibility.nid.RegionTable;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.MemberFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads how a search of everybody is meant, or refuses it with its reason. */
final class SearchRequests {
    private static final int REGIONS_MAX = 100;

    private final Function<String, Set<String>> regenciesIn;

    /** @param regenciesIn as {@link RegionTable#regenciesIn} */
    SearchRequests(Function<String, Set<String>> regenciesIn) {
        this.regenciesIn = regenciesIn;
    }

    SearchTerms terms(IdentifyMemberRequest request) {
        int candidatesMax = Integer.compareUnsigned(request.getCandidatesMax(), SearchTerms.CANDIDATES_MAX) > 0
                ? SearchTerms.CANDIDATES_MAX
                : request.getCandidatesMax();
        return new SearchTerms(
                request.getTargetFpir(),
                candidatesMax,
                filter(request.getFilter()),
                budget(request.getSearchBudgetMillis()));
    }

    private SubjectFilter filter(MemberFilter said) {
        return new SubjectFilter(
                MemberRequests.sex(said.getSex()),
                birthYears(said.getBirthYearFirst(), said.getBirthYearLast()),
                regencies(said));
    }

    private static Optional<BirthYears> birthYears(int first, int last) {
        if (first == 0 && last == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BirthYears(first, last));
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid(
                    "BIRTH_YEARS_INVALID",
                    "birth_year_first and birth_year_last must be given both or neither: " + e.getMessage());
        }
    }

    private Set<String> regencies(MemberFilter said) {
        if (said.getRegionsCount() > REGIONS_MAX) {
            throw RequestRefusedException.invalid(
                    "REGION_INVALID", "regions must be at most " + REGIONS_MAX + ", not " + said.getRegionsCount());
        }
        Set<String> all = new TreeSet<>();
        said.getRegionsList().forEach(region -> all.addAll(regencies(region)));
        return all;
    }

    private Set<String> regencies(String region) {
        Set<String> regencies = regenciesIn.apply(region);
        if (regencies.isEmpty()) {
            throw RequestRefusedException.invalid(
                    "REGION_INVALID",
                    "regions must be provinces (2 digits) or regencies (4 digits) as a NIK begins with, which "
                            + (region.length() <= 6 && region.chars().allMatch(Character::isDigit)
                                    ? region
                                    : "one of them")
                            + " is not");
        }
        return regencies;
    }

    private static Optional<Duration> budget(int millis) {
        if (millis < 0 || millis > SearchTerms.BUDGET_MAX.toMillis()) {
            throw RequestRefusedException.invalid(
                    "SEARCH_BUDGET_INVALID",
                    "search_budget_millis must be 1 to " + SearchTerms.BUDGET_MAX.toMillis() + ", or 0 for none, not "
                            + Integer.toUnsignedString(millis));
        }
        return millis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }
}
