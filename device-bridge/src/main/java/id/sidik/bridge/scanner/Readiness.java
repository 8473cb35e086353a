package id.sidik.bridge.scanner;

/** Whether a scanner can be used. */
public sealed interface Readiness permits Readiness.Ready, Readiness.Busy, DeviceFault {
    /**
     * The scanner answers and said what it is.
     *
     * @param model the name in its profile
     * @param dpi pixels per inch, from the profile: no module reports it
     */
    record Ready(String model, int widthPx, int heightPx, double dpi) implements Readiness {}

    /** A capture is using it. */
    record Busy() implements Readiness {}
}
