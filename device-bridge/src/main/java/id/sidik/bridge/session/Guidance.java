package id.sidik.bridge.session;

/** What the person should do now. The words for it belong to the screen. */
public enum Guidance {
    PLACE_FINGER,
    HOLD_STILL,
    LIFT_FINGER,
    PRESS_HARDER,
    CENTRE_FINGER,
    WIPE_FINGER,
    MOISTEN_FINGER,
    TRY_AGAIN
}
