package id.sidik.bridge.doctor;

import id.sidik.bridge.journal.Journal;
import id.sidik.bridge.journal.Upload;
import id.sidik.bridge.link.SerialLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the bridge keeps keys, packs and its journal. */
final class DataFolder {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");
    private static final int DEPTH_MAX = 6;
    private static final int FILES_MAX = 10_000;
    private static final int NAMED_MAX = 3;

    /** A full journal, and a pack and the one that takes its place, each at its largest; and room for what else writes on that disk. */
    private static final long ROOM_BYTES_WANTED = 1L << 30;

    private static final long JOURNAL_MIB_MAX = ((long) Journal.WAITING_MAX * Upload.BYTES_MAX) >> 20;

    private static final long ROOM_BYTES_MIN = 64L << 20;

    private final Path data;
    private final Account account;

    DataFolder(Path data, Account account) {
        this.data = data;
        this.account = account;
    }

    boolean isThere() {
        return Files.isDirectory(data);
    }

    /** Whether anybody but the bridge can read or replace what is in it. Certificates are for everybody, and so is where the bridge serves. */
    Finding permissions() {
        List<String> open = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(data, DEPTH_MAX)) {
            entries.limit(FILES_MAX).forEach(entry -> judge(entry, open, foreign));
        } catch (IOException | UncheckedIOException e) {
            return Finding.failed(
                    "secret files",
                    data + " cannot be looked into (" + e.getMessage() + ")",
                    "Run this as " + account.name() + ", or with sudo");
        }
        if (!foreign.isEmpty()) {
            return Finding.failed(
                    "secret files",
                    "not of " + account.name() + ": " + named(foreign),
                    "sudo chown -R " + account.name() + ": '" + data + "'");
        }
        return open.isEmpty()
                ? Finding.ok("secret files", "what is in " + data + " is for " + account.name() + " alone")
                : Finding.failed(
                        "secret files",
                        "open to others: " + named(open),
                        "chmod -R go= '" + data + "', and ask who has read them");
    }

    private void judge(Path entry, List<String> open, List<String> foreign) {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(entry, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                return; // has no mode of its own
            }
            if (!attributes.owner().getName().equals(account.name())) {
                foreign.add(entry.toString());
            } else if (!isPublic(entry) && !OWNERS.containsAll(attributes.permissions())) {
                open.add(entry.toString());
            }
        } catch (IOException e) {
            return; // deleted while we looked, as run files are
        }
    }

    private boolean isPublic(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".cert.pem") || name.endsWith(".crt") || file.startsWith(data.resolve("run"));
    }

    private static String named(List<String> files) {
        String few = String.join(", ", files.subList(0, Math.min(NAMED_MAX, files.size())));
        return files.size() > NAMED_MAX ? few + " and " + (files.size() - NAMED_MAX) + " more" : few;
    }

    /** @param usableBytes on the disk that the folder is on */
    Finding room(long usableBytes) {
        String detail = (usableBytes >> 20) + " MiB free for " + data;
        String cure = "Free some: a journal of " + Journal.WAITING_MAX + " answers takes up to " + JOURNAL_MIB_MAX
                + " MiB, and nobody is answered whose answer does not fit";
        if (usableBytes < ROOM_BYTES_MIN) {
            return Finding.failed("disk", detail, cure);
        }
        return usableBytes < ROOM_BYTES_WANTED ? Finding.warning("disk", detail, cure) : Finding.ok("disk", detail);
    }

    /** Where the native part of jSerialComm is laid out, and loaded from. */
    Finding nativeLibrary() {
        String check = "jSerialComm";
        Path folder = SerialLink.libraryFolderIn(data);
        if (!Files.isDirectory(folder)) {
            return Finding.ok(check, folder + " is made at the first start");
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH_MAX)) {
            List<Path> libraries =
                    files.filter(file -> file.toString().endsWith(".so")).toList();
            return libraries.isEmpty() || libraries.stream().allMatch(Files::isExecutable)
                    ? Finding.ok(check, folder.toString())
                    : Finding.failed(
                            check,
                            "no program may be loaded from " + folder + ", so no serial scanner can be opened",
                            "The disk is mounted noexec: mount it without, or put the data folder on another");
        } catch (IOException | UncheckedIOException e) {
            return Finding.failed(
                    check, folder + " cannot be looked into", "Run this as " + account.name() + ", or with sudo");
        }
    }
}
