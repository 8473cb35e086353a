package id.sidik.bridge.emulator;

import id.sidik.bridge.frame.DamagedFrame;
import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameReader;
import id.sidik.bridge.frame.FrameType;
import id.sidik.bridge.frame.Noise;
import id.sidik.bridge.frame.Reception;
import id.sidik.bridge.scanner.Ef01Command;
import id.sidik.bridge.scanner.Ef01Confirmation;
import id.sidik.bridge.scanner.ScannerFeature;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A module of the EF01 family as its manual describes it, with a finger on its glass or none: commands in, answers out.
 * Finger and fault may be changed by any thread while another one feeds it commands.
 */
final class Ef01Sensor {
    private static final int SMALLEST_PACKET_BYTES = 32;
    private static final int FACTORY_PACKET_SIZE_CODE = 2;
    private static final int PACKET_SIZE_CODE_MAX = 3;
    private static final int PACKET_SIZE_REGISTER = 6;
    private static final int LIBRARY_CAPACITY = 200;
    private static final int SECURITY_LEVEL = 3;
    private static final int BAUD_UNIT = 9_600;
    private static final byte STRAY_BYTE = 0x55;
    /** Bit that turns an address or a password into another one. */
    private static final int CHANGED = 1;

    private final ScannerProfile profile;
    private final RandomGenerator random;
    private final FrameReader reader = new FrameReader();
    private int packetSizeCode = FACTORY_PACKET_SIZE_CODE;
    private @Nullable FingerImage finger;
    private int emptyLooks;
    private SensorFault fault = SensorFault.NONE;
    private byte @Nullable [] imageBuffer;
    private boolean passwordVerified;

    /**
     * A module with nothing on its glass.
     *
     * @param profile what it is; its driver should have the same
     * @param random makes {@link SensorFault#NOISE_IMAGE}
     */
    Ef01Sensor(ScannerProfile profile, RandomGenerator random) {
        this.profile = profile;
        this.random = random;
        this.passwordVerified = profile.password() == 0;
    }

    /** Lays a finger on the glass. One that lay there before is lifted first, for at least one look. */
    synchronized void layFinger(FingerImage image) {
        emptyLooks = Math.max(emptyLooks, finger == null ? 0 : 1);
        finger = image;
    }

    synchronized void liftFinger() {
        finger = null;
    }

    /** The next {@code looks} looks find nothing, whatever lies there. */
    synchronized void seeNothingFor(int looks) {
        emptyLooks = looks;
    }

    synchronized void fault(SensorFault fault) {
        this.fault = fault;
        this.passwordVerified = profile.password() == 0;
    }

    /** Sets the packet size register: 0 to 3 for 32, 64, 128 or 256 bytes. */
    synchronized void packetSizeCode(int code) {
        if (code < 0 || code > PACKET_SIZE_CODE_MAX) {
            throw new IllegalArgumentException("packet size code must be 0 to 3: " + code);
        }
        packetSizeCode = code;
    }

    /** Takes bytes from the line and answers every command that they complete. */
    synchronized SensorAnswer feed(byte[] bytes, int count) {
        SensorAnswer answer = new SensorAnswer();
        reader.feed(bytes, 0, count, reception -> hear(reception, answer));
        return answer;
    }

    private void hear(Reception reception, SensorAnswer answer) {
        switch (reception) {
            case Frame frame
            when frame.type() == FrameType.COMMAND && frame.payloadBytes() > 0 -> {
                if (fault != SensorFault.SILENCE) {
                    answer(frame, answer);
                }
            }
            case DamagedFrame _ -> acknowledge(answer, Ef01Confirmation.RECEIVE_ERROR);
            case Frame _, Noise _ -> {}
        }
    }

    private void answer(Frame command, SensorAnswer answer) {
        Ef01Command known = Ef01Command.ofCode(command.unsignedAt(0));
        if (fault == SensorFault.STRAY_BYTES) {
            answer.add(STRAY_BYTE);
        }
        if (command.address() != address()) {
            acknowledge(answer, Ef01Confirmation.ADDRESS_WRONG);
        } else if (known == null || lacks(known)) {
            acknowledge(answer, Ef01Confirmation.COMMAND_UNKNOWN);
        } else if (known != Ef01Command.VFY_PWD && !isOpenToAll()) {
            acknowledge(answer, Ef01Confirmation.PASSWORD_MISSING);
        } else {
            obey(known, command, answer);
        }
    }

    private boolean lacks(Ef01Command command) {
        return switch (command) {
            case GET_IMAGE_EX -> !profile.has(ScannerFeature.GRADED_CAPTURE);
            case READ_SYS_PARA -> !profile.has(ScannerFeature.SYSTEM_PARAMETERS);
            case READ_PROD_INFO -> !profile.has(ScannerFeature.PRODUCT_INFO);
            case OPEN_LED, CLOSE_LED -> !profile.has(ScannerFeature.LAMP);
            case AURA_LED_CONFIG -> !profile.has(ScannerFeature.RING_LIGHT);
            case VFY_PWD, GEN_IMG, UP_IMAGE, SET_SYS_PARA -> false;
        };
    }

    private void obey(Ef01Command known, Frame command, SensorAnswer answer) {
        switch (known) {
            case VFY_PWD -> acknowledge(answer, verifyPassword(command));
            case READ_SYS_PARA -> acknowledge(answer, Ef01Confirmation.OK, systemParameters());
            case SET_SYS_PARA -> acknowledge(answer, setRegister(command));
            case GEN_IMG -> acknowledge(answer, look(Ef01Confirmation.IMAGE_FAILED));
            case GET_IMAGE_EX -> acknowledge(answer, look(Ef01Confirmation.IMAGE_POOR));
            case UP_IMAGE -> sendImage(answer);
            case READ_PROD_INFO -> acknowledge(answer, Ef01Confirmation.OK, productInfo());
            case OPEN_LED, CLOSE_LED, AURA_LED_CONFIG -> acknowledge(answer, Ef01Confirmation.OK);
        }
    }

