package id.sidik.eligibility.employer;

/** How dangerous the work is, which sets the rate for work injury (PP 44/2015). Names are stored: never rename one. */
public enum RiskTier {
    VERY_LOW,
    LOW,
    MEDIUM,
    HIGH,
    VERY_HIGH
}
