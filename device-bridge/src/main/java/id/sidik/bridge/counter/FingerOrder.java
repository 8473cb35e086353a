package id.sidik.bridge.counter;

import id.sidik.biometrics.v1.FingerException;
import id.sidik.biometrics.v1.FingerExceptionKind;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.v1.CheckRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which fingers to ask for, in which order; those that staff declared missing or bandaged are not asked for. */
final class FingerOrder {
    static final int FURTHER_MAX = 3;

    private FingerOrder() {}

    /**
     * The finger of a check and those after it. May be empty.
     *
     * @throws JourneyRefusedException FINGERS_INVALID, EXCEPTIONS_INVALID
     */
    static List<FingerPosition> of(CheckRequest request) {
        List<FingerPosition> named = new ArrayList<>(List.of(request.getFinger()));
        named.addAll(request.getFurtherFingersList());
        boolean isUnknown = request.getFurtherFingersList().contains(FingerPosition.FINGER_POSITION_UNSPECIFIED)
                || named.contains(FingerPosition.UNRECOGNIZED);
        if (isUnknown
                || request.getFurtherFingersCount() > FURTHER_MAX
                || Set.copyOf(named).size() < named.size()) {
            throw new JourneyRefusedException(
                    "FINGERS_INVALID", "further_fingers are at most " + FURTHER_MAX + " others than finger, each once");
        }
        return without(request.getExceptionsList(), named);
    }

    /** Those that can be captured. */
    static List<FingerPosition> without(List<FingerException> exceptions, List<FingerPosition> fingers) {
        Set<FingerPosition> excepted = EnumSet.noneOf(FingerPosition.class);
        for (FingerException exception : exceptions) {
            boolean isOne = exception.getFinger() != FingerPosition.FINGER_POSITION_UNSPECIFIED
                    && exception.getFinger() != FingerPosition.UNRECOGNIZED
                    && exception.getKind() != FingerExceptionKind.FINGER_EXCEPTION_KIND_UNSPECIFIED
                    && exception.getKind() != FingerExceptionKind.UNRECOGNIZED;
            if (!isOne || !excepted.add(exception.getFinger())) {
                throw new JourneyRefusedException(
                        "EXCEPTIONS_INVALID", "name each finger once, with MISSING or BANDAGED");
            }
        }
        return fingers.stream().filter(finger -> !excepted.contains(finger)).toList();
    }
}
