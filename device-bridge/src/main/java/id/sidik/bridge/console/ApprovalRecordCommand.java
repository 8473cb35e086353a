package id.sidik.bridge.console;

import id.sidik.eligibility.v1.CareApproval;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.RecordApprovalRequest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "record", description = "Writes down a referral, or that an officer approved an exception.")
final class ApprovalRecordCommand extends ServiceCommand {
    @ArgGroup(multiplicity = "1")
    private PersonOptions person = new PersonOptions();

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "referral, or exception: a service of an earlier day.")
    private String kind = "";

    @Option(names = "--number", required = true, paramLabel = "NUMBER", description = "As the issuer numbers it.")
    private String number = "";

    @Option(names = "--facility", required = true, paramLabel = "ID", description = "Who issues it.")
    private String issuer = "";

    @Option(names = "--to", paramLabel = "ID", description = "Where the care is to be; anywhere, if absent.")
    private String to = "";

    @Option(
            names = "--service",
            required = true,
            paramLabel = "PURPOSE",
            description = "hospital-outpatient, hospital-admission or hospital-dialysis.")
    private String service = "";

    @Option(names = "--from", required = true, paramLabel = "YYYY-MM-DD", description = "The first day of care.")
    private String from = "";

    @Option(names = "--until", required = true, paramLabel = "YYYY-MM-DD", description = "The last day of care.")
    private String until = "";

    @Option(
            names = "--visits",
            paramLabel = "COUNT",
            defaultValue = "1",
            description = "Of how many visits (default: 1).")
    private int visits;

    @Override
    protected int run(Services services) {
        CareApproval approval = services.facilities()
                .recordApproval(RecordApprovalRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(person.nid())
                        .setCardNumber(person.cardNumber())
                        .setKind(Words.parse(CareApproval.Kind.class, kind, "--kind"))
                        .setNumber(number)
                        .setFacilityId(issuer)
                        .setToFacilityId(to)
                        .setService(Words.parse(Purpose.class, service, "--service"))
                        .setValidFrom(from)
                        .setValidUntil(until)
                        .setVisitsMax(visits)
                        .build());
        answer(approval, ApprovalText.of(approval));
        return ExitCode.YES;
    }
}
