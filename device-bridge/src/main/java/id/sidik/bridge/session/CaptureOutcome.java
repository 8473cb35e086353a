package id.sidik.bridge.session;

import java.util.List;

/** How a capture session ended. */
public sealed interface CaptureOutcome {
    /** Every impression of the plan, in its order. */
    record Completed(List<Impression> impressions) implements CaptureOutcome {
        public Completed {
            impressions = List.copyOf(impressions);
        }
    }

    /**
     * There is no impression, or not every one.
     *
     * @param detail for the operator's log, with the cure where there is one
     */
    record Failed(CaptureFault fault, String detail) implements CaptureOutcome {}
}
