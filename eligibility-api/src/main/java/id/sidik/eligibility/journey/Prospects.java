package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.v1.Prospect;
import id.sidik.wire.rpc.ProtoTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the policy would grant to a member who proves herself on one of the coming days. */
final class Prospects {
    /** The bridge compares; here it is taken for granted that she proves herself. */
    private static final Presence PROVED = new Presence.Proved(0, 1e-4);

    private final PolicyBook policies;
    private final FactGathering gathering;

    Prospects(PolicyBook policies, FactGathering gathering) {
        this.policies = policies;
        this.gathering = gathering;
    }

    /** One for each purpose and run of days with the same answer; none where nothing is granted. */
    List<Prospect> of(Member member, List<Purpose> purposes, Facility facility, Instant from, Instant until) {
        List<Prospect> prospects = new ArrayList<>();
        for (Purpose purpose : purposes) {
            Optional<Prospect.Builder> open = Optional.empty();
            for (LocalDate day = Policy.dayOf(from); !day.isAfter(Policy.dayOf(until)); day = day.plusDays(1)) {
                Optional<Decision.Granted> granted = granted(member, purpose, facility, day);
                if (continues(open, granted)) {
                    open.get().setUntil(ProtoTime.of(endOf(day)));
                } else {
                    open.map(Prospect.Builder::build).ifPresent(prospects::add);
                    LocalDate begins = day;
                    open = granted.map(grant -> begun(purpose, grant, begins));
                }
            }
            open.map(Prospect.Builder::build).ifPresent(prospects::add);
        }
        return prospects;
    }

    private Optional<Decision.Granted> granted(Member member, Purpose purpose, Facility facility, LocalDate day) {
        Asked asked = new Asked(purpose, Optional.of(facility), Map.of(), day, day);
        Decision decision = policies.current()
                .decide(gathering.gather(asked, Optional.of(member), PROVED), day)
                .decision();
        return decision instanceof Decision.Granted grant ? Optional.of(grant) : Optional.empty();
    }

    private static boolean continues(Optional<Prospect.Builder> open, Optional<Decision.Granted> granted) {
        return open.isPresent()
                && granted.isPresent()
                && open.get().getBenefit().equals(granted.get().benefit().name())
                && open.get()
                        .getInForceUntil()
                        .equals(granted.get().inForceUntil().toString());
    }

    private static Prospect.Builder begun(Purpose purpose, Decision.Granted grant, LocalDate day) {
        return Prospect.newBuilder()
                .setPurpose(id.sidik.eligibility.v1.Purpose.valueOf(purpose.name()))
                .setFrom(ProtoTime.of(day.atStartOfDay(Contribution.ZONE).toInstant()))
                .setUntil(ProtoTime.of(endOf(day)))
                .setBenefit(grant.benefit().name())
                .setInForceUntil(grant.inForceUntil().toString());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Contribution.ZONE).toInstant();
    }
}
