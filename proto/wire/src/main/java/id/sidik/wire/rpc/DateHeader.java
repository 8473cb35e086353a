package id.sidik.wire.rpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Says with each answer what time it is, as HTTP asks of a server with a clock (RFC 9110, 6.6.1), so that callers see how far theirs is off. */
public final class DateHeader implements ServerInterceptor {
    private static final Metadata.Key<String> DATE = Metadata.Key.of("date", Metadata.ASCII_STRING_MARSHALLER);

    private final InstantSource clock;

    DateHeader(InstantSource clock) {
        this.clock = clock;
    }

    /** The server's time, to the second; nothing if it did not say it in a form that can be read. */
    public static Optional<Instant> of(Metadata headers) {
        try {
            return Optional.ofNullable(headers.get(DATE))
                    .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return next.startCall(
                new SimpleForwardingServerCall<Q, A>(call) {
                    @Override
                    public void sendHeaders(Metadata answer) {
                        answer.put(
                                DATE,
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        clock.instant().atOffset(ZoneOffset.UTC)));
                        super.sendHeaders(answer);
                    }
                },
                headers);
    }
}
