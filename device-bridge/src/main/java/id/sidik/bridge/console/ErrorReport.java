package id.sidik.bridge.console;

import id.sidik.engine.image.InvalidSampleException;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.TrustException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Which sentence and which exit code a failure gets. Nothing else prints errors. */
final class ErrorReport implements IExecutionExceptionHandler {
    private static final List<Status.Code> UNREACHABLE =
            List.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        return switch (failure) {
            case StatusRuntimeException status -> report(command, sentenceOf(status), codeOf(status));
            case ServiceAbsentException absent -> report(command, absent.getMessage(), ExitCode.UNREACHABLE);
            case InvalidSampleException sample ->
                report(command, sample.fault() + ": " + sample.getMessage(), ExitCode.BAD_INPUT);
            case UnusableInputException unusable -> report(command, unusable.getMessage(), ExitCode.BAD_INPUT);
            case ConfigException config -> report(command, config.getMessage(), ExitCode.BAD_INPUT);
            case TrustException trust -> report(command, trust.getMessage(), ExitCode.BAD_INPUT);
            case ProofRefusedException refused -> report(command, refused.getMessage(), ExitCode.NO);
            default -> throw failure;
        };
    }

    private static int report(CommandLine command, @Nullable String sentence, int code) {
        command.getErr().println(command.getCommandName() + ": " + sentence);
        return code;
    }

    private static int codeOf(StatusRuntimeException status) {
        return UNREACHABLE.contains(status.getStatus().getCode()) ? ExitCode.UNREACHABLE : ExitCode.BAD_INPUT;
    }

    private static String sentenceOf(StatusRuntimeException status) {
        String description = String.valueOf(status.getStatus().getDescription());
        if (UNREACHABLE.contains(status.getStatus().getCode())) {
            return "the service does not answer (" + description + "); './sidik status' says which are running";
        }
        return RpcError.reasonOf(status).orElse(status.getStatus().getCode().name()) + ": " + description;
    }
}
