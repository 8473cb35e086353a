package id.sidik.eligibility.contribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a channel says it took on a day, beside what we recorded for it.
 *
 * @param matched payments that both have, with the same amount
 * @param matchedRupiah what they come to
 * @param oursRupiah all that we recorded
 * @param theirsRupiah all that the channel says, a payment told twice counted twice
 * @param findings everything else: first what the file says, in its order, then what it does not say
 */
public record Reconciliation(
        int matched, long matchedRupiah, long oursRupiah, long theirsRupiah, List<Finding> findings) {

    public Reconciliation {
        findings = List.copyOf(findings);
    }

    /** Something to look after. */
    public sealed interface Finding {
        /** The channel took it, and we do not have it. */
        record MissingHere(ChannelLine theirs) implements Finding {}

        /** We have it, and the channel does not say it. */
        record MissingThere(Contribution ours) implements Finding {}

        /** Both have it, and not the same. */
        record AmountDiffers(ChannelLine theirs, Contribution ours) implements Finding {}

        /** The file says it for the second time. */
        record Repeated(ChannelLine theirs) implements Finding {}
    }

    /** Puts the two beside one another, by the channel's references. Takes time and space in their number. */
    public static Reconciliation of(Collection<Contribution> ours, List<ChannelLine> theirs) {
        Map<String, Contribution> unseen = new LinkedHashMap<>();
        ours.forEach(contribution -> unseen.put(contribution.reference(), contribution));
        Map<String, ChannelLine> seen = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        int matched = 0;
        long matchedRupiah = 0;
        for (ChannelLine line : theirs) {
            Contribution contribution = unseen.remove(line.reference());
            if (seen.putIfAbsent(line.reference(), line) != null) {
                findings.add(new Finding.Repeated(line));
            } else if (contribution == null) {
                findings.add(new Finding.MissingHere(line));
            } else if (contribution.amountRupiah() != line.amountRupiah()) {
                findings.add(new Finding.AmountDiffers(line, contribution));
            } else {
                matched++;
                matchedRupiah = Math.addExact(matchedRupiah, line.amountRupiah());
            }
        }
        unseen.values().forEach(contribution -> findings.add(new Finding.MissingThere(contribution)));
        return new Reconciliation(matched, matchedRupiah, sumOurs(ours), sumTheirs(theirs), findings);
    }

    private static long sumOurs(Collection<Contribution> ours) {
        return ours.stream().mapToLong(Contribution::amountRupiah).reduce(0, Math::addExact);
    }

    private static long sumTheirs(List<ChannelLine> theirs) {
        return theirs.stream().mapToLong(ChannelLine::amountRupiah).reduce(0, Math::addExact);
    }

    /** Whether both say the same. */
    public boolean clean() {
        return findings.isEmpty();
    }
}
