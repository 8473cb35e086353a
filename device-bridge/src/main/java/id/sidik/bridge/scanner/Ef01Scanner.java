package id.sidik.bridge.scanner;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.link.LinkException;
import id.sidik.bridge.scanner.Readiness.Ready;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Drives a module of the EF01 family: ZFM-20, R30x, R50x, AS608 and their kin. Connects when it is first asked for
 * something and again after a fault, so a scanner that was pulled out works once it is plugged in, at whatever node.
 *
 * <p>Every call ends: at its own time limit or at the caller's deadline, whichever comes first. One thread at a time.
 */
public final class Ef01Scanner implements AutoCloseable {
    /** Often enough for a finger, seldom enough for a module that takes 0.1 s for a look. */
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);

    /** Start and stop bit around eight: a byte takes ten bit times. */
    private static final int BITS_PER_BYTE_ON_THE_LINE = 10;

    /** For a module that takes its time between packets. */
    private static final double IMAGE_TIME_MARGIN = 1.5;

    /** Packet size code 0; codes 1 to 3 double it each. Assumed where the module does not say: it gives the most time. */
    private static final int SMALLEST_PACKET_BYTES = 32;

    /** Offset of the packet size code in the answer to ReadSysPara, after confirmation, status ... address. */
    private static final int PACKET_SIZE_CODE = 13;

    /** Offsets in the answer to ReadProdInfo, after confirmation, model, batch, serial number, versions, sensor. */
    private static final int SENSOR_WIDTH = 39;

    private static final int SENSOR_HEIGHT = 41;

    private final Link link;
    private final Path port;
    private final ScannerProfile profile;
    private final Ef01Dialogue dialogue;
    private @Nullable Connection connection;
    private @Nullable Deadline nextLook;

    /**
     * A scanner that is not spoken to before it is needed.
     *
     * @param port a device node or a symbolic link to one, which may appear later
     */
    public Ef01Scanner(Link link, Path port, ScannerProfile profile) {
        this.link = link;
        this.port = port;
        this.profile = profile;
        this.dialogue = new Ef01Dialogue(link, profile.address(), profile.commandTimeout());
    }

    /** What the handshake told us. */
    private record Connection(int widthPx, int heightPx, int packetBytes, int baud) {}

    /** Makes sure that the scanner is there and answers, now. */
    public Readiness readiness(Deadline deadline) {
        Readiness readiness = greet(deadline);
        return hasGone(readiness) && greet(deadline) instanceof Ready ready ? ready : readiness;
    }

    /**
     * Looks at the glass once; waits first when the last look was a moment ago. A scanner that was pulled out and plugged
     * in again since then is found anew.
     */
    public Detection detectFinger(Deadline deadline) {
        Detection detection = look(deadline);
        return hasGone(detection) && greet(deadline) instanceof Ready ? look(deadline) : detection;
    }

    private static boolean hasGone(Object answer) {
        return answer instanceof DeviceFault fault && fault.kind() == DeviceFault.Kind.UNPLUGGED;
    }

    private Readiness greet(Deadline deadline) {
        try {
            Connection ready = connected(deadline);
            verifyPassword(deadline);
            return new Ready(profile.model(), ready.widthPx(), ready.heightPx(), profile.dpi());
        } catch (FaultException e) {
            return disconnect(e);
        }
    }

    private Detection look(Deadline deadline) {
        try {
            connected(deadline);
            if (nextLook != null) {
                dialogue.rest(deadline.within(nextLook.left()));
            }
            nextLook = deadline.within(LOOK_INTERVAL);
            Ef01Command look =
                    profile.has(ScannerFeature.GRADED_CAPTURE) ? Ef01Command.GET_IMAGE_EX : Ef01Command.GEN_IMG;
            int confirmation = confirmationOf(askVerified(deadline, look));
            return switch (confirmation) {
                case Ef01Confirmation.OK -> new Detection.FingerPresent();
                case Ef01Confirmation.NO_FINGER -> new Detection.NoFinger();
                case Ef01Confirmation.IMAGE_FAILED, Ef01Confirmation.IMAGE_POOR -> new Detection.PoorImpression();
                default -> throw refusal(look, confirmation);
            };
        } catch (FaultException e) {
            return disconnect(e);
        }
    }

    /** Transfers the image that the last successful look left in the module's memory. */
    public ImageTransfer transferImage(Deadline deadline, TransferProgress progress) {
        try {
            Connection ready = connected(deadline);
            ImageAssembly assembly = new ImageAssembly(ready.widthPx(), ready.heightPx());
            Deadline imageDeadline = deadline.within(
                    imageTimeout(ready, assembly.expectedBytes()).plus(profile.commandTimeout()));
            dialogue.send(imageDeadline, Ef01Command.UP_IMAGE);
            receive(assembly, imageDeadline, progress);
            requireAccepted(assembly);
            return new ImageTransfer.Received(assembly.toImage(profile.dpi()));
        } catch (FaultException e) {
            return e.fault().isTransient() ? e.fault() : disconnect(e);
        }
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

    /** Sets the module's lamp, if it has one. A lamp that fails fails nothing: the next command will say why. */
    public void show(Light light, Deadline deadline) {
        if (connection == null) {
            return;
        }
        try {
            if (profile.has(ScannerFeature.RING_LIGHT)) {
                dialogue.ask(deadline, Ef01Command.AURA_LED_CONFIG, RingLight.parametersOf(light));
            } else if (profile.has(ScannerFeature.LAMP)) {
                dialogue.ask(deadline, light == Light.OFF ? Ef01Command.CLOSE_LED : Ef01Command.OPEN_LED);
            }
        } catch (FaultException e) {
            disconnect(e);
        }
    }

    /** Lets go of the port. The scanner can be used again afterwards. */
    @Override
    public void close() {
        connection = null;
        nextLook = null;
        link.close();
    }

    private Connection connected(Deadline deadline) throws FaultException {
        return connection == null ? connect(deadline) : connection;
    }

    /** Tries every baud of the profile, for a test program may have changed it; the likeliest speaks for all of them. */
    private Connection connect(Deadline deadline) throws FaultException {
        FaultException likeliest;
        try {
            return connectAt(profile.bauds().getFirst(), deadline);
        } catch (FaultException e) {
            likeliest = e;
        }
        if (mayBeDeaf(likeliest)) {
            waitForBoot(deadline);
            for (int baud : profile.bauds()) {
                try {
                    return connectAt(baud, deadline);
                } catch (FaultException e) {
                    if (!mayBeDeaf(e) || deadline.hasPassed()) {
                        throw e;
                    }
                }
            }
        }
        throw likeliest;
    }

    /** A module that just got power, or is spoken to at another baud, is silent or hard to understand. */
    private static boolean mayBeDeaf(FaultException e) {
        DeviceFault.Kind kind = e.fault().kind();
        return kind == DeviceFault.Kind.NOT_ANSWERING || kind == DeviceFault.Kind.GARBLED;
    }

    private void waitForBoot(Deadline deadline) throws FaultException {
        if (link.isOpen()) {
            dialogue.rest(deadline.within(profile.bootDelay()));
        }
    }

    private Connection connectAt(int baud, Deadline deadline) throws FaultException {
        try {
            link.open(port, baud, deadline);
        } catch (LinkException e) {
            throw new FaultException(e);
        }
        verifyPassword(deadline);
        connection = learnSizes(baud, deadline);
        return connection;
    }

    /** Every model answers this, with or without a password, so it serves as the greeting too. */
    private void verifyPassword(Deadline deadline) throws FaultException {
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

    private Connection learnSizes(int baud, Deadline deadline) throws FaultException {
        int packetBytes = SMALLEST_PACKET_BYTES;
        if (profile.has(ScannerFeature.SYSTEM_PARAMETERS)) {
            packetBytes <<= accepted(deadline, Ef01Command.READ_SYS_PARA, PACKET_SIZE_CODE)
                            .shortAt(PACKET_SIZE_CODE)
                    & 3;
        }
        if (!profile.has(ScannerFeature.PRODUCT_INFO)) {
            return new Connection(profile.widthPx(), profile.heightPx(), packetBytes, baud);
        }
        Frame info = accepted(deadline, Ef01Command.READ_PROD_INFO, SENSOR_HEIGHT);
        return new Connection(
                requireSide(info.shortAt(SENSOR_WIDTH)), requireSide(info.shortAt(SENSOR_HEIGHT)), packetBytes, baud);
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
            verifyPassword(deadline);
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

    private static Duration imageTimeout(Connection ready, int imageBytes) {
        long packets = Math.ceilDiv(imageBytes, ready.packetBytes());
        double bits = (imageBytes + packets * Frame.OVERHEAD_BYTES) * (double) BITS_PER_BYTE_ON_THE_LINE;
        return Duration.ofMillis((long) (bits * 1000 / ready.baud() * IMAGE_TIME_MARGIN));
    }

    /** After a fault nothing is known about the module: the next call starts from a closed port. */
    private DeviceFault disconnect(FaultException e) {
        close();
        return e.fault();
    }
}
