package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.PutEmployerRequest;
import id.sidik.eligibility.v1.RiskTier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "put", description = "Registers an employer, or says something else of one that is registered.")
final class EmployerPutCommand extends ServiceCommand {
    @Option(
            names = "--npp",
            required = true,
            paramLabel = "NPP",
            description = "Its number: two of A-Z and 0-9, then six digits.")
    private String npp = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
    private String name = "";

    @Option(
            names = "--risk",
            required = true,
            paramLabel = "TIER",
            description = "very-low, low, medium, high or very-high.")
    private String risk = "";

    @Option(names = "--district", paramLabel = "CODE", description = "Where it is, 6 digits as in a NIK.")
    private String district = "";

    @Option(names = "--closed", description = "It reports no more workers.")
    private boolean closed;

    @Override
    protected int run(Services services) {
        Employer employer = services.members()
                .putEmployer(PutEmployerRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setEmployer(Employer.newBuilder()
                                .setEmployerId(npp)
                                .setName(name)
                                .setRiskTier(Words.parse(RiskTier.class, risk, "--risk"))
                                .setDistrictCode(district)
                                .setClosed(closed))
                        .build());
        answer(employer, EmployerListCommand.line(employer));
        return ExitCode.YES;
    }
}
