package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "device",
        description = "Devices: the key that signs this bridge's captures, and which devices the gate believes.",
        subcommands = {
            DeviceKeyCommand.class,
            DeviceRotateCommand.class,
            DeviceRegisterCommand.class,
            DeviceRevokeCommand.class,
            DeviceListCommand.class
        })
final class DeviceCommand {}
