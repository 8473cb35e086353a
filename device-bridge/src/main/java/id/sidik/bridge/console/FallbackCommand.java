package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "fallback",
        description = "What helps when a finger does not: other fingers, PIN, code, officers, emergency.",
        subcommands = {
            FallbackOpenCommand.class,
            FallbackAnswerCommand.class,
            FallbackShowCommand.class,
            FallbackVouchCommand.class,
            FallbackPinCommand.class
        })
final class FallbackCommand {}
