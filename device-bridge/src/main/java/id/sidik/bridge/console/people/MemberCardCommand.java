package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.eligibility.v1.EndCardRequest;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.RecordCardRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "card",
        description = "Records the number of a card that a member was given, or ends one that counts no longer.")
final class MemberCardCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(
            names = "--number",
            required = true,
            paramLabel = "NUMBER",
            description = "The number on the card, 13 digits (JKN) or 11 (KPJ).")
    private String number = "";

    @Option(names = "--end", paramLabel = "REASON", description = "Ends it, and why: replaced, recorded by mistake.")
    private String reason = "";

    @Override
    protected int run(Services services) {
        MemberFile file = reason.isEmpty() ? record(services) : end(services);
        answer(file, MemberShowCommand.text(file));
        return ExitCode.YES;
    }

    private MemberFile record(Services services) {
        return services.members()
                .recordCard(RecordCardRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setCardNumber(number)
                        .build());
    }

    private MemberFile end(Services services) {
        return services.members()
                .endCard(EndCardRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setCardNumber(number)
                        .setReason(reason)
                        .build());
    }
}
