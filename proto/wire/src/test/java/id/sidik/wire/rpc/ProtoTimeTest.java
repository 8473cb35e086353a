package id.sidik.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProtoTimeTest {
    @Test
    void keepsAMomentToTheNanosecond() {
        assertThat(ProtoTime.of(Instant.parse("2026-11-27T10:00:00.000000007Z")))
                .isEqualTo(Timestamp.newBuilder()
                        .setSeconds(1_795_773_600L)
                        .setNanos(7)
                        .build());
    }
}
