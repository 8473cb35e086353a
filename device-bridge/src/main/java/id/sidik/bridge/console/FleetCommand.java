package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "fleet",
        description =
                "The institution's bridges: lets new boxes join by a code, shows which did, sends them settings, turns them away.",
        subcommands = {
            FleetInviteCommand.class,
            FleetJoinCommand.class,
            FleetListCommand.class,
            FleetPublishCommand.class,
            FleetRevokeCommand.class,
            FleetShowCommand.class
        })
final class FleetCommand {}
