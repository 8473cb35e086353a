package id.sidik.benchmarks.province;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.v1.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people come for, by the scripted events of their presence: that of the visit or claim which rests on it, or on what they tried next. */
final class Purposes {
    private static final Duration ONE_ERRAND = Duration.ofHours(2);

    private final Map<String, Purpose> purposes = new HashMap<>();
    private final Map<String, ClaimEvent> ofDeaths = new HashMap<>();

    private Purposes() {}

    static Purposes of(Province province) {
        Purposes purposes = new Purposes();
        province.visits()
                .forEach(visit -> visit.presence()
                        .ifPresent(presence -> purposes.purposes.put(
                                presence,
                                province.isEmergency(visit)
                                        ? Purpose.HOSPITAL_EMERGENCY
                                        : visit.inpatient()
                                                ? Purpose.HOSPITAL_ADMISSION
                                                : Purpose.HOSPITAL_OUTPATIENT)));
        province.claims()
                .forEach(claim -> claim.presence().ifPresent(presence -> {
                    purposes.purposes.put(presence, Purpose.valueOf("CLAIM_" + claim.programme()));
                    if (claim.programme() == Programme.JKM) {
                        purposes.ofDeaths.put(presence, claim);
                    }
                }));
        purposes.followErrands(province);
        return purposes;
    }

    /** Somebody at a place. */
    private record Try(String eventId, Nid nid, String facility, Instant at) {}

    private void followErrands(Province province) {
        Map<Nid, List<Try>> tries = new HashMap<>();
        province.presences()
                .forEach(presence -> tries.computeIfAbsent(presence.nid(), _ -> new ArrayList<>())
                        .add(new Try(presence.eventId(), presence.nid(), presence.facility(), presence.at())));
        province.fallbacks()
                .forEach(fallback -> tries.computeIfAbsent(fallback.nid(), _ -> new ArrayList<>())
                        .add(new Try(fallback.eventId(), fallback.nid(), fallback.facility(), fallback.at())));
        tries.values().forEach(this::followErrand);
    }

    private void followErrand(List<Try> tries) {
        tries.sort(Comparator.comparing(Try::at).reversed());
        for (int i = 1; i < tries.size(); i++) {
            Try later = tries.get(i - 1);
            Try earlier = tries.get(i);
            boolean same = later.facility().equals(earlier.facility())
                    && Duration.between(earlier.at(), later.at()).compareTo(ONE_ERRAND) < 0;
            if (same) {
                purposes.putIfAbsent(earlier.eventId(), of(later.eventId()));
            }
        }
    }

    Purpose of(String eventId) {
        return purposes.getOrDefault(eventId, Purpose.HOSPITAL_OUTPATIENT);
    }

    /** Of whoever comes for one who died. */
    Optional<ClaimEvent> claimOnDeath(String eventId) {
        return Optional.ofNullable(ofDeaths.get(eventId));
    }
}
