package id.sidik.bridge.console.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Error rates as people say them. */
final class RateWords {
    /** More than half: there is nothing that one could be one of. */
    private static final double MOST = 0.5;

    /** Nobody has compared enough strangers to say more. */
    static final double RAREST = 1e-6;

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_UP);

    private RateWords() {}

    /** A half sentence about pairs of different fingers, for an FMR from 0 to 1. */
    static String lookAsAlike(double fmr) {
        if (fmr >= MOST) {
            return "most pairs of different fingers look as alike";
        }
        String share = fmr < RAREST ? "fewer than " + oneIn(RAREST) : "about " + oneIn(fmr);
        return share + " pairs of different fingers look as alike";
    }

    /** {@code one in 40,000}, rounded to one digit. */
    static String oneIn(double rate) {
        long pairs = new BigDecimal(1 / rate).round(ONE_DIGIT).longValueExact();
        return String.format(Locale.ROOT, "one in %,d", pairs);
    }
}
