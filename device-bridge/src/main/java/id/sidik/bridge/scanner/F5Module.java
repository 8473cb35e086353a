package id.sidik.bridge.scanner;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.engine.image.FingerImage;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the Waveshare UART fingerprint sensor (user manual, commands 24 and 2E). It has no question for a finger alone: a
 * look asks for an image, and the image of a finger that is there follows the answer at once.
 */
final class F5Module implements SerialModule {
    /** One damaged answer is bad luck; two in a row are a bad cable. Every command that we repeat is safe to repeat. */
    private static final int TRIES = 2;

    /** The shortest that the sensor waits for a finger, 0.2 to 0.3 s: a look. */
    private static final int SHORTEST_TIMEOUT = 1;

    private static final int SET = 0;
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int TIMEOUT = 8;
    /** An answer to CAPTURE_IMAGE, with how many bytes follow. */
    private static final int FIRST = 2;

    private static final int SECOND = 3;
    private static final int RESULT = 4;

    private final ScannerProfile profile;
    private final HalfDuplexLine line;

    F5Module(Link link, ScannerProfile profile) {
        this.profile = profile;
        this.line = new HalfDuplexLine(link, profile.commandTimeout());
    }

    @Override
    public Connection introduce(int baud, int baudWanted, Deadline deadline) throws FaultException {
        greet(deadline);
        return new Connection(profile.widthPx(), profile.heightPx(), imageBytes(), baud);
    }

    private int imageBytes() {
        return GreyPixels.packedBytes(profile.widthPx(), profile.heightPx(), profile.bitsPerPixel());
    }

    @Override
    public void greet(Deadline deadline) throws FaultException {
        byte[] answer = ask(F5Command.CAPTURE_TIMEOUT, SHORTEST_TIMEOUT, SET, deadline);
        if (answer[RESULT] != OK) {
            throw refused(F5Command.CAPTURE_TIMEOUT, answer[RESULT]);
        }
    }

    @Override
    public Detection look(Deadline deadline) throws FaultException {
        byte[] answer = ask(F5Command.CAPTURE_IMAGE, 0, 0, deadline);
        return switch (answer[RESULT]) {
            case OK -> {
                requireSize((answer[FIRST] & 0xFF) << 8 | (answer[SECOND] & 0xFF));
                yield new Detection.FingerPresent();
            }
            case TIMEOUT -> new Detection.NoFinger();
            case FAILED -> new Detection.PoorImpression();
            default -> throw refused(F5Command.CAPTURE_IMAGE, answer[RESULT]);
        };
    }

    private void requireSize(int announcedBytes) throws FaultException {
        if (announcedBytes != imageBytes()) {
            throw new FaultException(
                    DeviceFault.Kind.IMAGE_SIZE_WRONG,
                    "the module announces an image of " + announcedBytes + " bytes instead of " + imageBytes()
                            + "; check the size in the scanner's profile");
        }
    }

    @Override
    public FingerImage transfer(Connection ready, Deadline deadline, TransferProgress progress) throws FaultException {
        int imageBytes = imageBytes();
        byte[] packet = new byte[imageBytes + F5Packet.DATA_OVERHEAD_BYTES];
        Deadline imageDeadline =
                deadline.within(WireTime.of(packet.length, ready.baud()).plus(profile.commandTimeout()));
        int received = line.take(
                packet,
                packet.length,
                imageDeadline,
                (count, _) -> progress.received(Math.clamp(count - 1, 0, imageBytes), imageBytes));
        if (received == 0) {
            throw new FaultException(DeviceFault.Kind.NOT_ANSWERING, "the announced image does not come");
        }
        if (received < packet.length) {
            throw new FaultException(
                    DeviceFault.Kind.IMAGE_SIZE_WRONG,
                    received + " of " + packet.length
                            + " image bytes arrived before the line fell silent; check the size in the scanner's profile");
        }
        if (!F5Packet.isWhole(packet)) {
            throw new FaultException(
                    DeviceFault.Kind.IMAGE_DAMAGED, "the check byte of the image is wrong; check the cable");
        }
        byte[] packed = Arrays.copyOfRange(packet, 1, 1 + imageBytes);
        return FingerImage.of(
                ready.widthPx(), ready.heightPx(), profile.dpi(), GreyPixels.unpack(packed, profile.bitsPerPixel()));
    }

    /** It has no lamp that we may set. */
    @Override
    public void show(Light light, Deadline deadline) {}

    @Override
    public void rest(Deadline deadline) throws FaultException {
        line.rest(deadline);
    }

    private byte[] ask(F5Command command, int second, int third, Deadline deadline) throws FaultException {
        byte[] question = F5Packet.of(command.code(), 0, second, third);
        for (int tries = 0; tries < TRIES; tries++) {
            line.send(question, deadline);
            byte[] answer = answer(command, question, deadline.within(profile.commandTimeout()));
            if (answer != null) {
                return answer;
            }
        }
        throw new FaultException(
                DeviceFault.Kind.GARBLED,
                "the answers to " + command + " arrive damaged; check the cable and the baud rate");
    }

    /** The next whole answer to the command, past whatever else comes, the line's echo of it included; null if only damage came. */
    private byte @Nullable [] answer(F5Command command, byte[] question, Deadline deadline) throws FaultException {
        byte[] packet = new byte[F5Packet.BYTES];
        boolean anything = false;
        while (line.has(packet.length, deadline)) {
            for (int i = 0; i < packet.length; i++) {
                packet[i] = (byte) line.peek(i);
            }
            boolean isAnswer = F5Packet.isWhole(packet) && (packet[1] & 0xFF) == command.code();
            if (isAnswer && !Arrays.equals(packet, question)) {
                line.skip(packet.length);
                return packet;
            }
            anything |= !isAnswer;
            line.skip(isAnswer ? packet.length : 1);
        }
        if (anything || line.available() > 0) {
            return null;
        }
        throw new FaultException(
                DeviceFault.Kind.NOT_ANSWERING,
                "no answer to " + command + " within "
                        + profile.commandTimeout().toMillis() + " ms");
    }

    private static FaultException refused(F5Command command, int result) {
        return new FaultException(
                DeviceFault.Kind.REFUSED,
                "the module answered " + command + " with code "
                        + HexFormat.of().toHexDigits((byte) result) + "; see its manual");
    }
}
