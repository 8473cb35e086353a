package id.sidik.eligibility.report;

import java.util.Locale;

/** The numbers that reports decide by. Names are settings: {@code SHARED_BY_MIN} is {@code eligibility.reports.shared-by-min}. */
public enum Threshold {
    /** NIDs that one finger answers for. */
    NIDS_OF_A_FINGER_MIN(2, 2, 1_000),
    /** Failed comparisons of one NID with fingers that are known to be somebody else's. */
    STRANGERS_OF_A_NID_MIN(3, 1, 1_000),
    /** NIDs that one finger is shown for at one device in one day. */
    NIDS_AT_A_DEVICE_MIN(3, 2, 1_000),
    /** Times that a picture is seen. */
    SAME_CAPTURE_MIN(2, 2, 1_000),
    /** A person travels no faster: a car on a good road, ferries and queues left out. */
    TRAVEL_KM_PER_HOUR_MAX(200, 10, 2_000),
    /** Nearer facilities are one place: positions and clocks are not better than that. */
    TRAVEL_KM_MIN(20, 1, 1_000),
    /** Days from joining to the death that a death claim is for. */
    EARLY_DEATH_DAYS_MAX(180, 1, 3_650),
    /** Early death claims of one agent. */
    EARLY_DEATHS_OF_AN_AGENT_MIN(3, 1, 1_000),
    /** Visits without presence of one facility. */
    UNPROVEN_VISITS_MIN(15, 1, 100_000),
    /** Their share, in thousandths. */
    UNPROVEN_SHARE_MIN(100, 1, 1_000),
    /** Members first seen at one facility on one day. */
    FIRST_SEEN_MIN(15, 2, 100_000),
    /** Their share among all members there that day, in thousandths. */
    FIRST_SEEN_SHARE_MIN(800, 1, 1_000),
    /** Members of one telephone or account number: a family shares one. */
    SHARED_BY_MIN(6, 2, 10_000),
    /** Fallbacks of one facility, operator or approver. */
    FALLBACKS_MIN(10, 1, 100_000),
    /** Days from admission to the record of it. */
    BACK_DATED_DAYS_MAX(3, 0, 365),
    /** Back-dated visits of one facility. */
    BACK_DATED_MIN(5, 1, 100_000),
    /** Failures of one person in one day. */
    FAILURES_OF_A_PERSON_MIN(5, 2, 1_000),
    /** Failures of one device or operator. */
    FAILURES_MIN(15, 2, 100_000),
    /** How many times the usual rate is too much, in thousandths. */
    TIMES_THE_USUAL(2_000, 1_000, 100_000),
    /** How sure, in thousandths of a standard deviation: 3 is one honest facility in seven hundred. */
    CERTAINTY(3_000, 500, 10_000),
    /** Captures that one scanner can do in an hour: a minute each. */
    CAPTURES_AN_HOUR_MAX(60, 1, 10_000),
    /** Captures that a device's usual quality is taken from. */
    QUALITY_BASELINE(40, 5, 10_000),
    /** Captures that its present quality is taken from. */
    QUALITY_WINDOW(20, 5, 1_000),
    /** Points by which quality has fallen. */
    QUALITY_DROP_MIN(15, 1, 100),
    /** Thousandths by which a reported wage lies under what the worker says. */
    WAGE_GAP_MIN(100, 1, 1_000),
    /** Day of the next month when contributions are due. */
    DUE_DAY(15, 1, 28);

    private final int standard;
    private final int min;
    private final int max;

    Threshold(int standard, int min, int max) {
        this.standard = standard;
        this.min = min;
        this.max = max;
    }

    public int standard() {
        return standard;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    /** The last part of the setting's key. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
