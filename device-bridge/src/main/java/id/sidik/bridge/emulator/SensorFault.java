package id.sidik.bridge.emulator;

/** What a virtual sensor can be told to get wrong. */
public enum SensorFault {
    /** Nothing. */
    NONE,
    /** Something lies on the glass that the sensor can make no image of. */
    POOR_IMPRESSION,
    /** The image has noise in place of ridges. */
    NOISE_IMAGE,
    /** A byte 0x55 comes before every answer, as when a module just woke. */
    STRAY_BYTES,
    /** No command is answered. */
    SILENCE,
    /** Every acknowledgement has a wrong sum. */
    ANSWERS_DAMAGED,
    /** A data packet in the middle of the image has a wrong sum. */
    PACKET_DAMAGED,
    /** A data packet in the middle of the image never comes. */
    PACKET_LOST,
    /** The image stops in the middle, and nothing follows. */
    IMAGE_TRUNCATED,
    /** The packet in the middle of the image says that it is the last. */
    IMAGE_ENDS_EARLY,
    /** The module will not send its image. */
    IMAGE_REFUSED,
    /** The module has another address than the one its profile says. */
    ADDRESS_CHANGED,
    /** The module has another password than the one its profile says. */
    PASSWORD_CHANGED,
    /** The plug is pulled in the middle of the image. Passes with the plug: once plugged in again all is well. */
    UNPLUG_IN_MID_IMAGE
}
