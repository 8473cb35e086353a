package id.sidik.eligibility.policy;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A policy that decided, whole, so that its decisions can be made again when its files are gone. Layout 1:
 *
 * <pre>
 * text hash | int files, that many: text name | bytes content, UTF-8
 * </pre>
 */
public record KeptPolicy(String hash, PolicyFiles files) {
    /** By their hash. */
    public static final RecordKind<KeptPolicy> KIND =
            RecordKind.of("policies", 'L', kept -> RecordKey.of(kept.hash()), KeptPolicy::write, KeptPolicy::read);

    public KeptPolicy {
        if (!files.hash().equals(hash)) {
            throw new IllegalArgumentException("these are not the files of policy " + hash);
        }
    }

    private static BodyWriter write(KeptPolicy kept) {
        BodyWriter body =
                new BodyWriter().text(kept.hash).number(kept.files.texts().size());
        kept.files.texts().forEach((name, text) -> body.text(name).bytes(text.getBytes(StandardCharsets.UTF_8)));
        return body;
    }

    private static KeptPolicy read(BodyReader body) {
        String hash = body.text();
        int count = body.number();
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            texts.put(body.text(), new String(body.bytes(), StandardCharsets.UTF_8));
        }
        return new KeptPolicy(hash, new PolicyFiles(texts));
    }
}
