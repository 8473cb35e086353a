package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        description =
                "Gets an access token from the gate's own issuer, with the operator's certificate. It lives for 15 minutes.")
final class TokenCommand extends ServiceCommand {
    @Option(names = "--role", required = true, description = "operator, auditor, facility, employer, member or claims")
    private String role = "";

    @Option(names = "--subject", required = true, description = "who holds it; stands in the audit")
    private String subject = "";

    @Option(names = "--facility", description = "a facility of the holder's; may be repeated")
    private List<String> facilities = new ArrayList<>();

    @Option(names = "--employer", description = "an employer of the holder's; may be repeated")
    private List<String> employers = new ArrayList<>();

    @Option(names = "--nid", description = "the number of the member that the holder is")
    private String nid = "";

    @Override
    protected int run(Services services) {
        HttpResponse<String> response = ask(services);
        JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
        if (response.statusCode() != 200) {
            throw new UnusableInputException(answer.get("reason").getAsString() + ": "
                    + answer.get("detail").getAsString());
        }
        answer(answer, answer.get("access_token").getAsString());
        return ExitCode.YES;
    }

    private HttpResponse<String> ask(Services services) {
        URI gate = RunFile.read(services.data(), Role.ELIGIBILITY.label())
                .map(run -> run.get("rest"))
                .map(URI::create)
                .orElseThrow(() -> new ServiceAbsentException("no eligibility serves the data folder " + services.data()
                        + "; start it with './sidik up', or name another folder with --data"));
        TrustMaterial own = TrustMaterial.load(services.data().resolve("trust"), Role.OPERATOR, InstantSource.system());
        HttpRequest request = HttpRequest.newBuilder(gate.resolve("/oauth/token"))
                .timeout(Services.PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form()))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(own, Role.ELIGIBILITY))
                .build()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServiceAbsentException("the gate at " + gate + " does not answer (" + e.getMessage()
                    + "); './sidik status' says which processes are running");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAbsentException("interrupted while the gate at " + gate + " was asked");
        }
    }

    private String form() {
        List<String> fields = new ArrayList<>(
                List.of("grant_type=client_credentials", field("role", role), field("subject", subject)));
        facilities.forEach(facility -> fields.add(field("facility", facility)));
        employers.forEach(employer -> fields.add(field("employer", employer)));
        if (!nid.isEmpty()) {
            fields.add(field("nid", nid));
        }
        return String.join("&", fields);
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
