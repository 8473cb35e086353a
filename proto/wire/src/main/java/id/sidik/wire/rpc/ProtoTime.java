package id.sidik.wire.rpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Moments as contracts carry them. */
public final class ProtoTime {
    private ProtoTime() {}

    /** The same moment, to the nanosecond. */
    public static Timestamp of(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
