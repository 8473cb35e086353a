package id.sidik.bridge.console;

import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberResponse;
import id.sidik.eligibility.v1.MemberFilter;
import id.sidik.eligibility.v1.MemberSex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "identify",
        description = "Searches for the member that fingers belong to. Exit code 0: candidates found, 1: none.")
final class IdentifyCommand extends ServiceCommand {
    private static final Pattern YEARS = Pattern.compile("(?<first>[0-9]{4})(-(?<last>[0-9]{4}))?");

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "5",
            description = "At most so many candidates (default: ${DEFAULT-VALUE}).")
    private int candidatesMax;

    @Option(
            names = "--target-fpir",
            paramLabel = "RATE",
            defaultValue = "0",
            description =
                    "The false positive identification rate to decide at, such as 1e-3 (default: the service's own).")
    private double targetFpir;

    @Option(
            names = "--sex",
            paramLabel = "SEX",
            description = "Only members who may be of it: male or female. Whoever it is not known of may be either.")
    private String sex = "";

    @Option(
            names = "--born",
            paramLabel = "FROM-TO",
            description =
                    "Only members who may be born in these years, both included, such as 1960-1975, or in one year.")
    private String born = "";

    @Option(
            names = "--region",
            paramLabel = "CODE",
            split = ",",
            description =
                    "Only members whose number may have been issued there: a province (2 digits) or a regency (4 digits) as a "
                            + "NIK begins; several with commas. It says nothing of where somebody lives.")
    private List<String> regions = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "MILLIS",
            defaultValue = "0",
            description =
                    "The search may take so long; what it found by then is shown, and that it is not all (default: to the end).")
    private int budgetMillis;

    @Mixin
    private SampleOptions fingers = new SampleOptions();

    @Override
    protected int run(Services services) {
        MemberFilter filter = filter();
        List<Sample> samples = fingers.samples();
        IdentifyMemberResponse response = services.gate()
                .identifyMember(IdentifyMemberRequest.newBuilder()
                        .addAllSamples(samples)
                        .setTargetFpir(targetFpir)
                        .setCandidatesMax(candidatesMax)
                        .setFilter(filter)
                        .setSearchBudgetMillis(budgetMillis)
                        .build());
        answer(response, sentenceOf(response));
        return response.getCandidatesCount() > 0 ? ExitCode.YES : ExitCode.NO;
    }

    private MemberFilter filter() {
        MemberFilter.Builder filter = MemberFilter.newBuilder().addAllRegions(regions);
        if (!sex.isEmpty()) {
            filter.setSex(Words.parse(MemberSex.class, sex, "--sex"));
        }
        if (!born.isEmpty()) {
            Matcher years = YEARS.matcher(born);
            if (!years.matches()) {
                throw new UnusableInputException("--born is a year or two, such as 1960-1975, not " + born);
            }
            filter.setBirthYearFirst(Integer.parseInt(years.group("first")))
                    .setBirthYearLast(Integer.parseInt(years.group("last") == null ? born : years.group("last")));
        }
        return filter.build();
    }

    private static String sentenceOf(IdentifyMemberResponse response) {
        String searched = String.format(
                Locale.ROOT,
                "searched %d members in %.1f ms%s",
                response.getSubjectsConsidered(),
                response.getSearchMicros() / 1e3,
                response.getPartial() ? ", NOT ALL: the time ran out, or a part of the gallery did not answer" : "");
        if (response.getCandidatesCount() == 0) {
            return (response.getPartial() ? "nobody among them; " : "nobody; ") + searched;
        }
        return response.getCandidatesList().stream()
                .map(candidate -> String.format(
                        Locale.ROOT,
                        "%s  %s  false match rate %.2g",
                        candidate.getNid(),
                        candidate.getFullName(),
                        candidate.getFmr()))
                .collect(Collectors.joining("\n", "", "\n" + searched));
    }
}
