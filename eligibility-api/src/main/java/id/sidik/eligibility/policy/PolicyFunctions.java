package id.sidik.eligibility.policy;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import com.google.protobuf.Timestamp;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What rules may call: whole numbers, days and paid months. Their meaning is part of every decision ever made: a function is never
 * changed, only a new one added.
 *
 * <pre>
 * date('2026-06-15')                  a day
 * plus_days, plus_months, plus_years  (day, n): the last day of the month where the month is shorter
 * days_between, months_between, years_between (day, day): whole ones; negative if the second lies before
 * share(rupiah, millionths)           rounded to the rupiah, half away from zero
 * rounded(numerator, denominator)     likewise
 * least(n, n), most(n, n)
 * count(months), first_day(months)    the first day of the first month
 * begun(months, day)                  a month up to that of the day is paid
 * covers(months, day, grace)          the day lies in a paid month, or in so many months after one
 * covered_until(months, day, grace)   last day of that cover
 * count_between(months, day, day)     paid months between those of the days, both included
 * run_until(months, day)              paid months without a gap that end with that of the day
 * </pre>
 */
final class PolicyFunctions {
    static final CelType MONTHS = OpaqueType.create("months");

    /** A function in CEL: what it takes and gives, and what it does. */
    private record Function(CelFunctionDecl declaration, CelFunctionBinding binding) {}

    private static final List<Function> ALL = List.of(
            function("date", TIMESTAMP, a -> CelDates.of(LocalDate.parse((String) a[0])), STRING),
            function("plus_days", TIMESTAMP, a -> CelDates.of(day(a[0]).plusDays(number(a[1]))), TIMESTAMP, INT),
            function("plus_months", TIMESTAMP, a -> CelDates.of(day(a[0]).plusMonths(number(a[1]))), TIMESTAMP, INT),
            function("plus_years", TIMESTAMP, a -> CelDates.of(day(a[0]).plusYears(number(a[1]))), TIMESTAMP, INT),
            function("days_between", INT, a -> ChronoUnit.DAYS.between(day(a[0]), day(a[1])), TIMESTAMP, TIMESTAMP),
            function("months_between", INT, a -> ChronoUnit.MONTHS.between(day(a[0]), day(a[1])), TIMESTAMP, TIMESTAMP),
            function("years_between", INT, a -> ChronoUnit.YEARS.between(day(a[0]), day(a[1])), TIMESTAMP, TIMESTAMP),
            function("share", INT, a -> share(number(a[0]), number(a[1])), INT, INT),
            function("rounded", INT, a -> rounded(BigInteger.valueOf(number(a[0])), number(a[1])), INT, INT),
            function("least", INT, a -> Math.min(number(a[0]), number(a[1])), INT, INT),
            function("most", INT, a -> Math.max(number(a[0]), number(a[1])), INT, INT),
            function("count", INT, a -> (long) months(a[0]).months().size(), MONTHS),
            function(
                    "first_day",
                    TIMESTAMP,
                    a -> CelDates.of(months(a[0]).months().first().atDay(1)),
                    MONTHS),
            function("begun", BOOL, a -> months(a[0]).begun(day(a[1])), MONTHS, TIMESTAMP),
            function("covers", BOOL, a -> months(a[0]).covers(day(a[1]), small(a[2])), MONTHS, TIMESTAMP, INT),
            function(
                    "covered_until",
                    TIMESTAMP,
                    a -> CelDates.of(months(a[0]).coveredUntil(day(a[1]), small(a[2]))),
                    MONTHS,
                    TIMESTAMP,
                    INT),
            function(
                    "count_between",
                    INT,
                    a -> (long) months(a[0]).countBetween(day(a[1]), day(a[2])),
                    MONTHS,
                    TIMESTAMP,
                    TIMESTAMP),
            function("run_until", INT, a -> (long) months(a[0]).runUntil(day(a[1])), MONTHS, TIMESTAMP));

    private static final long MILLION = 1_000_000;

    private PolicyFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return ALL.stream().map(Function::declaration).toList();
    }

    static List<CelFunctionBinding> bindings() {
        return ALL.stream().map(Function::binding).toList();
    }

    private static Function function(String name, CelType result, CelFunctionOverload body, CelType... takes) {
        return new Function(
                newFunctionDeclaration(name, newGlobalOverload(name, result, takes)),
                CelFunctionBinding.from(
                        name,
                        List.of(takes).stream()
                                .<Class<?>>map(PolicyFunctions::classOf)
                                .toList(),
                        body));
    }

    private static Class<?> classOf(CelType type) {
        if (type.equals(MONTHS)) {
            return PaidMonths.class;
        }
        if (type.equals(TIMESTAMP)) {
            return Timestamp.class;
        }
        return type.equals(INT) ? Long.class : String.class;
    }

    private static long share(long rupiah, long millionths) {
        return rounded(BigInteger.valueOf(rupiah).multiply(BigInteger.valueOf(millionths)), MILLION);
    }

    private static long rounded(BigInteger numerator, long denominator) {
        BigInteger twice = numerator.abs().shiftLeft(1).add(BigInteger.valueOf(Math.abs(denominator)));
        BigInteger magnitude =
                twice.divide(BigInteger.valueOf(Math.abs(denominator)).shiftLeft(1));
        boolean negative = numerator.signum() * Long.signum(denominator) < 0;
        return (negative ? magnitude.negate() : magnitude).longValueExact();
    }

    private static LocalDate day(Object argument) {
        return CelDates.of((Timestamp) argument);
    }

    private static long number(Object argument) {
        return (Long) argument;
    }

    private static int small(Object argument) {
        return Math.toIntExact((Long) argument);
    }

    private static PaidMonths months(Object argument) {
        return (PaidMonths) argument;
    }
}
