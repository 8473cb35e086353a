package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "device",
        description = "The bridge of this data folder as a device: the key that signs its captures.",
        subcommands = {DeviceKeyCommand.class, DeviceRotateCommand.class})
final class DeviceCommand {}
