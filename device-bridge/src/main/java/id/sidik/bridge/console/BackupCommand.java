package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.bridge.console.backup.SummedFiles;
import id.sidik.eligibility.v1.CopyBooksRequest;
import id.sidik.eligibility.v1.CopyBooksResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        description = {
            "Copies everything that the services keep, while they serve: books, audit log and references, as of one moment.",
            "Keys are not in it, so who finds it can read nothing but the audit log; --keys-to writes them elsewhere. Without them a "
                    + "backup cannot be restored: keep them apart from it, and keep them."
        })
final class BackupCommand extends ServiceCommand {
    /** The copy itself waits for enrolments under way and flushes; carrying it away has no limit. */
    private static final long COPY_SECONDS = 60;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "An empty folder, or one to be made.")
    private Path to = Path.of("");

    @Option(
            names = "--keys-to",
            paramLabel = "DIR",
            description =
                    "Another empty folder, on another medium, for the keys and this machine's certificate authority.")
    private Optional<Path> keysTo = Optional.empty();

    @Override
    protected int run(Services services) {
        keysTo.ifPresent(this::requireApart);
        SummedFiles backup = begin(to);
        CopyBooksResponse copy = services.backup()
                .withDeadlineAfter(COPY_SECONDS, TimeUnit.SECONDS)
                .copyBooks(CopyBooksRequest.getDefaultInstance());
        for (String service : List.of("eligibility", "matcher")) {
            Path copied = services.data().resolve(service).resolve("copies").resolve(copy.getCopyId());
            if (!Files.isDirectory(copied)) {
                throw new UnusableInputException("the copy of the " + service + " is not at " + copied
                        + ": run this on the machine that has it");
            }
            backup.take(copied, service);
            remove(copied);
        }
        Path settings = services.data().resolve("sidik.yaml");
        if (Files.exists(settings)) {
            backup.take(settings, "sidik.yaml");
        }
        backup.finish();
        keysTo.ifPresent(folder -> writeKeys(services.data(), folder));
        say(copy, backup);
        return ExitCode.YES;
    }

    private void say(CopyBooksResponse copy, SummedFiles backup) {
        JsonObject json = new JsonObject();
        json.addProperty("backup", to.toString());
        json.addProperty("auditLeaves", copy.getAuditSize());
        json.addProperty("references", copy.getReferences());
        json.addProperty("bytes", backup.bytes());
        json.addProperty("keys", keysTo.map(Path::toString).orElse(""));
        answer(
                json,
                String.format(
                        Locale.ROOT,
                        "backup: %s, %,d leaves of audit, %,d references, %,d bytes%n%s",
                        to,
                        copy.getAuditSize(),
                        copy.getReferences(),
                        backup.bytes(),
                        keysTo.map(folder -> "keys: " + folder + "; whoever has both can read everything")
                                .orElse(
                                        "keys: not written; a backup without its keys cannot be restored, see --keys-to")));
    }

    private void requireApart(Path keys) {
        Path one = keys.toAbsolutePath().normalize();
        Path other = to.toAbsolutePath().normalize();
        if (one.startsWith(other) || other.startsWith(one)) {
            throw new UnusableInputException(
                    "--keys-to must not be in --to, nor around it: a backup with its keys beside it protects nobody");
        }
    }

    private static void writeKeys(Path data, Path folder) {
        SummedFiles keys = begin(folder);
        keys.take(data.resolve("eligibility").resolve("keys"), "eligibility/keys");
        keys.take(data.resolve("matcher").resolve("keys"), "matcher/keys");
        keys.take(data.resolve("trust"), "trust");
        keys.finish();
    }

    private static SummedFiles begin(Path folder) {
        try {
            return SummedFiles.begin(folder);
        } catch (IllegalArgumentException notEmpty) {
            throw new UnusableInputException(String.valueOf(notEmpty.getMessage()), notEmpty);
        }
    }

    private static void remove(Path copied) {
        try (Stream<Path> found = Files.walk(copied)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + copied, e);
        }
    }
}
