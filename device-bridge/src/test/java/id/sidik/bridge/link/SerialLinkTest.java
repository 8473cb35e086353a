package id.sidik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.sidik.bridge.emulator.PseudoTerminal;
import id.sidik.bridge.link.LinkException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** jSerialComm on a real pseudo-terminal. */
@Timeout(60)
class SerialLinkTest {
    private static final int BAUD = 57_600;

    @TempDir
    private Path folder;

    private PseudoTerminal device;
    private Path port;
    private SerialLink link;

    @BeforeEach
    void connect() throws IOException {
        device = PseudoTerminal.open();
        port = Files.createSymbolicLink(folder.resolve("scanner"), device.path());
        link = new SerialLink(folder.resolve("native"));
        link.open(port, BAUD, soon());
    }

    @AfterEach
    void disconnect() {
        link.close();
        device.close();
    }

    @Test
    void carriesEveryByteBothWays() throws IOException {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }

        link.write(everyByte, soon());
        assertThat(readByDevice(everyByte.length)).isEqualTo(everyByte);

        device.write(everyByte, 0, Duration.ofSeconds(1));
        assertThat(readByUs(everyByte.length)).isEqualTo(everyByte);
    }

    @Test
    void readsNothingUntilTheDeadline() throws LinkException {
        assertThat(link.read(new byte[16], in(Duration.ofMillis(120)))).isZero();
        assertThat(link.read(new byte[16], in(Duration.ZERO))).isZero();
        assertThat(link.isOpen()).isTrue();
    }

    @Test
    void saysThatNothingIsThere() {
        assertFails(() -> link.open(folder.resolve("nowhere"), BAUD, soon()), Kind.ABSENT);
        assertThat(link.isOpen()).isFalse();
    }

    @Test
    void saysThatALinkLeadsNowhere() throws IOException {
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        assertFails(() -> link.open(dangling, BAUD, soon()), Kind.ABSENT);
    }

    @Test
    void refusesAFileThatIsNoDevice() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a device");
        assertFails(() -> link.open(file, BAUD, soon()), Kind.ABSENT);
        assertThat(file).hasContent("not a device");
    }

    @Test
    void saysThatAnotherProgramHoldsThePort() throws IOException {
        link.close();
        try (PortHolder _ = new PortHolder(port, folder.resolve("other-native"), folder)) {
            assertFails(() -> link.open(port, BAUD, soon()), Kind.IN_USE);
        }
        assertThat(link.isOpen()).isFalse();
    }

    @Test
    void noticesWhileReadingThatTheDeviceWent() {
        device.close();
        assertFails(() -> link.read(new byte[16], soon()), Kind.GONE);
        assertThat(link.isOpen()).isFalse();
    }

    @Test
    void noticesWhileWritingThatTheDeviceWent() {
        device.close();
        assertFails(() -> link.write(new byte[16], soon()), Kind.GONE);
        assertThat(link.isOpen()).isFalse();
    }

    @Test
    void findsTheDeviceAgainBehindTheSameLink() throws IOException {
        device.close();
        assertFails(() -> link.read(new byte[16], soon()), Kind.GONE);
        try (PseudoTerminal squatter = PseudoTerminal.open();
                PseudoTerminal elsewhere = PseudoTerminal.open()) {
            assertThat(elsewhere.path()).isNotEqualTo(squatter.path());
            Files.delete(port);
            Files.createSymbolicLink(port, elsewhere.path());

            link.open(port, BAUD, soon());
            link.write(new byte[] {42}, soon());

            byte[] heard = new byte[16];
            assertThat(elsewhere.read(heard, Duration.ofSeconds(30))).isEqualTo(1);
            assertThat(heard[0]).isEqualTo((byte) 42);
        }
    }

    @Test
    void givesUpOnADeviceThatTakesNoBytes() throws IOException {
        assertFails(
                () -> {
                    for (int i = 0; i < 1_000; i++) {
                        link.write(new byte[Link.CHUNK_BYTES_MAX], in(Duration.ofMillis(300)));
                    }
                },
                Kind.TIMEOUT);
        assertThat(link.isOpen()).isFalse();
    }

    /** Whether they have not begun, wait for their turn, or wait for a byte. */
    @Test
    void freesAllWhoWaitWhenAnotherThreadClosesIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(3);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<LinkException>> readers = Stream.generate(() -> threads.submit(() -> {
                        begun.countDown();
                        return catchThrowableOfType(
                                LinkException.class, () -> link.read(new byte[16], in(Duration.ofSeconds(50))));
                    }))
                    .limit(3)
                    .toList();
            begun.await();

            link.close();

            for (Future<LinkException> reader : readers) {
                assertThat(reader.get().kind()).isEqualTo(Kind.GONE);
            }
        }
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertFails(() -> link.read(new byte[16], soon()), Kind.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesToBeUsedBeforeItIsOpened() throws IOException {
        try (SerialLink fresh = new SerialLink(folder.resolve("native"))) {
            assertThatIllegalStateException().isThrownBy(() -> fresh.read(new byte[1], soon()));
        }
    }

    @Test
    void refusesToWriteMoreThanAChunk() {
        assertThatThrownBy(() -> link.write(new byte[Link.CHUNK_BYTES_MAX + 1], soon()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] readByDevice(int byteCount) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] chunk = new byte[512];
        while (heard.size() < byteCount) {
            heard.write(chunk, 0, device.read(chunk, Duration.ofSeconds(1)));
        }
        return heard.toByteArray();
    }

    private byte[] readByUs(int byteCount) throws LinkException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] chunk = new byte[512];
        while (heard.size() < byteCount) {
            heard.writeBytes(Arrays.copyOf(chunk, link.read(chunk, soon())));
        }
        return heard.toByteArray();
    }

    private void assertFails(ThrowingCallable call, Kind kind) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LinkException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure).hasMessageContaining(kind.cure());
        });
    }

    private static Deadline soon() {
        return in(Duration.ofSeconds(30));
    }

    private static Deadline in(Duration patience) {
        return Deadline.after(patience, System::nanoTime);
    }
}
