package id.sidik.eligibility.keys;

import id.sidik.eligibility.receipt.ReceiptKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys that sign receipts: the first, made with the books, and {@code receipt-signing-SECOND.pem}, each active from that second
 * since 1970 on. None is ever deleted: receipts that it signed must stay the same when they are asked for again. One that was stolen is replaced.
 */
public final class ReceiptKeyFiles {
    /** One a week for two years; more keys than that in a set are a mistake. */
    public static final int KEYS_MAX = 100;

    private static final Pattern LATER_KEY = Pattern.compile("receipt-signing-([0-9]{1,12})\\.pem");

    private final Path secrets;
    private final SecretFile first;

    ReceiptKeyFiles(Path secrets, SecretFile first) {
        this.secrets = secrets;
        this.first = first;
    }

    List<ReceiptKey> read() {
        List<ReceiptKey> keys = new ArrayList<>();
        keys.add(key(first, Instant.EPOCH));
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path file : files.toList()) {
                Matcher name = LATER_KEY.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    keys.add(key(new SecretFile(file), Instant.ofEpochSecond(Long.parseLong(name.group(1)))));
                }
            }
        } catch (IOException e) {
            throw new KeysRefusedException("cannot read " + secrets + ": restore it from a backup", e);
        }
        return keys;
    }

    /**
     * Makes one more key, durably.
     *
     * @param activeFrom to the second
     * @throws KeysRefusedException if there is one from that second on, or too many
     */
    public ReceiptKey make(Instant activeFrom) {
        SecretFile file = later(activeFrom);
        if (file.exists() || read().size() >= KEYS_MAX) {
            throw new KeysRefusedException(file + " exists, or there are " + KEYS_MAX + " keys already");
        }
        new SigningKeyFile(file).create();
        return key(file, Instant.ofEpochSecond(activeFrom.getEpochSecond()));
    }

    /**
     * Makes a new key in the stead of one that somebody else may hold, which is gone then, durably.
     *
     * @param stolen one of those that {@link #read} read
     */
    public ReceiptKey replace(ReceiptKey stolen) {
        SecretFile file = stolen.activeFrom().equals(Instant.EPOCH) ? first : later(stolen.activeFrom());
        if (!key(file, stolen.activeFrom()).id().equals(stolen.id())) {
            throw new KeysRefusedException(file + " holds another key than " + stolen.id() + ": start the gate anew");
        }
        new SigningKeyFile(file).create();
        return key(file, stolen.activeFrom());
    }

    private SecretFile later(Instant activeFrom) {
        return new SecretFile(secrets.resolve("receipt-signing-" + activeFrom.getEpochSecond() + ".pem"));
    }

    private static ReceiptKey key(SecretFile file, Instant activeFrom) {
        KeyPair pair = new SigningKeyFile(file).read();
        return new ReceiptKey(pair.getPrivate(), pair.getPublic(), activeFrom);
    }
}
