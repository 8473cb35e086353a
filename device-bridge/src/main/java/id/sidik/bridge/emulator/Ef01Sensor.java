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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A module of the EF01 family as its manual describes it. Keeps its baud and its packet size in flash.
 */
final class Ef01Sensor implements VirtualModule {
    private static final int SMALLEST_PACKET_BYTES = 32;
    private static final int FACTORY_PACKET_SIZE_CODE = 2;
    private static final int PACKET_SIZE_CODE_MAX = 3;
    private static final int PACKET_SIZE_REGISTER = 6;
    private static final int BAUD_REGISTER = 4;
    private static final int BAUD_UNITS_MAX = 12;
    private static final int LIBRARY_CAPACITY = 200;
    private static final int SECURITY_LEVEL = 3;
    private static final int BAUD_UNIT = 9_600;
    /** Breathe, flash, on, off, fade in, fade out. */
    private static final int RING_MODE_MAX = 6;
    /** Red, blue, purple, green, yellow, cyan, white. */
    private static final int RING_COLOUR_MAX = 7;
    /** Bit that turns an address or a password into another one. */
    private static final int CHANGED = 1;

    private final ScannerProfile profile;
    private final Glass glass;
    private final FrameReader reader = new FrameReader();
    private int packetSizeCode;
    private int baud;
    private int nextBaud;
    private boolean passwordVerified;

    Ef01Sensor(ScannerProfile profile, Glass glass) {
        this.profile = profile;
        this.glass = glass;
        this.packetSizeCode = FACTORY_PACKET_SIZE_CODE;
        this.baud = profile.bauds().getFirst();
        this.nextBaud = baud;
    }

    @Override
    public SensorAnswer feed(byte[] bytes, int count) {
        SensorAnswer answer = new SensorAnswer();
        reader.feed(bytes, 0, count, reception -> hear(reception, answer));
        baud = nextBaud;
        return answer;
    }

    @Override
    public int baud() {
        return baud;
    }

    @Override
    public void listenAt(int baud) {
        this.baud = baud;
        this.nextBaud = baud;
    }

    @Override
    public void restart() {
        passwordVerified = false;
    }

    private void hear(Reception reception, SensorAnswer answer) {
        switch (reception) {
            case Frame frame
            when frame.type() == FrameType.COMMAND && frame.payloadBytes() > 0 -> {
                answer(frame, answer);
            }
            case DamagedFrame _ -> acknowledge(answer, Ef01Confirmation.RECEIVE_ERROR);
            case Frame _, Noise _ -> {}
        }
    }

    private void answer(Frame command, SensorAnswer answer) {
        Ef01Command known = Ef01Command.ofCode(command.unsignedAt(0));
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
            case GET_IMAGE_EX ->
                !profile.has(ScannerFeature.GRADED_CAPTURE) || glass.fault() == SensorFault.GRADED_LOOK_UNKNOWN;
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
            case OPEN_LED, CLOSE_LED -> acknowledge(answer, Ef01Confirmation.OK);
            case AURA_LED_CONFIG -> acknowledge(answer, setRing(command));
        }
    }

    private int verifyPassword(Frame command) {
        int password =
                glass.fault() == SensorFault.PASSWORD_CHANGED ? profile.password() ^ CHANGED : profile.password();
        passwordVerified = command.payloadBytes() == 1 + Integer.BYTES && command.intAt(1) == password;
        return passwordVerified ? Ef01Confirmation.OK : Ef01Confirmation.PASSWORD_WRONG;
    }

    private boolean isOpenToAll() {
        return glass.fault() != SensorFault.PASSWORD_CHANGED && (passwordVerified || profile.password() == 0);
    }

    private byte[] systemParameters() {
        return ByteBuffer.allocate(16)
                .putShort((short) 0) // status
                .putShort((short) 0) // system identifier
                .putShort((short) LIBRARY_CAPACITY)
                .putShort((short) SECURITY_LEVEL)
                .putInt(address())
                .putShort((short) packetSizeCode)
                .putShort((short) (baud / BAUD_UNIT))
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
        if (command.payloadBytes() != 3) {
            return Ef01Confirmation.REGISTER_WRONG;
        }
        int value = command.unsignedAt(2);
        if (command.unsignedAt(1) == PACKET_SIZE_REGISTER && value <= PACKET_SIZE_CODE_MAX) {
            packetSizeCode = value;
        } else if (command.unsignedAt(1) == BAUD_REGISTER && value >= 1 && value <= BAUD_UNITS_MAX) {
            nextBaud = value * BAUD_UNIT;
        } else {
            return Ef01Confirmation.REGISTER_WRONG;
        }
        return Ef01Confirmation.OK;
    }

    /** Mode, speed, colour, count; any speed and any count will do. */
    private static int setRing(Frame command) {
        boolean known = command.payloadBytes() == 5
                && command.unsignedAt(1) >= 1
                && command.unsignedAt(1) <= RING_MODE_MAX
                && command.unsignedAt(3) >= 1
                && command.unsignedAt(3) <= RING_COLOUR_MAX;
        return known ? Ef01Confirmation.OK : Ef01Confirmation.REGISTER_VALUE_WRONG;
    }

    private int look(int poor) {
        if (glass.fault() == SensorFault.SENSOR_BROKEN) {
            return Ef01Confirmation.SENSOR_BROKEN;
        }
        return switch (glass.look()) {
            case EMPTY -> Ef01Confirmation.NO_FINGER;
            case POOR -> poor;
            case FINGER -> Ef01Confirmation.OK;
        };
    }

    private void sendImage(SensorAnswer answer) {
        byte[] image = glass.image();
        if (image == null) {
            acknowledge(answer, Ef01Confirmation.NO_IMAGE);
        } else if (glass.fault() == SensorFault.IMAGE_REFUSED) {
            acknowledge(answer, Ef01Confirmation.UPLOAD_FAILED);
        } else {
            acknowledge(answer, Ef01Confirmation.OK);
            sendPackets(image, answer);
        }
    }

    private void sendPackets(byte[] image, SensorAnswer answer) {
        int packetBytes = SMALLEST_PACKET_BYTES << packetSizeCode;
        int middle = image.length / packetBytes / 2 * packetBytes;
        boolean last = false;
        for (int offset = 0; !last; offset += packetBytes) {
            byte[] payload = Arrays.copyOfRange(image, offset, Math.min(offset + packetBytes, image.length));
            last = offset + packetBytes >= image.length
                    || (offset == middle && glass.fault() == SensorFault.IMAGE_ENDS_EARLY);
            answer.add(packet(last, payload));
        }
    }

    private byte[] packet(boolean last, byte[] payload) {
        return Frame.of(last ? FrameType.END_OF_DATA : FrameType.DATA, address(), payload)
                .encoded();
    }

    private void acknowledge(SensorAnswer answer, int confirmation, byte... content) {
        byte[] payload = new byte[1 + content.length];
        payload[0] = (byte) confirmation;
        System.arraycopy(content, 0, payload, 1, content.length);
        answer.add(Frame.of(FrameType.ACKNOWLEDGEMENT, address(), payload).encoded());
    }

    private int address() {
        return glass.fault() == SensorFault.ADDRESS_CHANGED ? profile.address() ^ CHANGED : profile.address();
    }
}
