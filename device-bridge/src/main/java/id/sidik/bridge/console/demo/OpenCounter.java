package id.sidik.bridge.console.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the kiosk in use after the play: a chosen member's finger is pressed on the glass again and again, because a finger that
 * lay still would be the same image twice.
 */
final class OpenCounter implements AutoCloseable {
    private static final long PRESS_SECONDS = 2;

    private final VirtualScanner scanner;
    private final Cast cast;
    private final AtomicReference<@Nullable DemoMember> atTheGlass = new AtomicReference<>(DemoMember.CAST.getFirst());
    private final ScheduledExecutorService presses = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("presses").daemon().factory());

    private final ScheduledFuture<?> pressing;

    OpenCounter(VirtualScanner scanner, Cast cast) {
        this.scanner = scanner;
        this.cast = cast;
        this.pressing = presses.scheduleWithFixedDelay(this::press, 0, PRESS_SECONDS, TimeUnit.SECONDS);
    }

    private void press() {
        DemoMember member = atTheGlass.get();
        if (member != null) {
            scanner.lay(cast.handOf(member).press());
        }
    }

    /** Reads what to do, a line each, until "quit" or the end of input. */
    void heed(BufferedReader in, PrintWriter out) {
        out.println("Type a member's number to lay that finger; off, unplug, plug, quit.");
        try {
            for (String line = prompt(in, out); line != null && !line.strip().equals("quit"); line = prompt(in, out)) {
                out.println(obey(line.strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what to do", e);
        }
    }

    private static @Nullable String prompt(BufferedReader in, PrintWriter out) throws IOException {
        out.print("> ");
        out.flush();
        return in.readLine();
    }

    private String obey(String word) {
        return switch (word) {
            case "off" -> {
                atTheGlass.set(null);
                scanner.lift();
                yield "nothing lies on the glass";
            }
            case "unplug" -> {
                scanner.unplug();
                yield "the scanner is unplugged";
            }
            case "plug" -> {
                scanner.plug();
                yield "the scanner is plugged in";
            }
            default -> memberOf(word).map(this::lay).orElse("not understood: " + word);
        };
    }

    private String lay(DemoMember member) {
        atTheGlass.set(member);
        return "the right index finger of " + member.name() + " lies on the glass";
    }

    private static Optional<DemoMember> memberOf(String word) {
        return word.matches("[1-9][0-9]?") && Integer.parseInt(word) <= DemoMember.CAST.size()
                ? Optional.of(DemoMember.CAST.get(Integer.parseInt(word) - 1))
                : Optional.empty();
    }

    @Override
    public void close() {
        pressing.cancel(true);
        presses.shutdownNow();
    }
}
