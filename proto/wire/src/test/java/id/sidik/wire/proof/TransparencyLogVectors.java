package id.sidik.wire.proof;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The vectors of {@code specs/crypto/tlog-vectors.json}, which lie beside the checkout. */
public final class TransparencyLogVectors {
    private final JsonObject json;

    private TransparencyLogVectors(JsonObject json) {
        this.json = json;
    }

    public static TransparencyLogVectors load() {
        String shared = System.getProperty("sidik.shared", "(system property sidik.shared is not set)");
        Path file = Path.of(shared, "specs", "crypto", "tlog-vectors.json");
        try {
            return new TransparencyLogVectors(
                    JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException("the log vectors are missing: " + file, e);
        }
    }

    public List<byte[]> entries() {
        return json.getAsJsonArray("entries").asList().stream()
                .map(entry -> entry.getAsString().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    public byte[] leafHash(int index) {
        return decode(json.getAsJsonArray("leafHashes").get(index));
    }

    public byte[] root(long size) {
        return decode(json.getAsJsonObject("roots").get(Long.toString(size)));
    }

    public List<JsonObject> inclusions() {
        return objects("inclusion");
    }

    public List<JsonObject> consistencies() {
        return objects("consistency");
    }

    public String verifierKey() {
        return json.get("vkey").getAsString();
    }

    public String checkpoint(long size) {
        return json.getAsJsonObject("checkpoints").get(Long.toString(size)).getAsString();
    }

    /** A whole tlog-proof. */
    public String proof() {
        return json.get("proof").getAsString();
    }

    /** Why each of these must be refused is in its field {@code why}. */
    public List<JsonObject> tampered() {
        return objects("tampered");
    }

    public static List<byte[]> hashes(JsonObject vector, String field) {
        return vector.getAsJsonArray(field).asList().stream()
                .map(TransparencyLogVectors::decode)
                .toList();
    }

    private List<JsonObject> objects(String field) {
        return json.getAsJsonArray(field).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static byte[] decode(JsonElement base64) {
        return Base64.getDecoder().decode(base64.getAsString());
    }
}
