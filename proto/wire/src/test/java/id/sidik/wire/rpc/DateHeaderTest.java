package id.sidik.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** That servers send it is tested where a caller looks at it, in the bridge. */
class DateHeaderTest {
    private static final Metadata.Key<String> DATE = Metadata.Key.of("date", Metadata.ASCII_STRING_MARSHALLER);

    @Test
    void readsAsHttpWritesIt() {
        Metadata headers = new Metadata();
        headers.put(DATE, "Tue, 15 Nov 1994 08:12:31 GMT");

        assertThat(DateHeader.of(headers)).contains(Instant.parse("1994-11-15T08:12:31Z"));
    }

    @Test
    void takesNothingFromWhatIsNoDate() {
        Metadata headers = new Metadata();
        assertThat(DateHeader.of(headers)).isEmpty();

        headers.put(DATE, "noon");
        assertThat(DateHeader.of(headers)).isEmpty();
    }
}
