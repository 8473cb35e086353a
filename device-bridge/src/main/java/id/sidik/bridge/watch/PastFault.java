package id.sidik.bridge.watch;

import id.sidik.bridge.scanner.DeviceFault;
import java.time.Instant;

/** What was wrong, and when. */
public record PastFault(Instant at, DeviceFault fault) {}
