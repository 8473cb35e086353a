package id.sidik.eligibility.member;

/** How a member earns, by the segments of BPJS Ketenagakerjaan. Names are stored: never rename one. */
public enum Segment {
    WAGE_EARNER,
    INFORMAL,
    CONSTRUCTION,
    MIGRANT
}
