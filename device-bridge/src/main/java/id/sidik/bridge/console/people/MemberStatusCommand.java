package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.ChangeMemberStatusRequest;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.MemberStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = {
            "Makes a member active, suspended or deceased.",
            "Who was called deceased by mistake comes back when two officers ask for it. Exit code 1: a second officer"
                    + " is needed."
        })
final class MemberStatusCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(names = "--to", required = true, paramLabel = "STATUS", description = "active, suspended or deceased.")
    private String status = "";

    @Option(
            names = "--on",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "From when; the day of death, for the deceased.")
    private String day = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For the audit.")
    private String reason = "";

    @Option(names = "--officer", required = true, paramLabel = "NAME", description = "Who decides.")
    private String officer = "";

    @Override
    protected int run(Services services) {
        MemberStatus to = Words.parse(MemberStatus.class, status, "--to");
        MemberFile file = services.members()
                .changeMemberStatus(ChangeMemberStatusRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setStatus(to)
                        .setEffectiveOn(day)
                        .setReason(reason)
                        .setOfficer(officer)
                        .build());
        boolean done = file.getMember().getStatus() == to;
        answer(file, done ? MemberShowCommand.text(file) : "proposed; another officer must ask for the same");
        return done ? ExitCode.YES : ExitCode.NO;
    }
}
