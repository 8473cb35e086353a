package id.sidik.eligibility.journey;

import com.google.protobuf.Timestamp;
import id.sidik.eligibility.fleet.Sighting;
import id.sidik.eligibility.v1.BridgeRecord;
import id.sidik.eligibility.v1.ReportBridgeRequest;
import id.sidik.eligibility.v1.ScannerHealth;
import id.sidik.wire.rpc.ProtoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a bridge says of itself, in the words of the contract: read within its bounds, and told to operators. */
final class BridgeReport {
    private static final int SCANNERS_MAX = 16;
    private static final int COUNTS_MAX = 32;
    private static final int WORD_CHARS_MAX = 60;
    private static final int REFUSAL_CHARS_MAX = 500;
    private static final int QUALITY_MAX = 100;

    private BridgeReport() {}

    /** @throws RequestRefusedException REPORT_INVALID */
    static Sighting read(ReportBridgeRequest request, Instant now) {
        if (request.getScannersCount() > SCANNERS_MAX) {
            throw refused("scanners are at most " + SCANNERS_MAX + ", not " + request.getScannersCount());
        }
        return new Sighting(
                now,
                request.hasStartedAt() ? Optional.of(moment(request.getStartedAt())) : Optional.empty(),
                word("software_version", request.getSoftwareVersion()),
                request.getScannersList().stream().map(BridgeReport::read).toList(),
                new Sighting.ProfileState(
                        request.getProfileRunning(),
                        request.getProfileHeld(),
                        request.getProfileRefused(),
                        word("profile_refusal", request.getProfileRefusal(), REFUSAL_CHARS_MAX)));
    }

    private static Sighting.ScannerHealth read(ScannerHealth scanner) {
        if (scanner.getRecentQuality() < 0 || scanner.getRecentQuality() > QUALITY_MAX) {
            throw refused("recent_quality must be at most " + QUALITY_MAX);
        }
        return new Sighting.ScannerHealth(
                word("model", scanner.getModel()),
                word("state", scanner.getState()),
                new Sighting.Figures(
                        counts("captures", scanner.getCapturesMap()),
                        counts("faults", scanner.getFaultsMap()),
                        scanner.getReplugs(),
                        scanner.getImpressions(),
                        scanner.getAttempts(),
                        scanner.hasRecentQuality() ? OptionalInt.of(scanner.getRecentQuality()) : OptionalInt.empty()));
    }

    private static Map<String, Long> counts(String field, Map<String, Long> counts) {
        if (counts.size() > COUNTS_MAX) {
            throw refused(field + " are at most " + COUNTS_MAX + ", not " + counts.size());
        }
        counts.keySet().forEach(name -> word(field, name));
        return counts;
    }

    private static Instant moment(Timestamp said) {
        try {
            return Instant.ofEpochSecond(said.getSeconds(), said.getNanos());
        } catch (DateTimeException | ArithmeticException e) {
            throw refused("started_at must be a moment that can be");
        }
    }

    /** It is shown to operators, so nobody may write terminal commands into it. */
    private static String word(String field, String text) {
        return word(field, text, WORD_CHARS_MAX);
    }

    private static String word(String field, String text, int charsMax) {
        if (text.length() > charsMax || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(field + " must be at most " + charsMax + " characters without control characters");
        }
        return text;
    }

    private static RequestRefusedException refused(String why) {
        return RequestRefusedException.invalid("REPORT_INVALID", why);
    }

    static void tell(Sighting sighting, BridgeRecord.Builder told) {
        told.setLastSeen(ProtoTime.of(sighting.at()))
                .setSoftwareVersion(sighting.softwareVersion())
                .addAllScanners(
                        sighting.scanners().stream().map(BridgeReport::told).toList())
                .setProfileRunning(sighting.profile().running())
                .setProfileHeld(sighting.profile().held())
                .setProfileRefused(sighting.profile().refused())
                .setProfileRefusal(sighting.profile().refusal());
        sighting.startedAt().ifPresent(at -> told.setStartedAt(ProtoTime.of(at)));
    }

    private static ScannerHealth told(Sighting.ScannerHealth scanner) {
        Sighting.Figures figures = scanner.figures();
        ScannerHealth.Builder told = ScannerHealth.newBuilder()
                .setModel(scanner.model())
                .setState(scanner.state())
                .putAllCaptures(figures.captures())
                .putAllFaults(figures.faults())
                .setReplugs(figures.replugs())
                .setImpressions(figures.impressions())
                .setAttempts(figures.attempts());
        figures.recentQuality().ifPresent(told::setRecentQuality);
        return told.build();
    }
}
