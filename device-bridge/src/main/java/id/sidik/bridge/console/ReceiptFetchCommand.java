package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.eligibility.v1.GetReceiptTrustRequest;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fetch",
        description =
                "Fetches the key set and the revocation list into a folder that can be carried to where there is no network."
                        + " The anchor is taken at the first time: compare it with the one that you were given in person.")
final class ReceiptFetchCommand extends ServiceCommand {
    @Option(names = "--trust", required = true, paramLabel = "DIR", description = "The folder.")
    private Path trust = Path.of("");

    @Override
    protected int run(Services services) {
        ReceiptTrust fetched = new TrustFiles(trust)
                .update(services.receipts().getReceiptTrust(GetReceiptTrustRequest.getDefaultInstance()));
        JsonObject json = new JsonObject();
        json.add("keySet", fetched.keySet());
        json.add("revocations", fetched.revocations());
        answer(
                json,
                String.format(
                        Locale.ROOT,
                        "key set %d with %d keys and revocation list %d with %d receipts are in %s",
                        ReceiptTrust.number(fetched.keySet()),
                        fetched.keySet().getAsJsonArray("keys").size(),
                        ReceiptTrust.number(fetched.revocations()),
                        fetched.revocations().getAsJsonArray("receipts").size(),
                        trust));
        return ExitCode.YES;
    }
}
