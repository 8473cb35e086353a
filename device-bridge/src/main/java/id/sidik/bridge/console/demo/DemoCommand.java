package id.sidik.bridge.console.demo;

import com.google.gson.JsonObject;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.wire.process.RunFile;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays every journey on the services that run on the data folder, then keeps the kiosk in use. */
@Command(
        name = "demo",
        description = "Plays the journeys with made-up people on a virtual scanner, in front of the real services. "
                + "Exit code 0: every answer was the expected one, 1: not.")
public final class DemoCommand extends ServiceCommand {
    /** Contributions count by the calendar month of the counter. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    /** More than a play presses a finger, so that two plays never press alike. */
    private static final int IMPRESSIONS_A_PLAY = 64;

    private static final int PLAYS_APART = 1_000_000;

    @Option(names = "--once", description = "Play and exit; else the kiosk stays in use afterwards.")
    private boolean once;

    @Option(
            names = "--paced",
            description = "Send images at the speed of a true serial line (7 s each) instead of as fast as it goes.")
    private boolean paced;

    @Override
    protected int run(Services services) {
        Instant now = InstantSource.system().instant();
        try (VirtualScanner scanner = new VirtualScanner(services.data(), paced)) {
            Stage stage = new Stage(services, scanner);
            try (Cast cast = new Cast(DemoMember.CAST, firstImpression(stage, now))) {
                Play play = new Play(stage, services, scanner, cast, YearMonth.from(now.atZone(ZONE)));
                List<Scene> scenes = play.all();
                boolean asExpected = scenes.stream().allMatch(Scene::asExpected);
                report(scenes, play.firstReceipt(), asExpected, services);
                if (!once) {
                    keepOpen(scanner, cast);
                }
                return asExpected ? 0 : 1;
            }
        }
    }

    /** A fresh folder always plays alike; a later play on it must not press as an earlier one did. */
    private static int firstImpression(Stage stage, Instant now) {
        return stage.isRegistered(DemoMember.CAST.getFirst().nid())
                ? Math.toIntExact(now.getEpochSecond() % PLAYS_APART) * IMPRESSIONS_A_PLAY
                : 0;
    }

    private void report(List<Scene> scenes, String receipt, boolean asExpected, Services services) {
        JsonObject json = new JsonObject();
        json.add("scenes", SceneTable.jsonOf(scenes));
        json.addProperty("receipt", receipt);
        json.addProperty("kiosk", kioskOf(services));
        json.addProperty("asExpected", asExpected);
        answer(
                json,
                String.format(
                        Locale.ROOT,
                        """
                        Virtual here: the scanner (an EF01 module at the other end of a pseudo-terminal) and the fingers.
                        Real: the serial frames, the bridge, mutual TLS, the gate and its rules, the matcher, receipts, the audit log.

                        %s

                        A receipt, genuine by its Ed25519 signature:
                        %s

                        %s
                        """,
                        SceneTable.of(scenes),
                        receipt,
                        asExpected
                                ? "Every answer was the expected one."
                                : "NOT every answer was the expected one: see the rows marked NO."));
        if (!once) {
            out().println(invitation(services));
        }
    }

    private static String invitation(Services services) {
        return IntStream.range(0, DemoMember.CAST.size())
                .mapToObj(index -> String.format(
                        Locale.ROOT,
                        "  %2d  %s  %s",
                        index + 1,
                        DemoMember.CAST.get(index).nid(),
                        DemoMember.CAST.get(index).name()))
                .collect(Collectors.joining(
                        "\n",
                        "The kiosk: " + kioskOf(services) + "\nMembers (the contributions of number 3 have lapsed):\n",
                        "\n"));
    }

    private static String kioskOf(Services services) {
        return RunFile.read(services.data(), "bridge")
                .map(run -> run.getOrDefault("kiosk", ""))
                .orElse("");
    }

    private void keepOpen(VirtualScanner scanner, Cast cast) {
        try (OpenCounter counter = new OpenCounter(scanner, cast)) {
            if (Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .isPresent()) {
                counter.heed(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out());
            } else {
                out().println("The finger of member 1 is pressed on the glass every two seconds. Stop with Ctrl-C.");
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
