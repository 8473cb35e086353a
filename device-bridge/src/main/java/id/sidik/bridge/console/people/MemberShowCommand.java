package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.PersonOptions;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.GetMemberFileRequest;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.MemberFile;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

@Command(
        name = "show",
        description = "Prints a member's file: profile, dependants, employers, consents, history. The read is audited.")
final class MemberShowCommand extends ServiceCommand {
    @ArgGroup(multiplicity = "1")
    private PersonOptions person = new PersonOptions();

    @Override
    protected int run(Services services) {
        MemberFile file = services.members()
                .getMemberFile(GetMemberFileRequest.newBuilder()
                        .setNid(person.cardNumber().isEmpty() ? person.nid() : nidOf(services))
                        .build());
        answer(file, text(file));
        return ExitCode.YES;
    }

    private String nidOf(Services services) {
        return services.gate()
                .getMember(GetMemberRequest.newBuilder()
                        .setCardNumber(person.cardNumber())
                        .build())
                .getMember()
                .getNid();
    }

    static String text(MemberFile file) {
        List<String> lines = new ArrayList<>();
        lines.add(file.getMember().getFullName() + ", "
                + Words.of(file.getMember().getSegment()) + ", "
                + Words.of(file.getMember().getStatus())
                + (file.getMember().getFingersEnrolled() ? ", fingers enrolled" : ", no fingers"));
        if (file.hasProfile()) {
            lines.add("born " + file.getProfile().getBirthDate() + ", "
                    + Words.of(file.getProfile().getSex()));
        }
        file.getMember().getCardsList().stream()
                .filter(card -> !card.hasEndedAt())
                .forEach(card -> lines.add(Words.of(card.getScheme()) + " " + card.getNumber()));
        file.getEmploymentsList()
                .forEach(work -> lines.add("works for " + work.getEmployerId() + " since " + work.getSince()
                        + until(work.getUntil()) + ", " + work.getWageRupiah() + " rupiah a month"));
        file.getDependantsList()
                .forEach(dependant -> lines.add("dependant " + dependant.getNumber() + ": " + dependant.getFullName()
                        + ", " + Words.of(dependant.getRelationship()) + ", born " + dependant.getBirthDate()
                        + until(dependant.getUntil())));
        file.getHistoryList()
                .forEach(change -> lines.add(change.getEffectiveOn() + ": " + Words.of(change.getFrom()) + " to "
                        + Words.of(change.getTo()) + ", by " + String.join(" and ", change.getOfficersList()) + ": "
                        + change.getReason()));
        if (!file.getMergedInto().isEmpty()) {
            lines.add("merged into " + file.getMergedInto());
        }
        file.getAbsorbedList().forEach(absorbed -> lines.add("counts for " + absorbed + " as well"));
        return String.join(System.lineSeparator(), lines);
    }

    private static String until(String day) {
        return day.isEmpty() ? "" : " until " + day;
    }
}
