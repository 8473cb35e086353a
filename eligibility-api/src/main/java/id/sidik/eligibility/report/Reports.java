package id.sidik.eligibility.report;

/** Makes any report. Each call reads the streams that it needs, once or twice, and holds what its rule must remember. */
public final class Reports {
    private Reports() {}

    public static Report of(ReportName name, Events events, Thresholds thresholds) {
        return switch (name) {
            case SAME_FINGER_MANY_NIDS -> SameFingerManyNids.of(events, thresholds);
            case ONE_NID_MANY_FINGERS -> OneNidManyFingers.of(events, thresholds);
            case PRESENTER_AT_A_DEVICE -> PresenterAtADevice.of(events, thresholds);
            case REPLAY -> Replay.of(events, thresholds);
            case IMPOSSIBLE_TRAVEL -> ImpossibleTravel.of(events, thresholds);
            case OVERLAPPING_ADMISSIONS -> OverlappingAdmissions.of(events);
            case DEAD_MEMBERS -> DeadMembers.of(events, thresholds);
            case EARLY_DEATH_CLAIMS -> EarlyDeathClaims.of(events, thresholds);
            case VISITS_WITHOUT_PRESENCE -> VisitsWithoutPresence.of(events, thresholds);
            case PHANTOM_CARDS -> PhantomCards.of(events, thresholds);
            case SHARED_CONTACT -> SharedContact.of(events, thresholds);
            case FALLBACK_RATE -> FallbackRate.of(events, thresholds);
            case BACK_DATING -> BackDating.of(events, thresholds);
            case REPEATED_FAILURES -> RepeatedFailures.of(events, thresholds);
            case CAPACITY -> Capacity.of(events, thresholds);
            case QUALITY_DRIFT -> QualityDrift.of(events, thresholds);
            case KEY_FIGURES -> KeyFigures.of(events);
            case GENUINE_REJECTS -> GenuineRejects.of(events);
            case SITES -> SiteFigures.of(events, thresholds);
            case FALLBACK_METHODS -> FallbackMethods.of(events);
            case CONTRIBUTIONS -> ContributionStatistics.of(events);
            case CLAIMS -> ClaimStatistics.of(events);
            case FINANCIAL_TOTALS -> FinancialTotals.of(events);
            case SALARY_CHECK -> SalaryCheck.of(events, thresholds);
            case WORK_INJURIES -> WorkInjuries.of(events);
            case EMPLOYER_COMPLIANCE -> EmployerCompliance.of(events, thresholds);
            case COMPLAINTS -> ComplaintStatistics.of(events);
        };
    }
}
