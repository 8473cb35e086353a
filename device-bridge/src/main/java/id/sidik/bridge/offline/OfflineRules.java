package id.sidik.bridge.offline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether to grant provisionally. Pure: the same question, pack, finger and past give the same answer. */
public final class OfflineRules {
    /** The day of the bounds: any 24 hours, so that midnight doubles nothing. */
    public static final Duration DAY = Duration.ofDays(1);

    private OfflineRules() {}

    /**
     * What speaks against answering at all, before a finger is compared: who may not be answered is not compared either, so that a bridge
     * cannot be used to try fingers out.
     *
     * @param past at least of the last 24 hours
     */
    public static Optional<OfflineCause> objection(
            String purpose, HeldPacks.Finding finding, Collection<PastCheck> past, Instant now) {
        return switch (finding) {
            case HeldPacks.Finding.ClockBehind _ -> Optional.of(OfflineCause.CLOCK_BEHIND);
            case HeldPacks.Finding.DeviceRevoked _ -> Optional.of(OfflineCause.DEVICE_REVOKED);
            case HeldPacks.Finding.NoPack _, HeldPacks.Finding.NotNamed _ -> Optional.of(OfflineCause.NOT_EXPECTED);
            case HeldPacks.Finding.Named(long _, OfflineTerms terms, ExpectedMember member) -> {
                if (past.stream().anyMatch(check -> check.at().isAfter(now))) {
                    yield Optional.of(OfflineCause.CLOCK_BEHIND);
                }
                OptionalLong stake = terms.stakeRupiah(purpose);
                if (stake.isEmpty()) {
                    yield Optional.of(OfflineCause.PURPOSE_NEEDS_NETWORK);
                }
                if (member.prospect(purpose, now).isEmpty()) {
                    yield Optional.of(OfflineCause.NOT_COVERED_WHEN_ISSUED);
                }
                yield bound(stake.getAsLong(), terms, member.pseudonym(), lastDay(past, now));
            }
        };
    }

    private static Optional<OfflineCause> bound(
            long stake, OfflineTerms terms, String pseudonym, List<PastCheck> lastDay) {
        List<PastCheck> hers = lastDay.stream()
                .filter(check -> check.pseudonym().equals(pseudonym))
                .toList();
        if (hers.stream().filter(PastCheck::compared).count() >= terms.attemptsPerPersonDay()) {
            return Optional.of(OfflineCause.ATTEMPTS_USED_UP);
        }
        if (isFull(hers, stake, terms.grantsPerPersonDay(), terms.rupiahPerPersonDay())) {
            return Optional.of(OfflineCause.PERSON_LIMIT_REACHED);
        }
        if (isFull(lastDay, stake, terms.grantsPerSiteDay(), terms.rupiahPerSiteDay())) {
            return Optional.of(OfflineCause.SITE_LIMIT_REACHED);
        }
        return Optional.empty();
    }

    private static boolean isFull(List<PastCheck> checks, long stake, int grantsMax, long rupiahMax) {
        List<PastCheck> grants = checks.stream().filter(PastCheck::isGrant).toList();
        long rupiah = grants.stream().mapToLong(PastCheck::grantedRupiah).sum();
        return grants.size() >= grantsMax || stake > rupiahMax - rupiah;
    }

    private static List<PastCheck> lastDay(Collection<PastCheck> past, Instant now) {
        Instant begin = now.minus(DAY);
        return past.stream().filter(check -> check.at().isAfter(begin)).toList();
    }

    /** The answer where nothing spoke against one. */
    public static OfflineAnswer answer(
            String purpose, HeldPacks.Finding.Named named, FingerFinding finger, Instant now) {
        return switch (finger) {
            case FingerFinding.NotCompared(OfflineCause cause) -> new OfflineAnswer.Referred(cause);
            case FingerFinding.Compared(double fmr) ->
                fmr <= named.terms().targetFmr()
                        ? granted(purpose, named, now)
                        : new OfflineAnswer.Referred(OfflineCause.FINGER_NOT_PROVED);
        };
    }

    private static OfflineAnswer granted(String purpose, HeldPacks.Finding.Named named, Instant now) {
        Prospect prospect = named.member()
                .prospect(purpose, now)
                .orElseThrow(() -> new IllegalArgumentException("an objection was not asked for"));
        return new OfflineAnswer.Granted(
                prospect.benefit(),
                prospect.inForceUntil(),
                named.terms().stakeRupiah(purpose).orElseThrow());
    }
}
