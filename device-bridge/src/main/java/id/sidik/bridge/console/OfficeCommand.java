package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "office",
        description = {
            "Prints a link that opens the back office in a browser on this machine.",
            "The link signs in, once and within 15 minutes, as an officer or an auditor: the operator's certificate vouches for them."
        })
final class OfficeCommand extends ServiceCommand {
    private static final int OK = 200;

    @Option(names = "--as", defaultValue = "operator", description = "operator or auditor (default: ${DEFAULT-VALUE}).")
    private String role = "operator";

    @Option(names = "--person", defaultValue = "officer-1", description = "Who it is (default: ${DEFAULT-VALUE}).")
    private String person = "officer-1";

    @Option(names = "--from", defaultValue = "", hidden = true, description = "First day of the reports.")
    private String from = "";

    @Option(names = "--to", defaultValue = "", hidden = true, description = "Last day of the reports.")
    private String to = "";

    @Override
    protected int run(Services services) {
        Map<String, String> run = RunFile.read(services.data(), Role.ELIGIBILITY.label())
                .orElseThrow(() -> new ServiceAbsentException(
                        "no eligibility service runs on " + services.data() + "; start it with './sidik up'"));
        String days = from.isEmpty() || to.isEmpty() ? "" : "&from=" + from + "&to=" + to;
        String link = run.getOrDefault("office", "") + "office/#token=" + token(services, run.getOrDefault("rest", ""))
                + days;
        JsonObject json = new JsonObject();
        json.addProperty("link", link);
        answer(json, "The back office, signed in as " + person + " (" + role + "):\n" + link);
        return ExitCode.YES;
    }

    private String token(Services services, String rest) {
        String form = "grant_type=client_credentials&role=" + encoded(role) + "&subject=" + encoded(person);
        HttpRequest request = HttpRequest.newBuilder(URI.create(rest).resolve("/oauth/token"))
                .timeout(Services.PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(services.operator(), Role.ELIGIBILITY))
                .build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
            if (response.statusCode() != OK) {
                throw new UnusableInputException(answer.get("detail").getAsString());
            }
            return answer.get("access_token").getAsString();
        } catch (IOException e) {
            throw new ServiceAbsentException(
                    "the eligibility service does not answer at " + rest + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAbsentException("interrupted while waiting for the eligibility service");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
