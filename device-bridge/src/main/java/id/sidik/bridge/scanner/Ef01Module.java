package id.sidik.bridge.scanner;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.engine.image.FingerImage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Speaks EF01: ZFM-20, R30x, R50x, AS608 and their kin (ZFM-20 user manual 2.0, R503 manual 1.2.2). What a model lacks, its
 * profile says.
 */
final class Ef01Module implements SerialModule {
    /** Packet size code 0; codes 1 to 3 double it each. Assumed where the module does not say: it gives the most time. */
    private static final int SMALLEST_PACKET_BYTES = 32;

    /** Registers of SetSysPara. */
    private static final byte BAUD_REGISTER = 4;

    private static final byte PACKET_SIZE_REGISTER = 6;

    /** What the baud register counts in. */
    private static final int BAUD_UNIT = 9_600;

    /** Offsets in the answer to ReadSysPara, after confirmation, status ... address. */
    private static final int PACKET_SIZE_CODE = 13;

    private static final int BAUD_UNITS = 15;

    /** Offsets in the answer to ReadProdInfo, after confirmation, model, batch, serial number, versions, sensor. */
    private static final int SENSOR_WIDTH = 39;

    private static final int SENSOR_HEIGHT = 41;

    private final ScannerProfile profile;
    private final Ef01Dialogue dialogue;

    Ef01Module(Link link, ScannerProfile profile) {
        this.profile = profile;
        this.dialogue = new Ef01Dialogue(link, profile.address(), profile.commandTimeout());
    }

    @Override
    public Connection introduce(int baud, int baudWanted, Deadline deadline) throws FaultException {
        greet(deadline);
        int widthPx = profile.widthPx();
        int heightPx = profile.heightPx();
        if (profile.has(ScannerFeature.PRODUCT_INFO)) {
            Frame info = accepted(deadline, Ef01Command.READ_PROD_INFO, SENSOR_HEIGHT);
            widthPx = requireSide(info.shortAt(SENSOR_WIDTH));
            heightPx = requireSide(info.shortAt(SENSOR_HEIGHT));
        }
        if (!profile.has(ScannerFeature.SYSTEM_PARAMETERS)) {
            return new Connection(widthPx, heightPx, SMALLEST_PACKET_BYTES, baud);
        }
        Frame parameters = accepted(deadline, Ef01Command.READ_SYS_PARA, BAUD_UNITS);
        int packetSizeCode = settle(
                deadline, PACKET_SIZE_REGISTER, parameters.shortAt(PACKET_SIZE_CODE), codeOf(profile.packetBytes()));
        int baudUnits = settle(deadline, BAUD_REGISTER, parameters.shortAt(BAUD_UNITS), baudWanted / BAUD_UNIT);
        // A module that misstates its baud is believed only as far as it was moved.
        int settledBaud = baudUnits == parameters.shortAt(BAUD_UNITS) ? baud : baudUnits * BAUD_UNIT;
        return new Connection(widthPx, heightPx, SMALLEST_PACKET_BYTES << (packetSizeCode & 3), settledBaud);
    }

    /** 0 to 3 for 32 to 256 bytes. */
    private static int codeOf(int packetBytes) {
        return Integer.numberOfTrailingZeros(packetBytes / SMALLEST_PACKET_BYTES);
    }

    /**
     * Sets a register if it holds something else: each write goes to flash, which wears out. The baud register is the last
     * to be set, because the module answers at the old baud and then listens at the new one.
     *
     * @return what it holds now; a module that will not change it is used as it is
     */
    private int settle(Deadline deadline, byte register, int held, int wanted) throws FaultException {
        if (held == wanted) {
            return held;
        }
        Frame answer = dialogue.ask(deadline, Ef01Command.SET_SYS_PARA, register, (byte) wanted);
        return confirmationOf(answer) == Ef01Confirmation.OK ? wanted : held;
    }

    /** Every model answers VfyPwd, with or without a password, so it serves as the greeting. */
    @Override
    public void greet(Deadline deadline) throws FaultException {
        int confirmation = confirmationOf(dialogue.ask(deadline, Ef01Command.VFY_PWD, bytesOf(profile.password())));
        switch (confirmation) {
            case Ef01Confirmation.OK -> {}
            case Ef01Confirmation.PASSWORD_WRONG ->
                throw new FaultException(
                        DeviceFault.Kind.WRONG_PASSWORD,
                        "the module does not accept the password of its profile; set the right one, or reset the module");
            default -> throw refusal(Ef01Command.VFY_PWD, confirmation);
        }
    }

    @Override
    public Detection look(Deadline deadline) throws FaultException {
        Ef01Command look = profile.has(ScannerFeature.GRADED_CAPTURE) ? Ef01Command.GET_IMAGE_EX : Ef01Command.GEN_IMG;
        int confirmation = confirmationOf(askVerified(deadline, look));
        if (look == Ef01Command.GET_IMAGE_EX && confirmation == Ef01Confirmation.COMMAND_UNKNOWN) {
            look = Ef01Command.GEN_IMG; // firmware that is older than the manual; the judge of quality has to do
            confirmation = confirmationOf(askVerified(deadline, look));
        }
        return switch (confirmation) {
            case Ef01Confirmation.OK -> new Detection.FingerPresent();
            case Ef01Confirmation.NO_FINGER -> new Detection.NoFinger();
            case Ef01Confirmation.IMAGE_FAILED, Ef01Confirmation.IMAGE_POOR -> new Detection.PoorImpression();
            default -> throw refusal(look, confirmation);
        };
    }

