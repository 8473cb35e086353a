package id.sidik.matcher;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.matcher.prints.SyntheticPrints;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.matcher.v1.VerifyRequest;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A whole matcher in this JVM, behind real mutual TLS on a free port, and the callers of it. */
final class RunningMatcher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path data;
    private final MatcherProcess process;
    private final List<ManagedChannel> channels = new ArrayList<>();

    private RunningMatcher(Path data, MatcherProcess process) {
        this.data = data;
        this.process = process;
    }

    /** Returns when the matcher serves, or has found that it must not. */
    static RunningMatcher start(Path data, Map<String, String> settings) {
        return start(data, settings, UnaryOperator.identity());
    }

    /** Likewise, with something of the test's before the gallery. */
    static RunningMatcher start(Path data, Map<String, String> settings, UnaryOperator<Gallery> lens) {
        Map<String, String> environment =
                new HashMap<>(Map.of("SIDIK_MATCHER_LISTEN", "127.0.0.1:0", "SIDIK_MATCHER_PARTITIONS", "8"));
        environment.putAll(settings);
        AppArguments arguments = new AppArguments(data, Optional.empty(), Optional.empty());
        try {
            MatcherProcess process = MatcherProcess.start(arguments, environment, lens, InstantSource.system());
            process.loaded().join();
            return new RunningMatcher(data, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunningMatcher start(Path data) {
        return start(data, Map.of());
    }

    /** The only caller that the matcher answers. */
    MatcherServiceBlockingStub eligibility() {
        return as(Role.ELIGIBILITY);
    }

    MatcherServiceBlockingStub as(Role role) {
        return MatcherServiceGrpc.newBlockingStub(channel(role));
    }

    ManagedChannel channel(Role role) {
        TrustMaterial own = TrustMaterial.load(data.resolve("trust"), role, InstantSource.system());
        ManagedChannel channel = Channels.open(process.address(), own, Role.MATCHER, PATIENCE);
        channels.add(channel);
        return channel;
    }

    MatcherProcess process() {
        return process;
    }

    static EnrolRequest enrolment(String key, String subjectId, DuplicateSearch search, Sample... samples) {
        return EnrolRequest.newBuilder()
                .setIdempotencyKey(key)
                .setSubjectId(subjectId)
                .setDuplicateSearch(search)
                .addAllSamples(List.of(samples))
                .build();
    }

    static VerifyRequest verification(String subjectId, Sample... samples) {
        return VerifyRequest.newBuilder()
                .setSubjectId(subjectId)
                .addAllSamples(List.of(samples))
                .build();
    }

    /** A finger that nobody has, as a template: costs the server no extraction. */
    static Sample synthetic(long seed, int impression) {
        byte[] template = SyntheticPrints.template(seed, impression).bytes(TemplateAccess.get());
        return Sample.newBuilder()
                .setFinger(FingerPosition.LEFT_THUMB)
                .setTemplate(SidikTemplate.newBuilder().setContent(ByteString.copyFrom(template)))
                .build();
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        process.close();
    }
}
