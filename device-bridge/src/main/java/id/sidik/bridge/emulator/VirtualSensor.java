package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.ScannerFeature;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A sensor with its module and its line. Finger and fault may be changed by any thread while another one feeds it commands.
 */
final class VirtualSensor {
    /** Late for whoever waits for one command. */
    private static final double LATENESS = 1.5;

    private final ScannerProfile profile;
    private final Glass glass;
    private final VirtualModule module;
    private final FaultyLine line;

    /**
     * A module with nothing on its glass.
     *
     * @param profile what it is. Its driver may know less: sensor and bits a pixel of a module are its own
     * @param random makes noise
     */
    VirtualSensor(ScannerProfile profile, RandomGenerator random) {
        this.profile = profile;
        this.glass = new Glass(profile, random);
        this.module = switch (profile.protocol()) {
            case EF01 -> new Ef01Sensor(profile, glass);
            case GT511 -> new Gt511Sensor(profile, glass);
            case F5 -> new F5Sensor(profile, glass);
        };
        Duration late = Duration.ofMillis((long) (profile.commandTimeout().toMillis() * LATENESS));
        this.line = new FaultyLine(late, random);
    }

    /** The faults that such a module can have. */
    static Set<SensorFault> faultsOf(ScannerProfile profile) {
        Set<SensorFault> lacking = switch (profile.protocol()) {
            case EF01 -> EnumSet.noneOf(SensorFault.class);
            case GT511 -> EnumSet.of(SensorFault.IMAGE_ENDS_EARLY, SensorFault.PASSWORD_CHANGED);
            case F5 ->
                EnumSet.of(
                        SensorFault.IMAGE_ENDS_EARLY,
                        SensorFault.PASSWORD_CHANGED,
                        SensorFault.ADDRESS_CHANGED,
                        SensorFault.IMAGE_REFUSED,
                        SensorFault.SENSOR_BROKEN);
        };
        EnumSet<SensorFault> faults = EnumSet.allOf(SensorFault.class);
        faults.removeAll(lacking);
        if (!profile.has(ScannerFeature.GRADED_CAPTURE)) {
            faults.remove(SensorFault.GRADED_LOOK_UNKNOWN);
        }
        return faults;
    }

    void layFinger(FingerImage image) {
        glass.layFinger(image);
    }

    void liftFinger() {
        glass.liftFinger();
    }

    void seeNothingFor(int looks) {
        glass.seeNothingFor(looks);
    }

    /**
     * Gets something wrong from now on.
     *
     * @throws IllegalArgumentException if such a module can not
     */
    synchronized void fault(SensorFault fault) {
        if (!faultsOf(profile).contains(fault)) {
            throw new IllegalArgumentException("a module " + profile.model() + " can not have the fault " + fault);
        }
        switch (fault) {
            case BAUD_CHANGED -> module.listenAt(profile.bauds().getLast());
            case POWER_LOST -> module.restart();
            default -> {}
        }
        glass.fault(fault);
    }

    /** Takes bytes that were sent at {@code baud}; a module that listens at another one hears nothing in them. */
    synchronized SensorAnswer feed(byte[] bytes, int count, int baud) {
        if (baud != module.baud()) {
            return new SensorAnswer();
        }
        SensorFault fault = glass.fault();
        SensorAnswer answer = line.carry(module.feed(bytes, count), Arrays.copyOf(bytes, count), fault);
        if (answer.endsUnplugged()) {
            glass.fault(SensorFault.NONE);
        }
        return answer;
    }
}
