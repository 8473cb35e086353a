package id.sidik.bridge.scanner;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.engine.image.FingerImage;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the GT-511C3 and its kin, as SparkFun's and brianrho's libraries do. It sees only while its lamp shines, and it
 * forgets its baud without power. An image is one packet with one sum.
 */
final class Gt511Module implements SerialModule {
    /** One damaged answer is bad luck; two in a row are a bad cable. Every command that we repeat is safe to repeat. */
    private static final int TRIES = 2;

    private static final int LAMP_ON = 1;
    private static final int WITH_DEVICE_INFO = 1;
    /** A slower look, whose image is good enough to keep. */
    private static final int BEST_IMAGE = 1;

    private static final int PARAMETER = 4;
    private static final int CODE = 8;
    private static final int DEVICE = 2;

    private final ScannerProfile profile;
    private final HalfDuplexLine line;
    private boolean lampShines;

    Gt511Module(Link link, ScannerProfile profile) {
        this.profile = profile;
        this.line = new HalfDuplexLine(link, profile.commandTimeout());
    }

    /** An answer: whether the command was obeyed, and the parameter that came with it. */
    private record Answer(boolean obeyed, int parameter) {}

    @Override
    public Connection introduce(int baud, int baudWanted, Deadline deadline) throws FaultException {
        lampShines = false;
        greet(deadline);
        int settled = baud;
        if (baud != baudWanted
                && ask(Gt511Command.CHANGE_BAUDRATE, baudWanted, deadline).obeyed()) {
            settled = baudWanted;
        }
        int imageBytes = GreyPixels.packedBytes(profile.widthPx(), profile.heightPx(), profile.bitsPerPixel());
        return new Connection(profile.widthPx(), profile.heightPx(), imageBytes, settled);
    }

    @Override
    public void greet(Deadline deadline) throws FaultException {
        demand(Gt511Command.OPEN, WITH_DEVICE_INFO, deadline);
        byte[] info = new byte[Gt511Packet.DEVICE_INFO_BYTES + Gt511Packet.DATA_OVERHEAD_BYTES];
        if (line.take(info, info.length, deadline.within(profile.commandTimeout()), (_, _) -> {}) < info.length
                || !isData(info)) {
            throw garbled(Gt511Command.OPEN);
        }
    }

    @Override
    public Detection look(Deadline deadline) throws FaultException {
        show(Light.WAITING, deadline);
        Answer pressed = demand(Gt511Command.IS_PRESS_FINGER, 0, deadline);
        if (pressed.parameter() != 0) {
            return new Detection.NoFinger();
        }
        Answer captured = ask(Gt511Command.CAPTURE_FINGER, BEST_IMAGE, deadline);
        if (captured.obeyed()) {
            return new Detection.FingerPresent();
        }
        return switch (captured.parameter()) {
            case Gt511Error.NO_FINGER -> new Detection.NoFinger();
            case Gt511Error.BAD_FINGER -> new Detection.PoorImpression();
            default -> throw refused(Gt511Command.CAPTURE_FINGER, captured);
        };
    }

    @Override
    public FingerImage transfer(Connection ready, Deadline deadline, TransferProgress progress) throws FaultException {
        int imageBytes = ready.packetBytes();
        byte[] packet = new byte[imageBytes + Gt511Packet.DATA_OVERHEAD_BYTES];
        Deadline imageDeadline =
                deadline.within(WireTime.of(packet.length, ready.baud()).plus(profile.commandTimeout()));
        demand(Gt511Command.GET_IMAGE, 0, imageDeadline);
        int received = line.take(
                packet,
                packet.length,
                imageDeadline,
                (count, _) -> progress.received(
                        Math.clamp(count - Gt511Packet.DATA_HEADER_BYTES, 0, imageBytes), imageBytes));
        if (received < packet.length) {
            throw new FaultException(
                    DeviceFault.Kind.IMAGE_SIZE_WRONG,
                    received + " of " + packet.length
                            + " image bytes arrived before the line fell silent; check the size in the scanner's profile");
        }
        if (!isData(packet)) {
            throw new FaultException(DeviceFault.Kind.IMAGE_DAMAGED, "the sum of the image is wrong; check the cable");
        }
        int from = Gt511Packet.DATA_HEADER_BYTES;
        byte[] packed = Arrays.copyOfRange(packet, from, from + imageBytes);
        return FingerImage.of(
                ready.widthPx(), ready.heightPx(), profile.dpi(), GreyPixels.unpack(packed, profile.bitsPerPixel()));
    }

