package id.sidik.eligibility.lockout;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.presence.RecordId;

/**
 * A device at a facility: where a failure happens.
 *
 * @param deviceId empty where nothing proves which: an id that anybody may write down would let anybody wear out another's device
 */
public record Place(Facility facility, String deviceId) {
    public Place {
        if (!deviceId.isEmpty()) {
            RecordId.checked("a device id", deviceId);
        }
    }
}
