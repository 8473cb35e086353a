package id.sidik.eligibility.rpc;

import id.sidik.eligibility.access.AccessControl;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.rpc.CallLimitGuard;
import id.sidik.wire.rpc.RpcServer;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.BindableService;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** Everything that the gate serves over gRPC, behind the table of who may call what. */
public final class RpcEdge {
    /** Strangers take nothing from those who have a certificate; a fleet joins in weeks. */
    private static final int JOINING_AT_ONCE_MAX = 16;

    private RpcEdge() {}

    /**
     * Listens and answers.
     *
     * @param limit how many calls are worked on at once; what tells how the service is does not count
     * @param nanoTime as {@link System#nanoTime()}
     * @throws IllegalStateException when a method has no row in the table
     * @throws IOException when the address cannot be listened on
     */
    public static RpcServer start(
            HostPort listen,
            TrustMaterial own,
            AccessControl access,
            CallLimit limit,
            Journeys journeys,
            LongSupplier nanoTime)
            throws IOException {
        return RpcServer.start(
                listen,
                own,
                served -> new CallLimitGuard(
                        limit,
                        Set.of(EligibilityServiceGrpc.getGetAuditHeadMethod()),
                        new AccessGuard(access, journeys.refusals(), served)),
                EligibilityService.MESSAGE_BYTES_MAX,
                services(journeys, nanoTime));
    }

    /**
     * Opens the door for machines that join: the one call that asks for no certificate, at an address of its own, so that the gate's
     * handshake goes on refusing whoever has none.
     *
     * @throws IOException when the address cannot be listened on
     */
    public static RpcServer startDoor(HostPort listen, TrustMaterial own, Journeys journeys) throws IOException {
        return RpcServer.startDoor(
                listen,
                own,
                new CallLimit(JOINING_AT_ONCE_MAX),
                FleetDoor.MESSAGE_BYTES_MAX,
                List.of(FleetDoor.of(journeys.joining())));
    }

    /** All services of the contracts. */
    public static List<BindableService> services(Journeys journeys, LongSupplier nanoTime) {
        return List.of(
                new EligibilityService(journeys, nanoTime),
                new MemberRpc(journeys, nanoTime),
                new AdjudicationRpc(journeys, nanoTime),
                new ContributionRpc(journeys, nanoTime),
                new BulkRpc(journeys, nanoTime),
                new TransparencyService(journeys.transparency()),
                new ReceiptService(journeys.receipts(), nanoTime),
                new ReportGrpc(journeys, nanoTime),
                new PolicyService(journeys, nanoTime),
                new BackupService(journeys.backup(), nanoTime),
                new ClaimService(journeys.claims(), nanoTime),
                new VisitService(journeys.visits(), nanoTime),
                new FacilityRpc(journeys.facilities(), nanoTime),
                new FallbackService(journeys.fallbacks(), journeys.pins(), nanoTime),
                new DeviceService(journeys.devices(), nanoTime),
                new SitePackRpc(journeys, nanoTime),
                new FleetRpc(journeys, nanoTime),
                FleetDoor.of(journeys.joining()));
    }
}
