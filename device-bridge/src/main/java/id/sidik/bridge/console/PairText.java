package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.eligibility.v1.DeduplicationProgress;
import id.sidik.eligibility.v1.MemberPair;
import id.sidik.eligibility.v1.PairedMember;
import java.time.Duration;
import java.util.Locale;

/** How pairs of members and the progress of a job are written. */
final class PairText {
    private static final int SHOWN_DIGITS = 4;
    private static final String NOT_A_MEMBER = "(not a member)";

    private PairText() {}

    static String sentenceOf(MemberPair pair) {
        return String.format(
                Locale.ROOT,
                "%d  %s  %s  false match rate %.2g",
                pair.getNumber(),
                masked(pair.getMember()),
                masked(pair.getOther()),
                pair.getFmr());
    }

    static String sentenceOf(DeduplicationProgress progress) {
        double share = progress.getSubjectsTotal() == 0
                ? 1
                : Math.min(1, (double) progress.getSubjectsDone() / progress.getSubjectsTotal());
        String remaining = progress.hasRemainingSeconds() && !progress.getFinished()
                ? ", about " + timeOf(Math.round(progress.getRemainingSeconds())) + " left"
                : "";
        return String.format(
                Locale.ROOT,
                "%d of %d members (%.1f %%), %d pairs%s",
                progress.getSubjectsDone(),
                progress.getSubjectsTotal(),
                100 * share,
                progress.getPairs(),
                remaining);
    }

    private static String timeOf(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** A line of the file of pairs. */
    static JsonObject lineOf(MemberPair pair, boolean whole) {
        JsonObject line = new JsonObject();
        line.addProperty("number", pair.getNumber());
        line.add("member", member(pair.getMember(), whole));
        line.add("other", member(pair.getOther(), whole));
        line.addProperty("fmr", pair.getFmr());
        line.addProperty("fpir", pair.getFpir());
        return line;
    }

    private static JsonObject member(PairedMember member, boolean whole) {
        JsonObject json = new JsonObject();
        json.addProperty("nid", whole ? member.getNid() : masked(member));
        if (whole) {
            json.addProperty("fullName", member.getFullName());
        }
        return json;
    }

    private static String masked(PairedMember member) {
        String nid = member.getNid();
        if (nid.length() <= 2 * SHOWN_DIGITS) {
            return NOT_A_MEMBER;
        }
        return nid.substring(0, SHOWN_DIGITS)
                + "*".repeat(nid.length() - 2 * SHOWN_DIGITS)
                + nid.substring(nid.length() - SHOWN_DIGITS);
    }
}
