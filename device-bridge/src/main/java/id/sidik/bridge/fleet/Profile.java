package id.sidik.bridge.fleet;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import id.sidik.wire.config.RemoteSettings;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.ProofRefusedException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings that the institution's anchor signed for this bridge.
 *
 * @param number above those of all profiles before
 * @param expiresAt until when it may be taken; what was taken stays
 * @param statement as it came: compact JWS
 */
record Profile(long number, Instant expiresAt, RemoteSettings settings, String statement) {
    private static final String TYPE = "sidik-bridge-profile+jws";
    private static final int STATEMENT_CHARS_MAX = 32 * 1024;

    /**
     * Verifies a statement.
     *
     * @param facilityId of this bridge
     * @throws ProfileRefusedException when the anchor did not sign it, it is for another facility, or it sets what may not be set from afar
     */
    static Profile of(String statement, PublicKey anchor, String facilityId) throws ProfileRefusedException {
        if (statement.length() > STATEMENT_CHARS_MAX) {
            throw new ProfileRefusedException("it is longer than a profile can be");
        }
        try {
            String payload = CompactJws.verify(statement, anchor);
            if (!CompactJws.headerField(statement, "typ").orElse("").equals(TYPE)) {
                throw new ProfileRefusedException("the statement is not of a profile");
            }
            Struct.Builder fields = Struct.newBuilder();
            JsonFormat.parser().merge(payload, fields);
            String target = fields.getFieldsOrThrow("facility").getStringValue();
            if (!target.isEmpty() && !target.equals(facilityId)) {
                throw new ProfileRefusedException("it is for " + target);
            }
            long number = (long) fields.getFieldsOrThrow("number").getNumberValue();
            return new Profile(
                    number,
                    Instant.ofEpochSecond((long) fields.getFieldsOrThrow("exp").getNumberValue()),
                    settings(number, fields),
                    statement);
        } catch (ProofRefusedException e) {
            throw new ProfileRefusedException("its signature is not of this bridge's anchor", e);
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new ProfileRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static RemoteSettings settings(long number, Struct.Builder fields) throws ProfileRefusedException {
        Map<String, Value> values =
                fields.getFieldsOrThrow("settings").getStructValue().getFieldsMap();
        Map<String, String> texts = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getStringValue()));
        try {
            return new RemoteSettings("profile " + number + " of the institution", texts);
        } catch (IllegalArgumentException e) {
            throw new ProfileRefusedException(number, String.valueOf(e.getMessage()), e);
        }
    }
}
