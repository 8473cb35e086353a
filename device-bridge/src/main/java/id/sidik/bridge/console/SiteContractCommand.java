package id.sidik.bridge.console;

import id.sidik.eligibility.v1.FacilityContract;
import id.sidik.eligibility.v1.ListContractsRequest;
import id.sidik.eligibility.v1.ListContractsResponse;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.PutContractRequest;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "contract",
        description =
                "Writes down what was agreed with a facility from a day on, or lists it. From the first contract of all, only "
                        + "facilities that have one are served, emergencies apart.")
final class SiteContractCommand extends ServiceCommand {
    @Option(names = "--facility", required = true, paramLabel = "ID", description = "The facility's id.")
    private String facility = "";

    @Option(
            names = "--from",
            paramLabel = "YYYY-MM-DD",
            description = "The first day; without it, contracts are listed.")
    private String from = "";

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", description = "The last day.")
    private String until = "";

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "primary, or advanced: a hospital, which needs referrals.")
    private String level = "";

    @Option(names = "--class", paramLabel = "CLASS", description = "A, B, C, D, or whatever the parties call it.")
    private String facilityClass = "";

    @Option(
            names = "--service",
            paramLabel = "PURPOSE",
            description =
                    "hospital-outpatient, hospital-admission, hospital-dialysis or hospital-emergency; once for each.")
    private List<String> services = List.of();

    @Option(
            names = "--programme",
            paramLabel = "PROGRAMME",
            description = "Who pays there, such as jkn; once for each.")
    private List<String> programmes = List.of();

    @Override
    protected int run(Services gate) {
        if (from.isEmpty()) {
            ListContractsResponse response = gate.facilities()
                    .listContracts(ListContractsRequest.newBuilder()
                            .setFacilityId(facility)
                            .build());
            answer(
                    response,
                    response.getContractsList().stream()
                            .map(SiteContractCommand::text)
                            .collect(Collectors.joining(System.lineSeparator())));
        } else {
            FacilityContract kept = gate.facilities()
                    .putContract(PutContractRequest.newBuilder()
                            .setIdempotencyKey(newKey())
                            .setContract(contract())
                            .build());
            answer(kept, text(kept));
        }
        return ExitCode.YES;
    }

    private FacilityContract contract() {
        FacilityContract.Builder contract = FacilityContract.newBuilder()
                .setFacilityId(facility)
                .setValidFrom(from)
                .setValidUntil(until)
                .setLevel(Words.parse(FacilityContract.Level.class, level, "--level"))
                .setFacilityClass(facilityClass);
        services.forEach(service -> contract.addServices(Words.parse(Purpose.class, service, "--service")));
        programmes.forEach(programme -> contract.addProgrammes(Words.parse(Programme.class, programme, "--programme")));
        return contract.build();
    }

    private static String text(FacilityContract contract) {
        return contract.getFacilityId() + " " + contract.getValidFrom() + " to " + contract.getValidUntil() + ": "
                + Words.of(contract.getLevel())
                + (contract.getFacilityClass().isEmpty() ? "" : ", class " + contract.getFacilityClass())
                + ", "
                + contract.getServicesList().stream().map(Words::of).collect(Collectors.joining(", "))
                + "; paid by "
                + contract.getProgrammesList().stream().map(Words::of).collect(Collectors.joining(", "));
    }
}
