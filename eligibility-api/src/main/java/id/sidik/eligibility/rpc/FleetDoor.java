package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.JoinJourney;
import id.sidik.eligibility.v1.FleetDoorServiceGrpc.FleetDoorServiceImplBase;
import id.sidik.eligibility.v1.JoinFleetRequest;
import id.sidik.eligibility.v1.JoinFleetResponse;
import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Where machines join that nobody knows yet, over gRPC. */
final class FleetDoor extends FleetDoorServiceImplBase {
    /** A request has a key, a code and a name, about 1 kB. */
    static final int MESSAGE_BYTES_MAX = 16 * 1024;

    private static final Context.Key<String> ADDRESS = Context.key("sidik-caller-address");

    private final JoinJourney joining;

    private FleetDoor(JoinJourney joining) {
        this.joining = joining;
    }

    /** The service, which hears where each call comes from. */
    static BindableService of(JoinJourney joining) {
        return () -> ServerInterceptors.intercept(new FleetDoor(joining), new AddressTold());
    }

    @Override
    public void joinFleet(JoinFleetRequest request, StreamObserver<JoinFleetResponse> caller) {
        RpcCall.answer(caller, () -> joining.join(request, ADDRESS.get()));
    }

    /** Tells the handler the host that a call comes from, without the port, which whoever asks may change. */
    private static final class AddressTold implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            SocketAddress address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
            String host = address instanceof InetSocketAddress internet
                    ? internet.getAddress().getHostAddress()
                    : String.valueOf(address);
            return Contexts.interceptCall(Context.current().withValue(ADDRESS, host), call, headers, next);
        }
    }
}
