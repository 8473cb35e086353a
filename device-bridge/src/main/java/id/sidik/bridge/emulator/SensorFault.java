package id.sidik.bridge.emulator;

/** What a virtual sensor can be told to get wrong. Most are of the line, and any protocol can have them. */
public enum SensorFault {
    /** Nothing. */
    NONE,
    /** Something lies on the glass that the sensor can make no image of. */
    POOR_IMPRESSION,
    /** The image has noise in place of ridges. */
    NOISE_IMAGE,
    /** A byte 0x55 comes before every answer, as when a module just woke. */
    STRAY_BYTES,
    /** The line gives back what is written to it, before the answer. */
    ECHO,
    /** Bytes drawn by lot come before every answer. */
    NOISE_ON_LINE,
    /** No command is answered. */
    SILENCE,
    /** Every answer comes when nobody waits for it any more. */
    ANSWERS_LATE,
    /** Every answer has a bit that is wrong. */
    ANSWERS_DAMAGED,
    /** Every answer ends in its middle. */
    ANSWERS_CUT,
    /** A piece in the middle of the image has a bit that is wrong. */
    PACKET_DAMAGED,
    /** A byte in the middle of the image never comes. */
    BYTE_LOST,
    /** A piece in the middle of the image never comes. */
    PACKET_LOST,
    /** A piece in the middle of the image comes twice. */
    PACKET_DOUBLED,
    /** The image stops in the middle, and nothing follows. */
    IMAGE_TRUNCATED,
    /** The image stops in the middle, and goes on when nobody waits for it any more. */
    IMAGE_STALLS,
    /** The packet in the middle of the image says that it is the last. */
    IMAGE_ENDS_EARLY,
    /** The module's firmware does not know the look that grades what it sees, although its model does. */
    GRADED_LOOK_UNKNOWN,
    /** The module will not send its image. */
    IMAGE_REFUSED,
    /** The module says that its sensor does not work. */
    SENSOR_BROKEN,
    /** The module has another address than the one its profile says. */
    ADDRESS_CHANGED,
    /** The module has another password than the one its profile says. */
    PASSWORD_CHANGED,
    /** The module listens at the last baud of its profile. Stays when healed: a driver finds it there. */
    BAUD_CHANGED,
    /** The module loses power for a moment behind its adapter, and forgets what it was told. Happens once. */
    POWER_LOST,
    /** The plug is pulled when a command has arrived. Passes with the plug: once plugged in again all is well. */
    UNPLUG_BEFORE_ANSWER,
    /** The plug is pulled in the middle of the image. Passes with the plug, likewise. */
    UNPLUG_IN_MID_IMAGE
}
