package id.sidik.bridge.session;

/** What the person should do now. The words for it belong to the screen. */
public enum Guidance {
    PLACE_FINGER,
    HOLD_STILL,
    LIFT_FINGER,
    PRESS_HARDER,
    CENTRE_FINGER,
    /** Only the tip lay on the glass. */
    MOVE_UP,
    /** The tip lay beyond the glass. */
    MOVE_DOWN,
    WIPE_FINGER,
    MOISTEN_FINGER,
    TRY_AGAIN,
    /** The finger that was just captured is wanted once more. */
    SAME_FINGER_AGAIN,
    /** It was another finger than the one asked for. */
    WRONG_FINGER
}
