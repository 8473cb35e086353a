package id.sidik.benchmarks.sizing;

/** Where a number comes from. */
enum Origin {
    /** On a box, by {@code profile measure}. */
    MEASURED,
    /** From the profile: nobody has measured it. */
    ASSUMED
}
