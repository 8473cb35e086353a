package id.sidik.bridge.facade.sbi;

import id.sidik.engine.template.FingerPosition;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How SBI spells fingers. */
final class BioSubType {
    private static final Map<FingerPosition, String> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(FingerPosition.UNKNOWN, "UNKNOWN"),
            Map.entry(FingerPosition.RIGHT_THUMB, "Right Thumb"),
            Map.entry(FingerPosition.RIGHT_INDEX, "Right IndexFinger"),
            Map.entry(FingerPosition.RIGHT_MIDDLE, "Right MiddleFinger"),
            Map.entry(FingerPosition.RIGHT_RING, "Right RingFinger"),
            Map.entry(FingerPosition.RIGHT_LITTLE, "Right LittleFinger"),
            Map.entry(FingerPosition.LEFT_THUMB, "Left Thumb"),
            Map.entry(FingerPosition.LEFT_INDEX, "Left IndexFinger"),
            Map.entry(FingerPosition.LEFT_MIDDLE, "Left MiddleFinger"),
            Map.entry(FingerPosition.LEFT_RING, "Left RingFinger"),
            Map.entry(FingerPosition.LEFT_LITTLE, "Left LittleFinger")));

    private BioSubType() {}

    static String of(FingerPosition finger) {
        return NAMES.getOrDefault(finger, "UNKNOWN");
    }

    static Optional<FingerPosition> fingerOf(String name) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
