package id.sidik.bridge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PseudoTerminalTest {
    @Test
    void givesUpReadingWhenNothingComes() throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            assertThat(terminal.read(new byte[16], Duration.ofMillis(20))).isZero();
        }
    }

    @Test
    void givesUpWritingWhenNobodyReads() throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            byte[] bytes = new byte[4096];
            int taken = 0;
            int sent;
            do {
                sent = terminal.write(bytes, 0, Duration.ofMillis(20));
                taken += sent;
            } while (sent > 0);
            assertThat(taken).isBetween(1, 1 << 20);
        }
    }

    @Test
    void takesItsNodeAway() throws IOException {
        PseudoTerminal terminal = PseudoTerminal.open();
        assertThat(Files.exists(terminal.path())).isTrue();

        terminal.close();
        terminal.close();

        assertThat(Files.exists(terminal.path())).isFalse();
    }
}
