package id.sidik.bridge.http;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import id.sidik.bridge.v1.JourneyStep;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A journey as an answer of one JSON object a line, each sent as it happens. The answer begins with its first line: a journey that is
 * refused before leaves the answer free for a problem.
 */
public final class StepLines implements AutoCloseable {
    public static final String MEDIA_TYPE = "application/x-ndjson";

    private static final JsonFormat.Printer JSON = JsonFormat.printer().omittingInsignificantWhitespace();

    private final ServerResponse response;
    private @Nullable OutputStream open;

    public StepLines(ServerResponse response) {
        this.response = response;
    }

    /** A step; after a decision comes its receipt as a QR code. */
    public void write(JourneyStep step) {
        writeLine(jsonOf(step));
        if (step.hasDecision() && !step.getDecision().getReceipt().isEmpty()) {
            writeLine(ReceiptCode.jsonOf(step.getDecision().getReceipt()));
        }
    }

    /** The gate would not take the question; the last line. */
    public void writeRefusal(String reason) {
        writeLine("{\"refused\":{\"reason\":\"" + reason + "\"}}");
    }

    private void writeLine(String json) {
        OutputStream lines = open;
        if (lines == null) {
            response.header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE);
            lines = response.outputStream();
            open = lines;
        }
        try {
            lines.write((json + "\n").getBytes(StandardCharsets.UTF_8));
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the page went away", e);
        }
    }

    private static String jsonOf(JourneyStep step) {
        try {
            return JSON.print(step);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a step holds no Any, so that nothing is unknown in it", e);
        }
    }

    @Override
    public void close() {
        OutputStream lines = open;
        if (lines != null) {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the page went away", e);
            }
        }
    }
}
