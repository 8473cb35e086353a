package id.sidik.bridge.facade.webapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.bridge.http.JourneyTurn;
import id.sidik.bridge.http.ProblemMapping;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.session.CaptureFault;
import id.sidik.bridge.session.CaptureOutcome;
import id.sidik.bridge.session.CapturePlan;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.session.Impression;
import id.sidik.bridge.session.ScannerBusyException;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.FingerPosition;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /Fingerprint.WebApi.js}: the script. {@code GET /devices}: whether a scanner is there. {@code POST /acquisitions/png} or
 * {@code /raw}: fingers, one after the other as they are placed, each as lines of JSON, until the page goes or asks
 * {@code DELETE /acquisitions}.
 */
public final class WebApi {
    /** Loaded by a script element, which says no origin; there is nothing in it that is not public. */
    public static final String SCRIPT = "/Fingerprint.WebApi.js";

    /** What pages may use. */
    public static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

    private static final Logger LOG = LoggerFactory.getLogger(WebApi.class);
    private static final String DEVICE = "sidik-bridge";
    private static final Duration LOOK_MAX = Duration.ofSeconds(2);
    /** After each an empty line goes out, so that a page that has gone is noticed. */
    private static final Duration FINGER_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration ACQUISITION_MAX = Duration.ofMinutes(10);
    private static final int FRAMES_MAX = 3;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final CaptureRunner captures;
    private final int minimumQuality;
    private final LongSupplier nanoTime;
    private final JourneyTurn turn = new JourneyTurn();

    /** @param minimumQuality 0 to 100; a poorer finger is told and not handed on */
    public WebApi(CaptureRunner captures, int minimumQuality, LongSupplier nanoTime) {
        this.captures = captures;
        this.minimumQuality = minimumQuality;
        this.nanoTime = nanoTime;
    }

    /** Adds the routes, and problems for what goes wrong. */
    public void register(HttpRouting.Builder routing) {
        routing.get(SCRIPT, (_, response) -> script(response))
                .get("/devices", (_, response) -> devices(response))
                .post("/acquisitions/png", (_, response) -> acquire(true, response))
                .post("/acquisitions/raw", (_, response) -> acquire(false, response))
                .delete("/acquisitions", this::end);
        ProblemMapping.register(routing);
    }

    private static void script(ServerResponse response) {
        try (InputStream text = WebApi.class.getResourceAsStream("Fingerprint.WebApi.js")) {
            response.header(HeaderNames.CONTENT_TYPE, "text/javascript; charset=utf-8")
                    .send(Objects.requireNonNull(text, "the script lies beside this class")
                            .readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void devices(ServerResponse response) {
        boolean present = switch (captures.readiness(Deadline.after(LOOK_MAX, nanoTime))) {
            case Readiness.Ready _, Readiness.Busy _ -> true;
            case DeviceFault _ -> false;
        };
        response.header(HeaderNames.CONTENT_TYPE, "application/json").send(present ? "[\"" + DEVICE + "\"]" : "[]");
    }

    private void end(ServerRequest request, ServerResponse response) {
        turn.end();
        response.status(Status.NO_CONTENT_204).send();
    }

    private void acquire(boolean asPng, ServerResponse response) {
        turn.run(() -> {
            response.header(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
            Deadline end = Deadline.after(ACQUISITION_MAX, nanoTime);
            try (OutputStream lines = response.outputStream()) {
                boolean goesOn = true;
                while (goesOn && !end.hasPassed()) {
                    goesOn = acquireOne(asPng, end, lines);
                }
            } catch (IOException gone) {
                throw new UncheckedIOException("the page went away", gone);
            } catch (CancellationException ended) {
                LOG.debug("the acquisition was ended by the page, or by a newer one", ended);
            }
        });
    }

    /** Whether another finger may follow. */
    private boolean acquireOne(boolean asPng, Deadline end, OutputStream lines) throws IOException {
        CapturePlan plan = new CapturePlan(
                List.of(FingerPosition.UNKNOWN), 1, FINGER_TIMEOUT, minimumQuality, FRAMES_MAX, false, List.of());
        try {
            return switch (captures.capture(plan, end, _ -> {})) {
                case CaptureOutcome.Completed(List<Impression> impressions) -> {
                    FingerImage image = impressions.getFirst().image();
                    write(lines, event("quality").put("quality", 0));
                    write(lines, event("samples").put("sample", asPng ? png(image) : raw(image)));
                    yield true;
                }
                case CaptureOutcome.Failed(var fault, var _) -> tell(fault, lines);
            };
        } catch (ScannerBusyException busy) {
            write(lines, event("error").put("error", "SCANNER_BUSY"));
            return false;
        }
    }

    private static boolean tell(CaptureFault fault, OutputStream lines) throws IOException {
        switch (fault) {
            case FINGER_TIMEOUT -> write(lines, event("waiting"));
            case QUALITY_TOO_LOW, WRONG_FINGER -> write(lines, event("quality").put("quality", 10));
            case SCANNER_UNPLUGGED -> write(lines, event("disconnected"));
            case SCANNER_FAULT -> write(lines, event("error").put("error", fault.name()));
        }
        return fault != CaptureFault.SCANNER_UNPLUGGED && fault != CaptureFault.SCANNER_FAULT;
    }

    private static ObjectNode event(String name) {
        return JSON.objectNode().put("event", name).put("deviceUid", DEVICE);
    }

    private static void write(OutputStream lines, ObjectNode event) throws IOException {
        lines.write((event + "\n").getBytes(StandardCharsets.UTF_8));
        lines.flush();
    }

    /** As the WebSDK has it: pixels and what they mean, as JSON in base64url. */
    private static String raw(FingerImage image) {
        ObjectNode format = JSON.objectNode()
                .put("iWidth", image.widthPx())
                .put("iHeight", image.heightPx())
                .put("iXdpi", Math.round(image.dpi()))
                .put("iYdpi", Math.round(image.dpi()))
                .put("uBPP", 8);
        ObjectNode sample = JSON.objectNode().put("Data", BASE64.encodeToString(image.pixels()));
        sample.set("Format", format);
        return BASE64.encodeToString(sample.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In memory only: by itself ImageIO would keep the print in a temporary file meanwhile. */
    private static String png(FingerImage image) {
        BufferedImage picture = new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, image.widthPx(), image.heightPx(), image.pixels());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return BASE64.encodeToString(png.toByteArray());
    }
}
