package id.sidik.eligibility.console;

import id.sidik.eligibility.policy.PolicyRefusedException;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.TrustException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Which sentence and which exit code a failure gets. */
final class Failures implements IExecutionExceptionHandler {
    static final int NO = 1;
    private static final int BAD_INPUT = 2;
    private static final int UNREACHABLE = 3;
    private static final Set<Status.Code> SILENCE = Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        return switch (failure) {
            case StatusRuntimeException status
            when SILENCE.contains(status.getStatus().getCode()) ->
                say(command, "the gate does not answer; './sidik status' says what is running", UNREACHABLE);
            case StatusRuntimeException status ->
                say(
                        command,
                        RpcError.reasonOf(status)
                                        .orElse(status.getStatus().getCode().name()) + ": "
                                + status.getStatus().getDescription(),
                        BAD_INPUT);
            case PolicyRefusedException refused -> say(command, refused.getMessage(), NO);
            case UnusableInputException unusable -> say(command, unusable.getMessage(), BAD_INPUT);
            case ConfigException config -> say(command, config.getMessage(), BAD_INPUT);
            case TrustException trust -> say(command, trust.getMessage(), BAD_INPUT);
            default -> throw failure;
        };
    }

    private static int say(CommandLine command, @Nullable String sentence, int code) {
        command.getErr().println(sentence);
        return code;
    }
}