    @Override
    public void show(Light light, Deadline deadline) throws FaultException {
        boolean shine = light != Light.OFF;
        if (shine != lampShines) {
            ask(Gt511Command.CMOS_LED, shine ? LAMP_ON : 0, deadline);
            lampShines = shine;
        }
    }

    @Override
    public void rest(Deadline deadline) throws FaultException {
        line.rest(deadline);
    }

    private Answer demand(Gt511Command command, int parameter, Deadline deadline) throws FaultException {
        Answer answer = ask(command, parameter, deadline);
        if (!answer.obeyed()) {
            throw refused(command, answer);
        }
        return answer;
    }

    private Answer ask(Gt511Command command, int parameter, Deadline deadline) throws FaultException {
        for (int tries = 0; tries < TRIES; tries++) {
            line.send(Gt511Packet.of(profile.address(), parameter, command.code()), deadline);
            Answer answer = answer(command, deadline.within(profile.commandTimeout()));
            if (answer != null && (answer.obeyed() || answer.parameter() != Gt511Error.COMMUNICATION)) {
                return answer;
            }
        }
        throw garbled(command);
    }

    /** The next answer whose sum is right, past whatever else comes; null if only damaged ones came. */
    private @Nullable Answer answer(Gt511Command command, Deadline deadline) throws FaultException {
        byte[] packet = new byte[Gt511Packet.BYTES];
        boolean anything = false;
        while (line.has(packet.length, deadline)) {
            if ((line.peek(0) << 8 | line.peek(1)) != Gt511Packet.COMMAND_START) {
                anything = true;
                line.skip(1);
                continue;
            }
            for (int i = 0; i < packet.length; i++) {
                packet[i] = (byte) line.peek(i);
            }
            int code = Gt511Packet.shortAt(packet, CODE);
            boolean isAnswer = code == Gt511Packet.ACKNOWLEDGED || code == Gt511Packet.REFUSED;
            if (!Gt511Packet.isSummed(packet) || !isAnswer) {
                anything = true;
                line.skip(1);
                continue;
            }
            line.skip(packet.length);
            requireOurs(Gt511Packet.shortAt(packet, DEVICE));
            return new Answer(code == Gt511Packet.ACKNOWLEDGED, Gt511Packet.intAt(packet, PARAMETER));
        }
        if (anything || line.available() > 0) {
            return null;
        }
        throw new FaultException(
                DeviceFault.Kind.NOT_ANSWERING,
                "no answer to " + command + " within "
                        + profile.commandTimeout().toMillis() + " ms");
    }

    private void requireOurs(int device) throws FaultException {
        if (device != profile.address()) {
            throw new FaultException(
                    DeviceFault.Kind.WRONG_ADDRESS,
                    "the module answers as device " + device + "; its profile says " + profile.address());
        }
    }

    private boolean isData(byte[] packet) {
        return ((packet[0] & 0xFF) << 8 | (packet[1] & 0xFF)) == Gt511Packet.DATA_START
                && Gt511Packet.shortAt(packet, DEVICE) == profile.address()
                && Gt511Packet.isSummed(packet);
    }

    private static FaultException refused(Gt511Command command, Answer answer) {
        if (answer.parameter() == Gt511Error.DEVICE) {
            return new FaultException(
                    DeviceFault.Kind.SENSOR_BROKEN,
                    "the module says that its sensor is broken; unplug it for ten seconds, then replace it");
        }
        return new FaultException(
                DeviceFault.Kind.REFUSED,
                "the module answered " + command + " with error "
                        + HexFormat.of().toHexDigits((short) answer.parameter()) + "; see its manual");
    }

    private static FaultException garbled(Gt511Command command) {
        return new FaultException(
                DeviceFault.Kind.GARBLED,
                "the answers to " + command + " arrive damaged; check the cable and the baud rate");
    }
}
