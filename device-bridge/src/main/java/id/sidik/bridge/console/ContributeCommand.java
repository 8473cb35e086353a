package id.sidik.bridge.console;

import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RecordContributionResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "contribute", description = "Records that a contribution was paid. No money is moved.")
final class ContributeCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(names = "--programme", required = true, paramLabel = "NAME", description = "JHT, JKK, JKM, JP, JKP or JKN.")
    private String programme = "";

    @Option(names = "--period", required = true, paramLabel = "YYYY-MM", description = "The month that was paid for.")
    private String period = "";

    @Option(names = "--amount", required = true, paramLabel = "RUPIAH", description = "Whole rupiah, above 0.")
    private long amountRupiah;

    @Option(
            names = "--channel",
            required = true,
            paramLabel = "NAME",
            description = "Who took the payment, such as bank-transfer.")
    private String channel = "";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The payment's own reference, 8 to 64 of [A-Za-z0-9._-]: the same one is recorded once (default: a new one).")
    private String key = "";

    @Override
    protected int run(Services services) {
        RecordContributionResponse response = services.gate()
                .recordContribution(RecordContributionRequest.newBuilder()
                        .setIdempotencyKey(key.isEmpty() ? newKey() : key)
                        .setNid(nid)
                        .setProgramme(Words.parse(Programme.class, programme, "--programme"))
                        .setPeriod(period)
                        .setAmountRupiah(amountRupiah)
                        .setChannel(channel)
                        .build());
        answer(response, "recorded: contribution " + response.getContributionId());
        return ExitCode.YES;
    }
}
