package id.sidik.bridge.console.site;

import com.google.protobuf.ByteString;
import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.UnusableInputException;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.AdmitSiteRequest;
import id.sidik.eligibility.v1.OfflineSite;
import id.sidik.eligibility.v1.OfflineTerms;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.PurposeStake;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "site",
        description =
                "Lets a facility answer without a network, within bounds, by packs that only its bridge can read.")
final class SitePackSiteCommand extends ServiceCommand {
    @Option(
            names = "--facility",
            required = true,
            paramLabel = "ID",
            description = "The facility, as its bridge is set.")
    private String facility = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "HEX",
            description = "Its bridge's key, as './sidik sitepack status' prints it there.")
    private String key = "";

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "48",
            description = "How long a pack is valid, 24 to 72 (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--stake",
            required = true,
            paramLabel = "PURPOSE=RUPIAH",
            description = "What may be answered, and what one wrong grant may cost; once for each purpose.")
    private List<String> stakes = new ArrayList<>();

    @Option(
            names = "--grants-per-person",
            paramLabel = "N",
            defaultValue = "2",
            description = "In 24 hours (default: ${DEFAULT-VALUE}).")
    private int grantsPerPerson;

    @Option(
            names = "--attempts-per-person",
            paramLabel = "N",
            defaultValue = "5",
            description = "Comparisons in 24 hours (default: ${DEFAULT-VALUE}).")
    private int attemptsPerPerson;

    @Option(
            names = "--grants-per-site",
            paramLabel = "N",
            defaultValue = "200",
            description = "In 24 hours (default: ${DEFAULT-VALUE}).")
    private int grantsPerSite;

    @Option(
            names = "--rupiah-per-person",
            paramLabel = "RUPIAH",
            required = true,
            description = "The stakes of one person's grants in 24 hours.")
    private long rupiahPerPerson;

    @Option(
            names = "--rupiah-per-site",
            paramLabel = "RUPIAH",
            required = true,
            description = "The stakes of all grants in 24 hours.")
    private long rupiahPerSite;

    @Option(
            names = "--fmr",
            paramLabel = "RATE",
            defaultValue = "1e-5",
            description =
                    "The highest false match rate that is still a match, 1e-9 to 1e-4 (default: ${DEFAULT-VALUE}).")
    private double fmr;

    @Override
    protected int run(Services services) {
        OfflineSite site = services.sitePacks()
                .admitSite(AdmitSiteRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setSite(OfflineSite.newBuilder()
                                .setFacilityId(facility)
                                .setPackKey(ByteString.copyFrom(keyBytes()))
                                .setValidHours(hours)
                                .setTerms(terms()))
                        .build());
        answer(
                site,
                site.getFacilityId() + " may answer without a network; say whom it expects with 'sitepack expect'");
        return ExitCode.YES;
    }

    private OfflineTerms terms() {
        return OfflineTerms.newBuilder()
                .addAllStakes(stakes.stream().map(SitePackSiteCommand::stake).toList())
                .setGrantsPerPersonDay(grantsPerPerson)
                .setAttemptsPerPersonDay(attemptsPerPerson)
                .setGrantsPerSiteDay(grantsPerSite)
                .setRupiahPerPersonDay(rupiahPerPerson)
                .setRupiahPerSiteDay(rupiahPerSite)
                .setTargetFmr(fmr)
                .build();
    }

    private static PurposeStake stake(String typed) {
        int sign = typed.indexOf('=');
        try {
            return PurposeStake.newBuilder()
                    .setPurpose(Words.parse(Purpose.class, typed.substring(0, Math.max(0, sign)), "--stake"))
                    .setRupiah(Long.parseLong(typed.substring(sign + 1)))
                    .build();
        } catch (NumberFormatException e) {
            throw new UnusableInputException("--stake is PURPOSE=RUPIAH, not '" + typed + "'", e);
        }
    }

    private byte[] keyBytes() {
        try {
            return HexFormat.of().parseHex(key);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("--key is 64 hexadecimal digits", e);
        }
    }
}
