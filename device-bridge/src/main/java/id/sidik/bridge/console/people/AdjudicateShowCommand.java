package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.AdjudicationFile;
import id.sidik.eligibility.v1.GetAdjudicationCaseRequest;
import id.sidik.eligibility.v1.MemberCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Prints what speaks for and against in a case. The read is audited.")
final class AdjudicateShowCommand extends ServiceCommand {
    @Parameters(index = "0", paramLabel = "CASE", description = "The case's id.")
    private String caseId = "";

    @Override
    protected int run(Services services) {
        AdjudicationFile file = services.adjudication()
                .getAdjudicationCase(GetAdjudicationCaseRequest.newBuilder()
                        .setCaseId(caseId)
                        .build());
        answer(file, text(file));
        return ExitCode.YES;
    }

    static String text(AdjudicationFile file) {
        List<String> lines = new ArrayList<>();
        lines.add(file.getCase().getCaseId() + ": " + Words.of(file.getOrigin()) + "; " + file.getApplicantName() + ", "
                + file.getCase().getApplicantNid() + (file.getApplicantIsMember() ? ", a member" : ", an applicant"));
        for (int i = 0; i < file.getCase().getCandidatesCount(); i++) {
            MemberCandidate candidate = file.getCase().getCandidates(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "  looks like %s, %s: finger FMR %.1e, data %.2f",
                    candidate.getFullName(),
                    candidate.getNid(),
                    candidate.getFmr(),
                    file.getDataLikeness(i)));
        }
        if (!file.getProposedBy().isEmpty()) {
            lines.add("  " + file.getProposedBy() + " proposes " + Words.of(file.getProposed()));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
