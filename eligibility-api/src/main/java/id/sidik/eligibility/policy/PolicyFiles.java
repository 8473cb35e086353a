package id.sidik.eligibility.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text of a policy: its files by name. Another byte in any of them is another policy, with another {@link #hash}.
 *
 * @param texts by file name, at most {@link #FILES_MAX}
 */
public record PolicyFiles(SortedMap<String, String> texts) {
    /** The file that lists the others. */
    static final String MANIFEST = "policy.yaml";

    static final int FILES_MAX = 64;
    static final int FILE_BYTES_MAX = 256 * 1024;

    private static final String BUILT_IN = "edition/";

    public PolicyFiles {
        if (texts.size() > FILES_MAX) {
            throw new PolicyRefusedException("a policy has at most 64 files, not " + texts.size());
        }
        texts.forEach((name, text) -> {
            if (text.length() > FILE_BYTES_MAX) {
                throw new PolicyRefusedException(name + " is larger than 256 KiB");
            }
        });
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** The policy that comes with the program. */
    public static PolicyFiles builtIn() {
        SortedMap<String, String> texts = new TreeMap<>();
        String manifest = resource(BUILT_IN + MANIFEST);
        texts.put(MANIFEST, manifest);
        PolicyManifest.of(manifest).files().forEach(name -> texts.put(name, resource(BUILT_IN + name)));
        return new PolicyFiles(texts);
    }

    /** The text of a resource beside this class. */
    static String resource(String name) {
        try (InputStream content = PolicyFiles.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new PolicyRefusedException("the build left out " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /**
     * The policy in a folder: {@code policy.yaml} and every other file of that ending.
     *
     * @throws PolicyRefusedException when it cannot be read
     */
    public static PolicyFiles in(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .limit(FILES_MAX + 1L)
                    .toList()) {
                if (Files.size(file) > FILE_BYTES_MAX) {
                    throw new PolicyRefusedException(file + " is larger than 256 KiB");
                }
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new PolicyRefusedException("cannot read the policy in " + folder + ": " + e.getMessage(), e);
        }
        if (!texts.containsKey(MANIFEST)) {
            throw new PolicyRefusedException("there is no " + MANIFEST + " in " + folder);
        }
        return new PolicyFiles(texts);
    }

    /** SHA-256 over names, lengths and contents, 64 hexadecimal digits. */
    public String hash() {
        MessageDigest digest = sha256();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
            digest.update((file.getKey() + "\n" + text.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
