package id.sidik.benchmarks.offlinestorm;

import id.sidik.benchmarks.offlinestorm.Pipe.GoneException;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.site.SiteLine;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.engine.FingerEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A site in a process of its own, to be killed. It hears what time it is, what is asked, and when the gate can be reached:
 *
 * <pre>
 * CHECK millis question  →  ANSWER answer
 * KEEP millis            →  PACK?  →  PACK response,  TAKE n entry...  →  TOOK sequence,  then KEPT waiting
 * </pre>
 */
final class StormSite {
    private final Pipe pipe;
    private final SimulatedClock clock = new SimulatedClock();

    private StormSite(Pipe pipe) {
        this.pipe = pipe;
    }

    /**
     * Runs until it is killed.
     *
     * @param args the folder, and the facility
     */
    public static void main(String[] args) throws Exception {
        new StormSite(new Pipe(System.in, System.out)).run(Path.of(args[0]), args[1]);
    }

    private void run(Path folder, String facility) throws Exception {
        try (Site site = Site.open(
                folder,
                Dismissal.in(folder, clock),
                facility,
                FingerEngine.SIDIK,
                new PipedLine(),
                Duration.ofDays(1),
                clock,
                new SecureRandom())) {
            pipe.tell("READY");
            while (true) {
                String[] words = pipe.hear();
                clock.set(Instant.ofEpochMilli(Long.parseLong(words[1])));
                if (words[0].equals("CHECK")) {
                    check(site, CheckEligibilityRequest.parseFrom(Pipe.decode(words[2])));
                } else {
                    site.keep();
                    pipe.tell("KEPT", Integer.toString(site.status().getWaiting()));
                }
            }
        }
    }

    private void check(Site site, CheckEligibilityRequest question) throws GoneException {
        byte[] answer =
                site.answer(question).map(ProvisionalAnswer::toByteArray).orElse(new byte[0]);
        pipe.tell("ANSWER", Pipe.encode(answer));
    }

    /** The gate is at the other end of the pipe. */
    private final class PipedLine implements SiteLine {
        @Override
        public Optional<IssueSitePackResponse> nextPack(String facilityId) {
            byte[] pack = Pipe.decode(asked("PACK?")[1]);
            try {
                return pack.length == 0 ? Optional.empty() : Optional.of(IssueSitePackResponse.parseFrom(pack));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Long> reconcile(String facilityId, List<byte[]> entries) {
            List<String> words = new ArrayList<>(List.of("TAKE"));
            entries.forEach(entry -> words.add(Pipe.encode(entry)));
            long through = Long.parseLong(asked(words.toArray(String[]::new))[1]);
            return through == 0 ? Optional.empty() : Optional.of(through);
        }

        private String[] asked(String... words) {
            try {
                pipe.tell(words);
                return pipe.hear();
            } catch (GoneException e) {
                throw new IllegalStateException("the storm is over", e);
            }
        }
    }
}
