package id.sidik.bridge.console;

import id.sidik.bridge.v1.BridgeServiceGrpc;
import id.sidik.bridge.v1.BridgeServiceGrpc.BridgeServiceBlockingStub;
import id.sidik.eligibility.v1.AdjudicationServiceGrpc;
import id.sidik.eligibility.v1.AdjudicationServiceGrpc.AdjudicationServiceBlockingStub;
import id.sidik.eligibility.v1.BackupServiceGrpc;
import id.sidik.eligibility.v1.BackupServiceGrpc.BackupServiceBlockingStub;
import id.sidik.eligibility.v1.BulkServiceGrpc;
import id.sidik.eligibility.v1.BulkServiceGrpc.BulkServiceBlockingStub;
import id.sidik.eligibility.v1.ClaimServiceGrpc;
import id.sidik.eligibility.v1.ClaimServiceGrpc.ClaimServiceBlockingStub;
import id.sidik.eligibility.v1.ContributionServiceGrpc;
import id.sidik.eligibility.v1.ContributionServiceGrpc.ContributionServiceBlockingStub;
import id.sidik.eligibility.v1.DeviceServiceGrpc;
import id.sidik.eligibility.v1.DeviceServiceGrpc.DeviceServiceBlockingStub;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.FacilityServiceGrpc;
import id.sidik.eligibility.v1.FacilityServiceGrpc.FacilityServiceBlockingStub;
import id.sidik.eligibility.v1.FallbackServiceGrpc;
import id.sidik.eligibility.v1.FallbackServiceGrpc.FallbackServiceBlockingStub;
import id.sidik.eligibility.v1.FleetServiceGrpc;
import id.sidik.eligibility.v1.FleetServiceGrpc.FleetServiceBlockingStub;
import id.sidik.eligibility.v1.MemberServiceGrpc;
import id.sidik.eligibility.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import id.sidik.eligibility.v1.PolicyServiceGrpc;
import id.sidik.eligibility.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import id.sidik.eligibility.v1.ReceiptServiceGrpc;
import id.sidik.eligibility.v1.ReceiptServiceGrpc.ReceiptServiceBlockingStub;
import id.sidik.eligibility.v1.ReportServiceGrpc;
import id.sidik.eligibility.v1.ReportServiceGrpc.ReportServiceBlockingStub;
import id.sidik.eligibility.v1.SitePackServiceGrpc;
import id.sidik.eligibility.v1.SitePackServiceGrpc.SitePackServiceBlockingStub;
import id.sidik.eligibility.v1.TransparencyServiceGrpc;
import id.sidik.eligibility.v1.TransparencyServiceGrpc.TransparencyServiceBlockingStub;
import id.sidik.eligibility.v1.VisitServiceGrpc;
import id.sidik.eligibility.v1.VisitServiceGrpc.VisitServiceBlockingStub;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The processes that serve one data folder, called with the operator's certificate. */
public final class Services implements AutoCloseable {
    /** For one call: an enrolment with its duplicate search, with room to spare. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A report walks through whole tables. */
    private static final Duration REPORT_PATIENCE = Duration.ofSeconds(60);

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

    private final Path data;
    private final TrustMaterial operator;
    private final Map<Role, ManagedChannel> channels = new EnumMap<>(Role.class);

    private Services(Path data, TrustMaterial operator) {
        this.data = data;
        this.operator = operator;
    }

    /**
     * Opens nothing yet: a command calls only what it needs.
     *
     * @throws id.sidik.wire.trust.TrustException when the operator's certificate is not in order
     */
    public static Services of(Path data, InstantSource clock) {
        return new Services(data, TrustMaterial.load(data.resolve("trust"), Role.OPERATOR, clock));
    }

    public Path data() {
        return data;
    }

    public EligibilityServiceBlockingStub gate() {
        return EligibilityServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    /** The published audit log. */
    TransparencyServiceBlockingStub log() {
        return TransparencyServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    /** Trust in receipts. */
    ReceiptServiceBlockingStub receipts() {
        return ReceiptServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    public MemberServiceBlockingStub members() {
        return MemberServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    public AdjudicationServiceBlockingStub adjudication() {
        return AdjudicationServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    public PolicyServiceBlockingStub policy() {
        return PolicyServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    public ContributionServiceBlockingStub contributions() {
        return ContributionServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    public BulkServiceBlockingStub bulk() {
        return BulkServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    /** Reports and complaints of the eligibility service. */
    ReportServiceBlockingStub reports() {
        return ReportServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY))
                .withDeadlineAfter(REPORT_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** The operator's certificate and key. */
    TrustMaterial operator() {
        return operator;
    }

    BackupServiceBlockingStub backup() {
        return BackupServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    ClaimServiceBlockingStub claims() {
        return ClaimServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    /** The same for the person whom an access token names. */
    ClaimServiceBlockingStub claims(String accessToken) {
        return claims().withInterceptors(bearing(accessToken));
    }

    VisitServiceBlockingStub visits() {
        return VisitServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    /** Contracts with facilities, and approvals of care. */
    FacilityServiceBlockingStub facilities() {
        return FacilityServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    DeviceServiceBlockingStub devices() {
        return DeviceServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    /** Bridges that join. */
    FleetServiceBlockingStub fleet() {
        return FleetServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    FallbackServiceBlockingStub fallbacks() {
        return FallbackServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    /** The same for the person whom an access token names. */
    FallbackServiceBlockingStub fallbacks(String accessToken) {
        return fallbacks().withInterceptors(bearing(accessToken));
    }

    private static ClientInterceptor bearing(String accessToken) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + accessToken);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    /** Facilities that lose their network. */
    public SitePackServiceBlockingStub sitePacks() {
        return SitePackServiceGrpc.newBlockingStub(channel(Role.ELIGIBILITY));
    }

    public BridgeServiceBlockingStub bridge() {
        return BridgeServiceGrpc.newBlockingStub(channel(Role.BRIDGE));
    }

    /** What a service says of its own health; a failure to answer is the caller's to handle. */
    public ServingStatus health(Role service) {
        return HealthGrpc.newBlockingStub(channel(service))
                .withDeadlineAfter(HEALTH_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus();
    }

    private ManagedChannel channel(Role service) {
        return channels.computeIfAbsent(service, _ -> Channels.open(addressOf(service), operator, service, PATIENCE));
    }

    private HostPort addressOf(Role service) {
        return RunFile.addressOf(data, service.label())
                .orElseThrow(() -> new ServiceAbsentException("no " + service.label() + " serves the data folder "
                        + data + "; start it with './sidik up', or name another folder with --data"));
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }
}
