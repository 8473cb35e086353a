package id.sidik.bridge.console;

import id.sidik.eligibility.v1.DeduplicateMembersRequest;
import id.sidik.eligibility.v1.DeduplicateMembersResponse;
import id.sidik.eligibility.v1.DeduplicationProgress;
import id.sidik.eligibility.v1.MemberPair;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "dedupe",
        description = {
            "Searches the whole register for members who may be one person, and reports pairs.",
            "Pairs go to a file, one a line; NIDs show their first and last four digits unless told otherwise. Interrupted, or cut off "
                    + "by a crash of either side, the same command with --resume goes on: no pair is lost or comes twice.",
            "Exit code 0: nobody is enrolled twice, 1: there are pairs."
        })
final class DedupeCommand extends ServiceCommand {
    /** One call; a longer job asks again, which costs nothing. */
    private static final Duration CALL_PATIENCE = Duration.ofHours(1);

    @Option(
            names = "--target-fpir",
            paramLabel = "RATE",
            defaultValue = "0",
            description = {
                "The highest false positive identification rate of a pair (default: the service's own, or the job's).",
                "It is the rate of one search: with a million members 1e-3 lets a thousand strangers through."
            })
    private double targetFpir;

    @Option(names = "--same-finger", description = "Compare fingers of one name only; else all with all.")
    private boolean sameFingerOnly;

    @Option(
            names = "--out",
            paramLabel = "FILE.ndjson",
            defaultValue = "duplicates.ndjson",
            description = "Where the pairs go, and what --resume goes on with (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(names = "--resume", description = "Go on with the job whose pairs are in the file.")
    private boolean resume;

    @Option(
            names = "--whole-nids",
            description = "Write whole NIDs and names to the file: keep it as you keep the register.")
    private boolean wholeNids;

    private DeduplicationProgress latest = DeduplicationProgress.getDefaultInstance();

    @Override
    protected int run(Services services) {
        try (PairsFile file = resume ? PairsFile.resume(out) : PairsFile.begin(out, newKey())) {
            while (!latest.getFinished()) {
                goOn(services, file);
            }
            answer(latest, file.pairs() + " pairs among " + latest.getSubjectsDone() + " members; see " + out);
            return file.pairs() == 0 ? ExitCode.YES : ExitCode.NO;
        }
    }

    /** One call, to its end or to its deadline. */
    private void goOn(Services services, PairsFile file) {
        long doneBefore = latest.getSubjectsDone();
        try {
            Iterator<DeduplicateMembersResponse> messages = services.gate()
                    .withDeadlineAfter(CALL_PATIENCE.toMinutes(), TimeUnit.MINUTES)
                    .deduplicateMembers(DeduplicateMembersRequest.newBuilder()
                            .setJobId(file.jobId())
                            .setTargetFpir(targetFpir)
                            .setSameFingerOnly(sameFingerOnly)
                            .setPairsReceived(file.pairs())
                            .build());
            messages.forEachRemaining(message -> take(message, file));
        } catch (StatusRuntimeException e) {
            boolean movedOn = latest.getSubjectsDone() > doneBefore;
            if (e.getStatus().getCode() != Status.Code.DEADLINE_EXCEEDED || !movedOn) {
                throw e;
            }
        }
    }

    private void take(DeduplicateMembersResponse message, PairsFile file) {
        if (message.hasPair()) {
            MemberPair pair = message.getPair();
            file.append(pair, wholeNids);
            if (!shared().json()) {
                out().println(PairText.sentenceOf(pair));
            }
        } else {
            latest = message.getProgress();
            err().println(PairText.sentenceOf(latest));
        }
    }
}
