package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.bridge.site.ReceiptFolder;
import id.sidik.eligibility.v1.GetReceiptTrustResponse;
import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.proof.ProofRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The anchor and its lists in a folder that is carried to where there is no network. */
record TrustFiles(Path folder) {
    private static final String ANCHOR = ReceiptFolder.ANCHOR;
    private static final String KEYS = ReceiptFolder.KEYS;
    private static final String REVOKED = ReceiptFolder.REVOKED;

    ReceiptTrust read() {
        return ReceiptTrust.of(
                TextFile.read(folder.resolve(ANCHOR)), list(folder.resolve(KEYS)), list(folder.resolve(REVOKED)));
    }

    /**
     * Takes newer lists into the folder. The anchor is taken once and never changed.
     *
     * @throws ProofRefusedException when they are of another anchor, or older than those that are there
     */
    ReceiptTrust update(GetReceiptTrustResponse fetched) {
        try {
            Files.createDirectories(folder);
            Path anchor = folder.resolve(ANCHOR);
            if (!Files.exists(anchor)) {
                write(anchor, fetched.getAnchorPem());
            }
            ReceiptTrust next = ReceiptTrust.of(TextFile.read(anchor), fetched.getKeySet(), fetched.getRevocations());
            if (Files.exists(folder.resolve(KEYS)) && Files.exists(folder.resolve(REVOKED))) {
                ReceiptTrust before = read();
                requireNotOlder("key set", before.keySet(), next.keySet());
                requireNotOlder("revocation list", before.revocations(), next.revocations());
            }
            write(folder.resolve(KEYS), fetched.getKeySet() + "\n");
            write(folder.resolve(REVOKED), fetched.getRevocations() + "\n");
            return next;
        } catch (IOException e) {
            throw new UnusableInputException("cannot write into " + folder + "; choose another --trust", e);
        }
    }

    private static void requireNotOlder(String what, JsonObject before, JsonObject next) {
        if (ReceiptTrust.number(next) < ReceiptTrust.number(before)) {
            throw new ProofRefusedException("the " + what + " is number " + ReceiptTrust.number(next)
                    + ", older than number " + ReceiptTrust.number(before) + " that is here");
        }
    }

    private static String list(Path file) {
        try {
            if (Files.size(file) > ReceiptTrust.LIST_CHARS_MAX) {
                throw new UnusableInputException(file + " is longer than any list of ours");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UnusableInputException("cannot read " + file + "; 'receipt fetch' writes it", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        DurableFiles.replace(file, StandardCharsets.UTF_8.encode(text));
    }
}
