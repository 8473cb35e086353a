package id.sidik.benchmarks.offlinestorm;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import id.sidik.benchmarks.offlinestorm.Pipe.GoneException;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.site.SiteLine;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.Difference;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.ReconciledCheck;
import id.sidik.engine.FingerEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A site is cut off for hours. People come; its process is killed at random moments, also while it writes, and started again; whoever
 * was waiting asks again under the same capture. When the line is back it is killed on while it brings its journal to the gate. Then
 * every answer that was told must be at the gate once, and as it was told.
 *
 * <p>A kill leaves the page cache whole, so this says nothing about a power cut.
 */
final class OfflineStorm {
    private static final String ASKED = "CHECK";
    private static final Duration CUT_OFF = Duration.ofHours(8);
    private static final long KILL_WITHIN_NANOS = Duration.ofMillis(12).toNanos();

    /** Kills that are kept for the time when the line is back, of each ten. */
    private static final int KILLS_WHILE_RECONCILING = 1;

    private static final int BATCHES_BEFORE_KILL_MAX = 3;
    private static final int ASKED_AGAIN = 3;
    private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");

    private final Path folder;
    private final String classPath;
    private final Centre centre;
    private final SimulatedClock clock;
    private final RandomGenerator random;
    private final Crowd crowd;
    private final PrintWriter out;
    private final Map<String, ProvisionalAnswer> told = new LinkedHashMap<>();
    private final Map<String, CheckEligibilityRequest> asked = new HashMap<>();
    private Instant now = MORNING;
    private int kills;
    private int changed;

    /**
     * @param folder of the site's data
     * @param clock that the centre reads
     */
    OfflineStorm(Path folder, String classPath, Centre centre, SimulatedClock clock, long seed, PrintWriter out) {
        this.folder = folder;
        this.classPath = classPath;
        this.centre = centre;
        this.clock = clock;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.crowd = new Crowd(seed, random);
        this.out = out;
    }

    OfflineReport run(int checks, int killsWanted) throws IOException, InterruptedException {
        clock.set(now);
        prepare();
        int killsCutOff = killsWanted - killsWanted * KILLS_WHILE_RECONCILING / 10;
        Duration pause = CUT_OFF.dividedBy(checks);
        int nextNumber = 0;
        for (int round = 0; round <= killsCutOff; round++) {
            int until = (int) ((long) checks * (round + 1) / (killsCutOff + 1));
            try (SiteChild site = begin()) {
                askAgain(site);
                for (; nextNumber < until - 1; nextNumber++) {
                    ask(site, nextNumber, pause);
                }
                if (round < killsCutOff) {
                    killWithin(site, crowdComes(nextNumber, pause));
                } else {
                    ask(site, nextNumber, pause);
                }
                nextNumber++;
                site.endAndWait();
            } catch (GoneException e) {
                throw new IllegalStateException("the site ended by itself; see site.log", e);
            }
            askInDoubt();
            progress(round, killsCutOff);
        }
        centre.withdraw(Crowd.nid(0));
        reconcile(killsWanted - killsCutOff);
        return report();
    }

    private void progress(int round, int rounds) {
        if (round % 10 == 0 || round == rounds) {
            out.println(String.format(
                    Locale.ROOT, "kill %d of %d: %,d answers told, %d changed", kills, rounds, told.size(), changed));
            out.flush();
        }
    }

    /** Members, the site's key, its pack: all while the line is there. */
    private void prepare() throws IOException {
        for (int member = 0; member < Crowd.MEMBERS; member++) {
            centre.register(Crowd.nid(member), Crowd.name(member), crowd.enrolled(member));
        }
        SiteLine near = new SiteLine() {
            @Override
            public Optional<IssueSitePackResponse> nextPack(String facilityId) {
                return Optional.of(centre.issue());
            }

            @Override
            public Optional<Long> reconcile(String facilityId, List<byte[]> entries) {
                return Optional.empty();
            }
        };
        try (Site site = Site.open(
                folder,
                Dismissal.in(folder, clock),
                Centre.FACILITY,
                FingerEngine.SIDIK,
                near,
                Duration.ofDays(1),
                clock,
                new SecureRandom())) {
            centre.admit(site.status().getPackKey(), crowd.nids());
            site.keep();
        }
    }

    private SiteChild begin() throws IOException {
        try {
            return SiteChild.start(
                    folder,
                    Centre.FACILITY,
                    classPath,
                    folder.resolve("site.log").toFile());
        } catch (GoneException e) {
            throw new IllegalStateException("the site does not begin; see site.log", e);
        }
    }

    private CheckEligibilityRequest crowdComes(int number, Duration pause) {
        now = now.plus(pause);
        clock.set(now);
        CheckEligibilityRequest question = crowd.question(number, now);
        asked.put(question.getIdempotencyKey(), question);
        return question;
    }

    private void ask(SiteChild site, int number, Duration pause) throws GoneException {
        hear(site, crowdComes(number, pause));
    }

    private void hear(SiteChild site, CheckEligibilityRequest question) throws GoneException {
        tell(site, question);
        note(question.getIdempotencyKey(), site.pipe().hear());
    }

