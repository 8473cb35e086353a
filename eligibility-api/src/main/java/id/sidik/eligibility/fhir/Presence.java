package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import id.sidik.biometrics.v1.EncodedImage;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.eligibility.fhir.Issue.Kind;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.wire.rpc.ProtoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What the request says of the person's finger, in the extension {@link Names#PRESENCE}: the receipt of a check at the counter, or
 * samples with the moment of their capture, or why there are none.
 */
record Presence(Optional<String> receipt, List<Sample> samples, Timestamp capturedAt, CaptureFault fault) {
    static final String TEMPLATE_TYPE = "application/vnd.sidik.template";
    private static final double DPI = 500;
    private static final String PATH = "extension";
    private static final Presence NONE = new Presence(
            Optional.empty(), List.of(), Timestamp.getDefaultInstance(), CaptureFault.CAPTURE_FAULT_UNSPECIFIED);

    static Presence read(JsonNode resource, ResourceReader reader) {
        for (JsonNode extension : reader.list(resource.path(PATH), PATH)) {
            if (extension.path("url").asText().equals(Names.PRESENCE)) {
                return parts(reader.list(extension.path(PATH), "extension.extension"), reader);
            }
        }
        reader.fault(
                Kind.REQUIRED,
                "CAPTURE_MISSING",
                PATH,
                "the extension " + Names.PRESENCE + " must hold a receipt, samples with capturedAt, or a fault");
        return NONE;
    }

    private static Presence parts(List<JsonNode> parts, ResourceReader reader) {
        Optional<String> receipt = Optional.empty();
        List<Sample> samples = new ArrayList<>();
        Timestamp capturedAt = Timestamp.getDefaultInstance();
        CaptureFault fault = CaptureFault.CAPTURE_FAULT_UNSPECIFIED;
        for (JsonNode part : parts) {
            String url = part.path("url").asText();
            switch (url) {
                case "receipt" -> receipt = reader.text(reader.required(part, "valueString", value(url)), value(url));
                case "sample" -> sample(part, reader).ifPresent(samples::add);
                case "capturedAt" -> capturedAt = moment(part, reader);
                case "fault" -> fault = fault(part, reader);
                default ->
                    reader.fault(
                            Kind.NOT_SUPPORTED,
                            "PRESENCE_PART_UNKNOWN",
                            "extension.extension.url",
                            "a part of presence is receipt, sample, capturedAt or fault");
            }
        }
        int ways = (receipt.isPresent() ? 1 : 0)
                + (samples.isEmpty() ? 0 : 1)
                + (fault == CaptureFault.CAPTURE_FAULT_UNSPECIFIED ? 0 : 1);
        if (ways != 1) {
            reader.fault(
                    Kind.INVARIANT,
                    "CAPTURE_MISSING",
                    "extension.extension",
                    "presence is one of receipt, samples and fault, and not " + ways + " of them");
        }
        return new Presence(receipt, List.copyOf(samples), capturedAt, fault);
    }

    private static String value(String url) {
        return "extension.extension.where(url='" + url + "').value";
    }

    private static Optional<Sample> sample(JsonNode part, ResourceReader reader) {
        String path = value("sample");
        JsonNode attachment = reader.required(part, "valueAttachment", path);
        if (!reader.isObject(attachment, path)) {
            return Optional.empty();
        }
        Optional<String> type =
                reader.text(reader.required(attachment, "contentType", path + ".contentType"), path + ".contentType");
        Optional<ByteString> data = reader.text(reader.required(attachment, "data", path + ".data"), path + ".data")
                .flatMap(text -> bytes(text, path, reader));
        if (type.isEmpty() || data.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                type.get().equals(TEMPLATE_TYPE)
                        ? Sample.newBuilder()
                                .setTemplate(SidikTemplate.newBuilder().setContent(data.get()))
                                .build()
                        : Sample.newBuilder()
                                .setEncoded(EncodedImage.newBuilder()
                                        .setContent(data.get())
                                        .setDpi(DPI))
                                .build());
    }

    private static Optional<ByteString> bytes(String base64, String path, ResourceReader reader) {
        try {
            return Optional.of(ByteString.copyFrom(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            reader.fault(Kind.VALUE, "BASE64_INVALID", path + ".data", "data must be base64");
            return Optional.empty();
        }
    }

    private static Timestamp moment(JsonNode part, ResourceReader reader) {
        String path = value("capturedAt");
        try {
            Instant instant = reader.text(reader.required(part, "valueInstant", path), path)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElse(Instant.EPOCH);
            return ProtoTime.of(instant);
        } catch (DateTimeException e) {
            reader.fault(Kind.VALUE, "DATE_TIME_INVALID", path, "capturedAt must be an instant with a zone");
            return Timestamp.getDefaultInstance();
        }
    }

    private static CaptureFault fault(JsonNode part, ResourceReader reader) {
        String path = value("fault");
        String name =
                reader.text(reader.required(part, "valueCode", path), path).orElse("");
        for (CaptureFault fault : CaptureFault.values()) {
            if (fault != CaptureFault.CAPTURE_FAULT_UNSPECIFIED && fault.name().equals(name)) {
                return fault;
            }
        }
        reader.fault(
                Kind.VALUE,
                "CODE_UNKNOWN",
                path,
                "fault must be SCANNER_UNPLUGGED, SCANNER_FAULT, FINGER_TIMEOUT or QUALITY_TOO_LOW");
        return CaptureFault.CAPTURE_FAULT_UNSPECIFIED;
    }
}
