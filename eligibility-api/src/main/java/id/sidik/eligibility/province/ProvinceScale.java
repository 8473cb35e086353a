package id.sidik.eligibility.province;

/**
 * How large a province is.
 *
 * @param members 1,000 to 1,000,000
 * @param visits honest ones; those of the fraud come on top
 * @param claims likewise
 * @param hospitals 20 to 200: fraud needs some to itself
 * @param year of the script
 * @param seed the same one gives the same province
 */
public record ProvinceScale(int members, int visits, int claims, int hospitals, int year, long seed) {
    private static final int MEMBERS_PER_HOSPITAL = 4_000;
    /** Fewer tell nothing of a device. */
    private static final int VISITS_MIN = 3_000;

    private static final int HOSPITALS_MIN = 20;
    private static final int HOSPITALS_MAX = 200;

    public ProvinceScale {
        if (members < 1_000 || members > 1_000_000) {
            throw new IllegalArgumentException("a province has 1,000 to 1,000,000 members, not " + members);
        }
        if (visits < 0 || visits > 10 * members || claims < 0 || claims > members) {
            throw new IllegalArgumentException("too many visits or claims for " + members + " members");
        }
        if (hospitals < HOSPITALS_MIN || hospitals > HOSPITALS_MAX) {
            throw new IllegalArgumentException("a province has 20 to 200 hospitals, not " + hospitals);
        }
    }

    /** A tenth as many visits as members, but 3,000 at least, and a fortieth as many claims. */
    public static ProvinceScale ofMembers(int members, int year, long seed) {
        return new ProvinceScale(
                members,
                Math.max(members / 10, VISITS_MIN),
                members / 40,
                Math.clamp(members / MEMBERS_PER_HOSPITAL, HOSPITALS_MIN, HOSPITALS_MAX),
                year,
                seed);
    }
}