    private void tell(SiteChild site, CheckEligibilityRequest question) throws GoneException {
        site.pipe().tell(ASKED, Long.toString(now.toEpochMilli()), Pipe.encode(question.toByteArray()));
    }

    private void note(String captureId, String[] words) {
        byte[] answer = Pipe.decode(words[1]);
        if (answer.length == 0) {
            throw new IllegalStateException("the site answers no more; see site.log");
        }
        try {
            ProvisionalAnswer now = ProvisionalAnswer.parseFrom(answer);
            ProvisionalAnswer before = told.putIfAbsent(captureId, now);
            if (before != null && !before.equals(now)) {
                changed++;
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("that was no answer", e);
        }
    }

    /** Asks, and kills before, while or after it is answered. If the answer was told, it counts. */
    private void killWithin(SiteChild site, CheckEligibilityRequest question) {
        try {
            tell(site, question);
            LockSupport.parkNanos(random.nextLong(KILL_WITHIN_NANOS));
            site.kill();
            kills++;
            note(question.getIdempotencyKey(), site.pipe().hear());
        } catch (GoneException killed) {
            // nobody was told: she asks again when the site is back
        }
    }

    /** Whoever waited for an answer when the site was killed. */
    private void askInDoubt() throws IOException, InterruptedException {
        List<CheckEligibilityRequest> inDoubt = asked.values().stream()
                .filter(question -> !told.containsKey(question.getIdempotencyKey()))
                .toList();
        if (inDoubt.isEmpty()) {
            return;
        }
        try (SiteChild site = begin()) {
            for (CheckEligibilityRequest question : inDoubt) {
                hear(site, question);
            }
            site.endAndWait();
        } catch (GoneException e) {
            throw new IllegalStateException("the site ended by itself; see site.log", e);
        }
    }

    /** Some who were answered long ago: they must be told the same. */
    private void askAgain(SiteChild site) throws GoneException {
        List<String> all = List.copyOf(told.keySet());
        for (int i = 0; i < ASKED_AGAIN && !all.isEmpty(); i++) {
            hear(site, Objects.requireNonNull(asked.get(all.get(random.nextInt(all.size())))));
        }
    }

    /** The line is back. */
    private void reconcile(int killsWanted) throws IOException, InterruptedException {
        int left = killsWanted;
        boolean done = false;
        while (!done) {
            try (SiteChild site = begin()) {
                done = keep(site, left > 0 ? random.nextInt(BATCHES_BEFORE_KILL_MAX) : Integer.MAX_VALUE);
                left--;
                site.endAndWait();
            }
        }
    }

    /** @return whether the site has brought everything; false when it was killed */
    private boolean keep(SiteChild site, int killAt) {
        try {
            site.pipe().tell("KEEP", Long.toString(now.toEpochMilli()));
            int questions = 0;
            for (String[] words = site.pipe().hear();
                    !words[0].equals("KEPT");
                    words = site.pipe().hear()) {
                String reply = words[0].equals("TAKE") ? took(words) : Pipe.encode(new byte[0]);
                if (questions++ == killAt) {
                    site.kill();
                    kills++;
                }
                site.pipe().tell(words[0], reply);
            }
            return true;
        } catch (GoneException killed) {
            return false;
        }
    }

    private String took(String[] words) {
        List<ByteString> entries = Arrays.stream(words)
                .skip(1)
                .map(entry -> ByteString.copyFrom(Pipe.decode(entry)))
                .toList();
        return Long.toString(centre.reconcile(entries));
    }

    private OfflineReport report() {
        Map<String, List<ReconciledCheck>> byCapture = new HashMap<>();
        List<ReconciledCheck> all = centre.reconciled();
        all.forEach(check -> byCapture
                .computeIfAbsent(check.getCaptureId(), _ -> new ArrayList<>())
                .add(check));
        int lost = 0;
        for (Map.Entry<String, ProvisionalAnswer> answer : told.entrySet()) {
            List<ReconciledCheck> there = byCapture.getOrDefault(answer.getKey(), List.of());
            lost += there.isEmpty() ? 1 : 0;
            changed += there.stream().allMatch(check -> isSame(check, answer.getValue())) ? 0 : 1;
        }
        return new OfflineReport(
                kills,
                told.size(),
                (int) told.values().stream()
                        .filter(ProvisionalAnswer::hasGranted)
                        .count(),
                all.size(),
                lost,
                (int) byCapture.values().stream()
                        .filter(there -> there.size() > 1)
                        .count(),
                (int) byCapture.keySet().stream()
                        .filter(id -> !told.containsKey(id))
                        .count(),
                changed,
                count(all, Difference.GRANTED_WRONGLY),
                count(all, Difference.REFERRED_NEEDLESSLY));
    }

    private static boolean isSame(ReconciledCheck check, ProvisionalAnswer answer) {
        return check.getSequence() == answer.getJournalSequence()
                && check.getProvisional()
                        .equals(
                                answer.hasGranted()
                                        ? "GRANTED"
                                        : answer.getReferred().getCause());
    }

    private static int count(List<ReconciledCheck> all, Difference difference) {
        return (int) all.stream()
                .filter(check -> check.getDifference() == difference)
                .count();
    }
}