    @Override
    public FingerImage transfer(Connection ready, Deadline deadline, TransferProgress progress) throws FaultException {
        ImageAssembly assembly = new ImageAssembly(ready.widthPx(), ready.heightPx(), profile.bitsPerPixel());
        Deadline imageDeadline =
                deadline.within(imageTimeout(ready, assembly.bytesMax()).plus(profile.commandTimeout()));
        dialogue.send(imageDeadline, Ef01Command.UP_IMAGE);
        receive(assembly, imageDeadline, progress);
        requireAccepted(assembly);
        return assembly.toImage(profile.dpi());
    }

    private static Duration imageTimeout(Connection ready, int imageBytes) {
        int packets = Math.ceilDiv(imageBytes, ready.packetBytes());
        return WireTime.of(imageBytes + packets * Frame.OVERHEAD_BYTES, ready.baud());
    }

    private void receive(ImageAssembly assembly, Deadline imageDeadline, TransferProgress progress)
            throws FaultException {
        boolean more = true;
        while (more && !assembly.isOver()) {
            int before = assembly.receivedBytes();
            more = dialogue.receive(imageDeadline.within(profile.commandTimeout()), assembly);
            if (assembly.receivedBytes() > before) {
                progress.received(assembly.receivedBytes(), assembly.expectedBytes());
            }
        }
    }

    private void requireAccepted(ImageAssembly assembly) throws FaultException {
        Frame acknowledgement = assembly.acknowledgement();
        if (assembly.isUntouched()) {
            throw new FaultException(DeviceFault.Kind.NOT_ANSWERING, "no answer to " + Ef01Command.UP_IMAGE);
        }
        if (acknowledgement != null) {
            dialogue.requireOurs(acknowledgement);
            if (confirmationOf(acknowledgement) != Ef01Confirmation.OK) {
                throw refusal(Ef01Command.UP_IMAGE, confirmationOf(acknowledgement));
            }
        }
    }

    @Override
    public void show(Light light, Deadline deadline) throws FaultException {
        if (profile.has(ScannerFeature.RING_LIGHT)) {
            dialogue.ask(deadline, Ef01Command.AURA_LED_CONFIG, RingLight.parametersOf(light));
        } else if (profile.has(ScannerFeature.LAMP)) {
            dialogue.ask(deadline, light == Light.OFF ? Ef01Command.CLOSE_LED : Ef01Command.OPEN_LED);
        }
    }

    @Override
    public void rest(Deadline deadline) throws FaultException {
        dialogue.rest(deadline);
    }

    private static int requireSide(int px) throws FaultException {
        if (!ScannerProfile.isSide(px)) {
            throw new FaultException(
                    DeviceFault.Kind.REFUSED,
                    "the module says that a side of its sensor has " + px + " px; check its profile");
        }
        return px;
    }

    /** Asks; a module that lost power behind its USB adapter wants its password once more. */
    private Frame askVerified(Deadline deadline, Ef01Command command) throws FaultException {
        Frame answer = dialogue.ask(deadline, command);
        if (confirmationOf(answer) == Ef01Confirmation.PASSWORD_MISSING) {
            greet(deadline);
            answer = dialogue.ask(deadline, command);
        }
        return answer;
    }

    /** The answer to a command that must succeed and that has a number at {@code lastShort}. */
    private Frame accepted(Deadline deadline, Ef01Command command, int lastShort) throws FaultException {
        Frame answer = askVerified(deadline, command);
        if (confirmationOf(answer) != Ef01Confirmation.OK || answer.payloadBytes() < lastShort + Short.BYTES) {
            throw refusal(command, confirmationOf(answer));
        }
        return answer;
    }

    private static FaultException refusal(Ef01Command command, int confirmation) {
        return switch (confirmation) {
            case Ef01Confirmation.RECEIVE_ERROR ->
                new FaultException(
                        DeviceFault.Kind.GARBLED, "the module received " + command + " damaged; check the cable");
            case Ef01Confirmation.ADDRESS_WRONG ->
                new FaultException(
                        DeviceFault.Kind.WRONG_ADDRESS, "the module has another address than its profile says");
            case Ef01Confirmation.PASSWORD_MISSING ->
                new FaultException(DeviceFault.Kind.WRONG_PASSWORD, "the module forgot that its password was verified");
            case Ef01Confirmation.SENSOR_BROKEN, Ef01Confirmation.HARDWARE_BROKEN ->
                new FaultException(
                        DeviceFault.Kind.SENSOR_BROKEN,
                        "the module says that its sensor is broken; unplug it for ten seconds, then replace it");
            default ->
                new FaultException(
                        DeviceFault.Kind.REFUSED,
                        "the module answered " + command + " with code "
                                + HexFormat.of().toHexDigits((byte) confirmation) + "; see its manual");
        };
    }

    static int confirmationOf(Frame acknowledgement) {
        return acknowledgement.unsignedAt(0);
    }

    private static byte[] bytesOf(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
