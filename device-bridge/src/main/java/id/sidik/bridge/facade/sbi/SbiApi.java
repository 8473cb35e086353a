package id.sidik.bridge.facade.sbi;

import id.sidik.bridge.facade.sbi.FrameBoard.Shown;
import id.sidik.bridge.link.Deadline;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** The verbs of SBI over HTTP. One says MOSIPINFO, the other MOSIPDINFO: both are taken. */
public final class SbiApi {
    /** What pages may use. */
    public static final Set<String> METHODS =
            Set.of("MOSIPDISC", "MOSIPDINFO", "MOSIPINFO", "CAPTURE", "RCAPTURE", "STREAM");

    private static final int STREAMS_MAX = 4;
    /** The specification wants 3 frames a second at least, whether or not something has changed. */
    private static final Duration FRAME_INTERVAL_MAX = Duration.ofMillis(300);

    private static final String BOUNDARY = "--BoundaryString";

    private final SbiDevice device;
    private final LongSupplier nanoTime;
    private final Semaphore streams = new Semaphore(STREAMS_MAX);

    public SbiApi(SbiDevice device, LongSupplier nanoTime) {
        this.device = device;
        this.nanoTime = nanoTime;
    }

    /** Adds the routes. */
    public void register(HttpRouting.Builder routing) {
        routing.route(
                        Method.create("MOSIPDISC"),
                        "/device",
                        (request, response) ->
                                send(request, response, device.discovery(bodyOf(request), callbackOf(request))))
                .route(Method.create("MOSIPDINFO"), "/info", this::info)
                .route(Method.create("MOSIPINFO"), "/info", this::info)
                .route(
                        Method.create("CAPTURE"),
                        "/capture",
                        (request, response) -> send(request, response, device.capture(Purpose.AUTH, bodyOf(request))))
                .route(
                        Method.create("RCAPTURE"),
                        "/capture",
                        (request, response) ->
                                send(request, response, device.capture(Purpose.REGISTRATION, bodyOf(request))))
                .route(Method.create("STREAM"), "/stream", this::stream);
    }

    private void info(ServerRequest request, ServerResponse response) {
        send(request, response, device.info(callbackOf(request)));
    }

    private void stream(ServerRequest request, ServerResponse response) {
        byte[] body = bodyOf(request);
        Optional<FrameBoard> frames = framesOf(body);
        if (frames.isEmpty()) {
            send(request, response, errorOf(SbiError.PURPOSE_NOT_SERVED));
        } else if (!streams.tryAcquire()) {
            send(request, response, errorOf(SbiError.BUSY));
        } else {
            try {
                show(frames.get(), CaptureCall.streamTimeout(body), response);
            } finally {
                streams.release();
            }
        }
    }

    private Optional<FrameBoard> framesOf(byte[] body) {
        try {
            return device.frames(body);
        } catch (SbiRefusedException unreadable) {
            return Optional.empty();
        }
    }

    /** Until its time is over or whoever watches has gone. */
    private void show(FrameBoard frames, Duration timeout, ServerResponse response) {
        Deadline end = Deadline.after(timeout, nanoTime);
        response.header(HeaderNames.CONTENT_TYPE, "multipart/x-mixed-replace; boundary=" + BOUNDARY);
        long seen = -1;
        try (OutputStream out = response.outputStream()) {
            while (!end.hasPassed()) {
                Shown shown = frames.next(seen, FRAME_INTERVAL_MAX);
                seen = shown.number();
                byte[] jpeg = LivePicture.of(shown);
                String head =
                        "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(jpeg);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("whoever watched has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String errorOf(SbiError error) {
        return "{\"error\":" + SbiDevice.errorOf(error) + "}";
    }

    private static String callbackOf(ServerRequest request) {
        return "http://127.0.0.1:" + request.localPeer().port() + "/";
    }

    private static byte[] bodyOf(ServerRequest request) {
        try (InputStream body = request.content().inputStream()) {
            return body.readNBytes(CaptureCall.BYTES_MAX + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the body broke off", e);
        }
    }

    private static void send(ServerRequest request, ServerResponse response, String json) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json")
                .header("EXT", "sidik")
                .header("LOCATION", callbackOf(request))
                .send(json);
    }
}
