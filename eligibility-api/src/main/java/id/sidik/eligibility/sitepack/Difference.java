package id.sidik.eligibility.sitepack;

/** How an answer without a network differs from the gate's own. Names are stored: never rename one. */
public enum Difference {
    SAME,
    /** The bridge granted what the gate would not have. */
    GRANTED_WRONGLY,
    /** The bridge referred somebody to an officer whom the gate would have answered. */
    REFERRED_NEEDLESSLY;

    /**
     * Compares.
     *
     * @param provisionallyGranted else the person was referred to an officer
     */
    public static Difference between(boolean provisionallyGranted, CentralAnswer central) {
        return switch (central) {
            case CentralAnswer.Granted _ -> provisionallyGranted ? SAME : REFERRED_NEEDLESSLY;
            case CentralAnswer.Denied _ -> provisionallyGranted ? GRANTED_WRONGLY : REFERRED_NEEDLESSLY;
            case CentralAnswer.Undetermined _, CentralAnswer.Refused _ -> provisionallyGranted ? GRANTED_WRONGLY : SAME;
        };
    }
}
