package id.sidik.bridge.facade.secugen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.session.CaptureFault;
import id.sidik.bridge.session.CaptureOutcome;
import id.sidik.bridge.session.CapturePlan;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.session.Impression;
import id.sidik.bridge.session.ScannerBusyException;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.FingerPosition;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.LongSupplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Answers SGIFPCapture and SGIMatchScore. What goes wrong is an ErrorCode, with 200, as clients expect. */
public final class SgDevice {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration FINGER_TIMEOUT_MIN = Duration.ofSeconds(1);
    private static final int FRAMES_MAX = 3;
    /** NFIQ's five classes, 1 the best, of a score of 0 to 100. */
    private static final int SCORES_A_CLASS = 20;

    private final CaptureRunner captures;
    private final LongSupplier nanoTime;
    private final SgTemplates templates = new SgTemplates();

    public SgDevice(CaptureRunner captures, LongSupplier nanoTime) {
        this.captures = captures;
        this.nanoTime = nanoTime;
    }

    /** One finger, its picture and its template. Blocks until it came or the time of the call is over. */
    String capture(String text) {
        try {
            SgForm form = SgForm.parse(text);
            boolean ansi = form.isAnsi();
            Impression impression = impression(form);
            String template = templates.of(impression, ansi);
            ObjectNode answer = described(impression);
            answer.put("TemplateBase64", template);
            answer.put("ISOTemplateBase64", ansi ? templates.of(impression, false) : template);
            return answer.toString();
        } catch (SgRefusedException refused) {
            return errorOf(refused.error());
        } catch (ScannerBusyException busy) {
            return errorOf(SgError.BUSY);
        }
    }

    /** How alike two templates are. */
    String matchScore(String text) {
        try {
            SgForm form = SgForm.parse(text);
            int score = templates.score(form.text("template1"), form.text("template2"));
            return JSON.objectNode()
                    .put("ErrorCode", SgError.NONE.number())
                    .put("MatchingScore", score)
                    .toString();
        } catch (SgRefusedException refused) {
            return errorOf(refused.error());
        }
    }

    private Impression impression(SgForm form) {
        Duration timeout = Duration.ofMillis(form.timeoutMillis());
        CapturePlan plan = new CapturePlan(
                List.of(FingerPosition.UNKNOWN),
                1,
                timeout.compareTo(FINGER_TIMEOUT_MIN) < 0 ? FINGER_TIMEOUT_MIN : timeout,
                form.quality(),
                FRAMES_MAX,
                false,
                List.of());
        return switch (captures.capture(plan, Deadline.after(timeout, nanoTime), _ -> {})) {
            case CaptureOutcome.Completed(List<Impression> impressions) -> impressions.getFirst();
            case CaptureOutcome.Failed(var fault, var _) -> throw new SgRefusedException(errorOf(fault));
        };
    }

    private static SgError errorOf(CaptureFault fault) {
        return switch (fault) {
            case SCANNER_UNPLUGGED -> SgError.DEVICE_NOT_FOUND;
            case SCANNER_FAULT -> SgError.LINE_DROPPED;
            case FINGER_TIMEOUT -> SgError.TIMEOUT;
            case QUALITY_TOO_LOW, WRONG_FINGER -> SgError.WRONG_IMAGE;
        };
    }

    private static ObjectNode described(Impression impression) {
        FingerImage image = impression.image();
        int score = impression.quality().score();
        return JSON.objectNode()
                .put("ErrorCode", SgError.NONE.number())
                .put("Manufacturer", "Sidik")
                .put("Model", "bridge")
                .put("SerialNumber", "")
                .put("ImageWidth", image.widthPx())
                .put("ImageHeight", image.heightPx())
                .put("ImageDPI", Math.round(image.dpi()))
                .put("ImageQuality", score)
                .put("NFIQ", Math.clamp(5 - score / SCORES_A_CLASS, 1, 5))
                .put("ImageDataBase64", Base64.getEncoder().encodeToString(image.pixels()))
                .put("BMPBase64", Base64.getEncoder().encodeToString(bmp(image)))
                .put("WSQImageSize", 0)
                .put("WSQImage", "");
    }

    /** In memory only: by itself ImageIO would keep the print in a temporary file meanwhile. */
    private static byte[] bmp(FingerImage image) {
        BufferedImage picture = new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, image.widthPx(), image.heightPx(), image.pixels());
        ByteArrayOutputStream bmp = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bmp)) {
            ImageIO.write(picture, "bmp", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bmp.toByteArray();
    }

    static String errorOf(SgError error) {
        return JSON.objectNode().put("ErrorCode", error.number()).toString();
    }
}
