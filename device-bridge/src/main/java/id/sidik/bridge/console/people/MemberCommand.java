package id.sidik.bridge.console.people;

import picocli.CommandLine.Command;

/** What is known of a member, and what becomes of it. */
@Command(
        name = "member",
        description = "Shows what is known of a member, and changes it.",
        subcommands = {
            MemberShowCommand.class,
            MemberAccountCommand.class,
            MemberSimulateCommand.class,
            MemberStatusCommand.class,
            MemberWorkCommand.class,
            MemberCardCommand.class
        })
public final class MemberCommand {}