    private int verifyPassword(Frame command) {
        int password = fault == SensorFault.PASSWORD_CHANGED ? profile.password() ^ CHANGED : profile.password();
        passwordVerified = command.payloadBytes() == 1 + Integer.BYTES && command.intAt(1) == password;
        return passwordVerified ? Ef01Confirmation.OK : Ef01Confirmation.PASSWORD_WRONG;
    }

    private boolean isOpenToAll() {
        return fault != SensorFault.PASSWORD_CHANGED && (passwordVerified || profile.password() == 0);
    }

    private byte[] systemParameters() {
        return ByteBuffer.allocate(16)
                .putShort((short) 0) // status
                .putShort((short) 0) // system identifier
                .putShort((short) LIBRARY_CAPACITY)
                .putShort((short) SECURITY_LEVEL)
                .putInt(address())
                .putShort((short) packetSizeCode)
                .putShort((short) (profile.bauds().getFirst() / BAUD_UNIT))
                .array();
    }

    private byte[] productInfo() {
        return ByteBuffer.allocate(46)
                .put(Arrays.copyOf(profile.model().getBytes(StandardCharsets.US_ASCII), 16))
                .position(38) // batch, serial number, hardware version and sensor model stay zero
                .putShort((short) profile.widthPx())
                .putShort((short) profile.heightPx())
                .array();
    }

    private int setRegister(Frame command) {
        boolean known = command.payloadBytes() == 3
                && command.unsignedAt(1) == PACKET_SIZE_REGISTER
                && command.unsignedAt(2) <= PACKET_SIZE_CODE_MAX;
        if (known) {
            packetSizeCode = command.unsignedAt(2);
        }
        return known ? Ef01Confirmation.OK : Ef01Confirmation.REGISTER_WRONG;
    }

    /** Takes an image of what lies on the glass, if something does. */
    private int look(int poor) {
        if (finger == null || emptyLooks > 0) {
            emptyLooks = Math.max(0, emptyLooks - 1);
            return Ef01Confirmation.NO_FINGER;
        }
        if (fault == SensorFault.POOR_IMPRESSION) {
            return poor;
        }
        imageBuffer =
                fault == SensorFault.NOISE_IMAGE ? SensorImage.noise(profile, random) : SensorImage.of(finger, profile);
        return Ef01Confirmation.OK;
    }

    private void sendImage(SensorAnswer answer) {
        byte[] image = imageBuffer;
        if (image == null) {
            acknowledge(answer, Ef01Confirmation.NO_IMAGE);
        } else if (fault == SensorFault.IMAGE_REFUSED) {
            acknowledge(answer, Ef01Confirmation.UPLOAD_FAILED);
        } else {
            acknowledge(answer, Ef01Confirmation.OK);
            sendPackets(image, answer);
        }
    }

    private void sendPackets(byte[] image, SensorAnswer answer) {
        int packetBytes = SMALLEST_PACKET_BYTES << packetSizeCode;
        int middle = image.length / packetBytes / 2 * packetBytes;
        for (int offset = 0; offset < image.length; offset += packetBytes) {
            byte[] payload = Arrays.copyOfRange(image, offset, Math.min(offset + packetBytes, image.length));
            boolean last = offset + packetBytes >= image.length;
            if (offset != middle) {
                answer.add(packet(last, payload));
            } else if (!sendMiddlePacket(last, payload, answer)) {
                return;
            }
        }
    }

    /** Whether more packets follow. */
    private boolean sendMiddlePacket(boolean last, byte[] payload, SensorAnswer answer) {
        return switch (fault) {
            case PACKET_LOST -> true;
            case PACKET_DAMAGED -> {
                answer.add(damaged(packet(last, payload)));
                yield true;
            }
            case IMAGE_ENDS_EARLY -> {
                answer.add(packet(true, payload));
                yield false;
            }
            case IMAGE_TRUNCATED -> false;
            case UNPLUG_IN_MID_IMAGE -> {
                fault = SensorFault.NONE;
                answer.thenUnplug();
                yield false;
            }
            case NONE,
                    POOR_IMPRESSION,
                    NOISE_IMAGE,
                    STRAY_BYTES,
                    SILENCE,
                    ANSWERS_DAMAGED,
                    IMAGE_REFUSED,
                    ADDRESS_CHANGED,
                    PASSWORD_CHANGED -> {
                answer.add(packet(last, payload));
                yield true;
            }
        };
    }

    private byte[] packet(boolean last, byte[] payload) {
        return Frame.of(last ? FrameType.END_OF_DATA : FrameType.DATA, address(), payload)
                .encoded();
    }

    private void acknowledge(SensorAnswer answer, int confirmation, byte... content) {
        byte[] payload = new byte[1 + content.length];
        payload[0] = (byte) confirmation;
        System.arraycopy(content, 0, payload, 1, content.length);
        byte[] frame = Frame.of(FrameType.ACKNOWLEDGEMENT, address(), payload).encoded();
        answer.add(fault == SensorFault.ANSWERS_DAMAGED ? damaged(frame) : frame);
    }

    /** The frame with a wrong sum. */
    private static byte[] damaged(byte[] frame) {
        frame[frame.length - 1] ^= 1;
        return frame;
    }

    private int address() {
        return fault == SensorFault.ADDRESS_CHANGED ? profile.address() ^ CHANGED : profile.address();
    }
}
