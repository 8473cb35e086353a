package id.sidik.bridge.doctor;

import id.sidik.bridge.fprint.UsbReader;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.wire.config.HostPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bridge that is looked at.
 *
 * @param data its folder
 * @param account whom it runs as
 * @param pid its process, while it runs
 * @param startCommand how this box starts it
 * @param modules serial scanners that it looks for
 * @param readers USB readers that it looks for
 * @param scannerPort where its scanner is, if the settings say so
 * @param addressOf what it listens on, by the setting that says so; nothing if the settings cannot be read
 * @param udevRule as this version has it
 */
public record Subject(
        Path data,
        Account account,
        OptionalLong pid,
        String startCommand,
        List<ScannerProfile> modules,
        List<UsbReader> readers,
        Optional<Path> scannerPort,
        Map<String, HostPort> addressOf,
        String udevRule) {
    public Subject {
        modules = List.copyOf(modules);
        readers = List.copyOf(readers);
        addressOf = Map.copyOf(addressOf);
    }
}
