package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.Gt511Command;
import id.sidik.bridge.scanner.Gt511Error;
import id.sidik.bridge.scanner.Gt511Packet;
import id.sidik.bridge.scanner.ScannerProfile;
import java.util.Arrays;

/** A module of the GT-511 family as its libraries describe it. Sees only while its lamp shines; forgets its baud. */
final class Gt511Sensor implements VirtualModule {
    private static final int CHANGED = 1;
    private static final int MARK = 0x55;
    private static final int PARAMETER = 4;
    private static final int CODE = 8;
    private static final int NOT_PRESSED = Gt511Error.NO_FINGER;
    private static final int UNSUPPORTED = 0x100E;
    private static final int WAKING_BAUD = 9_600;
    private static final int PIECE_BYTES = 128;

    private final ScannerProfile profile;
    private final Glass glass;
    private final CommandBuffer commands = new CommandBuffer(MARK, Gt511Packet.BYTES);
    private int baud;
    private int nextBaud;
    private boolean lampShines;

    Gt511Sensor(ScannerProfile profile, Glass glass) {
        this.profile = profile;
        this.glass = glass;
        listenAt(profile.bauds().getFirst());
    }

    @Override
    public SensorAnswer feed(byte[] bytes, int count) {
        SensorAnswer answer = new SensorAnswer();
        commands.feed(bytes, count, command -> hear(command, answer));
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

    /** It forgets its baud too, as the real one does. */
    @Override
    public void restart() {
        lampShines = false;
        listenAt(WAKING_BAUD);
    }

    private void hear(byte[] command, SensorAnswer answer) {
        if (!Gt511Packet.isSummed(command)) {
            refuse(answer, Gt511Error.COMMUNICATION);
            return;
        }
        int code = Gt511Packet.shortAt(command, CODE);
        int parameter = Gt511Packet.intAt(command, PARAMETER);
        Arrays.stream(Gt511Command.values())
                .filter(known -> known.code() == code)
                .findFirst()
                .ifPresentOrElse(known -> obey(known, parameter, answer), () -> refuse(answer, UNSUPPORTED));
    }

    private void obey(Gt511Command known, int parameter, SensorAnswer answer) {
        switch (known) {
            case OPEN -> {
                acknowledge(answer, 0);
                if (parameter != 0) {
                    answer.add(Gt511Packet.ofData(device(), new byte[Gt511Packet.DEVICE_INFO_BYTES]));
                }
            }
            case CHANGE_BAUDRATE -> changeBaud(parameter, answer);
            case CMOS_LED -> {
                lampShines = parameter != 0;
                acknowledge(answer, 0);
            }
            case IS_PRESS_FINGER -> press(answer);
            case CAPTURE_FINGER -> capture(answer);
            case GET_IMAGE -> sendImage(answer);
        }
    }

    private void changeBaud(int wanted, SensorAnswer answer) {
        if (profile.bauds().contains(wanted)) {
            nextBaud = wanted;
            acknowledge(answer, 0);
        } else {
            refuse(answer, Gt511Error.WRONG_BAUD);
        }
    }

    private Glass.Look look() {
        return lampShines ? glass.look() : Glass.Look.EMPTY;
    }

    private void press(SensorAnswer answer) {
        if (glass.fault() == SensorFault.SENSOR_BROKEN) {
            refuse(answer, Gt511Error.DEVICE);
        } else {
            acknowledge(answer, look() == Glass.Look.EMPTY ? NOT_PRESSED : 0);
        }
    }

    /** The look for the press has taken the image. */
    private void capture(SensorAnswer answer) {
        if (glass.fault() == SensorFault.POOR_IMPRESSION) {
            refuse(answer, Gt511Error.BAD_FINGER);
        } else {
            acknowledge(answer, 0);
        }
    }

    private void sendImage(SensorAnswer answer) {
        byte[] image = glass.image();
        if (image == null) {
            refuse(answer, Gt511Error.NO_FINGER);
        } else if (glass.fault() == SensorFault.IMAGE_REFUSED) {
            refuse(answer, UNSUPPORTED);
        } else {
            acknowledge(answer, 0);
            Pieces.add(answer, Gt511Packet.ofData(device(), image), PIECE_BYTES);
        }
    }

    private void acknowledge(SensorAnswer answer, int parameter) {
        answer.add(Gt511Packet.of(device(), parameter, Gt511Packet.ACKNOWLEDGED));
    }

    private void refuse(SensorAnswer answer, int error) {
        answer.add(Gt511Packet.of(device(), error, Gt511Packet.REFUSED));
    }

    private int device() {
        return glass.fault() == SensorFault.ADDRESS_CHANGED ? profile.address() ^ CHANGED : profile.address();
    }
}
