package id.sidik.eligibility.province;

import id.sidik.eligibility.report.Site;
import id.sidik.eligibility.report.StaffPrint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Hospitals, branches of the institution, their devices and their people. All numbers begin at 0. */
final class Places {
    static final int DEVICES = 2;
    static final int OPERATORS = 3;

    private static final double SOUTH_DEG = -7.8;
    private static final double WEST_DEG = 108.6;
    private static final double HEIGHT_DEG = 1.3;
    private static final double WIDTH_DEG = 2.9;
    private static final int BEDS_MIN = 30;
    private static final int BEDS_SPREAD = 45;
    private static final int HOSPITALS_PER_BRANCH = 8;
    private static final int BRANCHES_MIN = 4;

    private final List<Site> hospitals = new ArrayList<>();
    private final List<Site> branches = new ArrayList<>();

    Places(ProvinceScale scale, SplittableRandom random) {
        for (int i = 0; i < scale.hospitals(); i++) {
            hospitals.add(site(
                    String.format(Locale.ROOT, "RSUD-%02d", i + 1), BEDS_MIN + random.nextInt(BEDS_SPREAD), random));
        }
        int count = Math.max(BRANCHES_MIN, scale.hospitals() / HOSPITALS_PER_BRANCH);
        for (int i = 0; i < count; i++) {
            branches.add(site(String.format(Locale.ROOT, "KC-%02d", i + 1), 0, random));
        }
    }

    private static Site site(String facility, int beds, SplittableRandom random) {
        List<String> devices = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            devices.add(facility + "-S" + (i + 1));
        }
        return new Site(
                facility,
                SOUTH_DEG + HEIGHT_DEG * random.nextDouble(),
                WEST_DEG + WIDTH_DEG * random.nextDouble(),
                beds,
                devices);
    }

    List<Site> hospitals() {
        return hospitals;
    }

    List<Site> branches() {
        return branches;
    }

    List<Site> all() {
        List<Site> all = new ArrayList<>(hospitals);
        all.addAll(branches);
        return all;
    }

    /** The hospital that is farthest from another. */
    Site farthestFrom(Site site) {
        Site farthest = site;
        for (Site other : hospitals) {
            if (squareDeg(site, other) > squareDeg(site, farthest)) {
                farthest = other;
            }
        }
        return farthest;
    }

    private static double squareDeg(Site a, Site b) {
        double latitude = a.latitudeDeg() - b.latitudeDeg();
        double longitude = a.longitudeDeg() - b.longitudeDeg();
        return latitude * latitude + longitude * longitude;
    }

    static String operator(Site site, int number) {
        return site.facility() + "-P" + (number + 1);
    }

    static String approver(Site site) {
        return site.facility() + "-K1";
    }

    static String fingerOf(String operator) {
        return "staff-" + operator;
    }

    List<StaffPrint> staffPrints() {
        List<StaffPrint> prints = new ArrayList<>();
        for (Site site : all()) {
            for (int i = 0; i < OPERATORS; i++) {
                String operator = operator(site, i);
                prints.add(new StaffPrint(operator, fingerOf(operator)));
            }
        }
        return prints;
    }
}
