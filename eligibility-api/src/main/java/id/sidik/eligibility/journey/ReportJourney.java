package id.sidik.eligibility.journey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.report.Period;
import id.sidik.eligibility.report.Report;
import id.sidik.eligibility.report.ReportName;
import id.sidik.eligibility.report.Reports;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.GetReportRequest;
import id.sidik.eligibility.v1.GetReportResponse;
import id.sidik.eligibility.v1.ListReportsResponse;
import id.sidik.eligibility.v1.ReportColumn;
import id.sidik.eligibility.v1.ReportDescription;
import id.sidik.eligibility.v1.ReportFamily;
import id.sidik.eligibility.v1.ReportRow;
import id.sidik.wire.rpc.ProtoTime;
import id.sidik.wire.trust.Role;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes reports from the books. One is made at a time, because each walks through whole tables beside the gate's own work, and is kept for half a
 * minute or twenty times as long as its making took, because a dashboard asks for the same again. Whoever reads one is written down.
 */
public final class ReportJourney {
    private static final Duration KEPT_MIN = Duration.ofSeconds(30);

    /** So that reports never take more than a twentieth of a core for long. */
    private static final int TIMES_ITS_MAKING = 20;

    private static final int KEPT_MAX = 64;
    private static final int ROWS_DEFAULT = 1_000;
    private static final int DAYS_DEFAULT = 365;

    private final Books books;
    private final Thresholds thresholds;
    private final ReentrantLock making = new ReentrantLock();
    private final Cache<Wanted, Made> made = Caffeine.newBuilder()
            .maximumSize(KEPT_MAX)
            .expireAfter(Expiry.<Wanted, Made>creating((_, report) -> report.keptFor()))
            .build();

    /** What was asked for. */
    private record Wanted(ReportName name, Period period) {}

    /** A report, when it was made, and how long that took. */
    private record Made(Report report, Instant at, Duration making) {
        Duration keptFor() {
            Duration kept = making.multipliedBy(TIMES_ITS_MAKING);
            return kept.compareTo(KEPT_MIN) > 0 ? kept : KEPT_MIN;
        }
    }

    public ReportJourney(Books books, Thresholds thresholds) {
        this.books = books;
        this.thresholds = thresholds;
    }

    /** All that can be asked for. */
    public ListReportsResponse names() {
        return ListReportsResponse.newBuilder()
                .addAllReports(Arrays.stream(ReportName.values())
                        .map(ReportJourney::description)
                        .toList())
                .build();
    }

    /** One report in the words of the contract. */
    public GetReportResponse report(GetReportRequest request, Caller caller) {
        int rowsMax = rowsMax(request.getRowsMax());
        Made answer = make(request, caller);
        Report report = answer.report();
        boolean wholeNids = seesWholeNids(caller);
        return GetReportResponse.newBuilder()
                .setDescription(description(report.name()))
                .setFrom(report.period().from().toString())
                .setTo(report.period().to().toString())
                .addAllColumns(report.columns().stream()
                        .map(column -> ReportColumn.newBuilder()
                                .setName(column.head())
                                .setUnit(column.unit().name())
                                .setTextId(column.textIndonesian())
                                .setTextEn(column.textEnglish())
                                .build())
                        .toList())
                .addAllRows(report.rows().stream()
                        .limit(rowsMax)
                        .map(row -> ReportRow.newBuilder()
                                .addAllCells(row.stream()
                                        .map(cell -> cell.text(wholeNids))
                                        .toList())
                                .build())
                        .toList())
                .setRowsTotal(report.rowsTotal())
                .setPartial(report.partial())
                .putAllThresholds(report.thresholds())
                .setMadeAt(ProtoTime.of(answer.at()))
                .build();
    }

    /** One report as it is, for a file. */
    public Report raw(GetReportRequest request, Caller caller) {
        return make(request, caller).report();
    }

    /** Auditors check us, and need nobody's number for it. */
    public static boolean seesWholeNids(Caller caller) {
        return caller.role() == Role.OPERATOR;
    }

    private Made make(GetReportRequest request, Caller caller) {
        Wanted wanted = wanted(request);
        Made answer = madeOrMake(wanted, caller.patience());
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.REPORT_MADE, caller)
                        .with(AuditField.REPORT, wanted.name().typed())
                        .with(
                                AuditField.PERIOD,
                                wanted.period().from() + "/" + wanted.period().to())));
        return answer;
    }

    private Made madeOrMake(Wanted wanted, Patience patience) {
        Made kept = made.getIfPresent(wanted);
        if (kept != null) {
            return kept;
        }
        takeTurn(patience);
        try {
            return made.get(wanted, this::fresh);
        } finally {
            making.unlock();
        }
    }

    private Made fresh(Wanted wanted) {
        Instant begun = books.now();
        Report report = Reports.of(
                wanted.name(), new StoredEvents(books.store(), wanted.period(), thresholds.zone()), thresholds);
        return new Made(report, begun, Duration.between(begun, books.now()));
    }

    private void takeTurn(Patience patience) {
        try {
            if (making.tryLock(patience.leftAfter(Duration.ZERO).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RequestRefusedException(
                RequestRefusedException.Kind.OVERLOADED, "OVERLOADED", "Another report is being made; try again");
    }

    private Wanted wanted(GetReportRequest request) {
        ReportName name = ReportName.of(request.getName())
                .orElseThrow(() -> RequestRefusedException.invalid(
                        "REPORT_UNKNOWN",
                        "name must be one of "
                                + List.of(ReportName.values()).stream()
                                        .map(ReportName::typed)
                                        .toList()));
        return new Wanted(name, period(request));
    }

    private Period period(GetReportRequest request) {
        LocalDate today = LocalDate.ofInstant(books.now(), thresholds.zone());
        if (request.getFrom().isEmpty() && request.getTo().isEmpty()) {
            return new Period(today.minusDays(DAYS_DEFAULT - 1), today);
        }
        try {
            return new Period(LocalDate.parse(request.getFrom()), LocalDate.parse(request.getTo()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw RequestRefusedException.invalid(
                    "PERIOD_INVALID",
                    "from and to must be days YYYY-MM-DD, from not after to, at most " + Period.DAYS_MAX + " days");
        }
    }

    private static int rowsMax(int asked) {
        if (asked < 0 || asked > Report.ROWS_MAX) {
            throw RequestRefusedException.invalid(
                    "ROWS_MAX_INVALID", "rows_max must be 1 to " + Report.ROWS_MAX + ", or 0 for 1,000");
        }
        return asked == 0 ? ROWS_DEFAULT : asked;
    }

    private static ReportDescription description(ReportName name) {
        return ReportDescription.newBuilder()
                .setName(name.typed())
                .setFamily(
                        switch (name.family()) {
                            case FRAUD -> ReportFamily.FRAUD;
                            case MANAGEMENT -> ReportFamily.MANAGEMENT;
                        })
                .setTitleId(name.titleIndonesian())
                .setTitleEn(name.titleEnglish())
                .setRuleId(name.ruleIndonesian())
                .setRuleEn(name.ruleEnglish())
                .build();
    }
}
