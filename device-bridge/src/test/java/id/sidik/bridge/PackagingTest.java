package id.sidik.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Debian package installs beside the program. The package itself: {@code ./sidik package}, and its own checks. */
class PackagingTest {
    private static final Path PACKAGING = Path.of("src", "packaging").toAbsolutePath();
    private static final String INSTALLED = "/usr/lib/sidik-bridge/bin/sidik-bridge";
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for \\S+: ([0-9.]+)");

    /** What is left open and why stands in the unit, and in docs/howto/install-a-bridge.md. */
    private static final double EXPOSURE_MAX = 1.8;

    @TempDir
    Path folder;

    @Test
    void systemdTakesTheUnitAsItIs() throws Exception {
        Path unit = folder.resolve("sidik-bridge.service");
        Files.writeString(
                unit,
                Files.readString(PACKAGING.resolve("sidik-bridge.service"))
                        .replace(INSTALLED, PACKAGING.resolve("sidik-bridge").toString()));

        assertThat(systemdAnalyze("verify", unit.toString())).doesNotContain("sidik-bridge.service");
    }

    @Test
    void theUnitLeavesLittleOpen() throws Exception {
        String report = systemdAnalyze(
                "security",
                "--offline=true",
                "--no-pager",
                PACKAGING.resolve("sidik-bridge.service").toString());

        Matcher exposure = EXPOSURE.matcher(report);
        assertThat(exposure.find()).as(report).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).as(report).isLessThanOrEqualTo(EXPOSURE_MAX);
    }

    @Test
    void theUnitIsHeldToWhatTheBridgeNeeds() throws Exception {
        assertThat(Files.readAllLines(PACKAGING.resolve("sidik-bridge.service")))
                .contains(
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "DevicePolicy=closed",
                        "CapabilityBoundingSet=",
                        "User=sidik-bridge",
                        "RestartPreventExitStatus=2",
                        "LimitCORE=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sidik-bridge", "deb/control/postinst", "deb/control/prerm", "deb/control/postrm"})
    void theScriptsAreShell(String script) throws Exception {
        Path file = PACKAGING.resolve(script);

        assertThat(Files.isExecutable(file)).isTrue();
        assertThat(run(List.of("sh", "-n", file.toString()))).isEmpty();
    }

    /** The program as it is installed, with a virtual machine that prints what it is told. */
    @Test
    void theDoctorIsToldOfTheSettingsThatAreInstalled() throws Exception {
        Path settings = Files.createFile(folder.resolve("bridge.yaml"));
        for (String part : List.of("bin", "launcher", "runtime/bin")) {
            Files.createDirectories(folder.resolve(part));
        }
        Path program = Files.copy(PACKAGING.resolve("sidik-bridge"), folder.resolve("bin/sidik-bridge"));
        Files.copy(Path.of("..", "launcher", "box.sh"), folder.resolve("launcher/box.sh"));
        Path java = Files.writeString(folder.resolve("runtime/bin/java"), "#!/bin/sh\necho \"$*\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));

        String told = run(List.of(
                "env",
                "SIDIK_BRIDGE_CONFIG=" + settings,
                "SIDIK_BRIDGE_HOME=/data",
                "sh",
                program.toString(),
                "doctor",
                "--json"));

        assertThat(told.strip())
                .endsWith(" id.sidik.bridge.console.Main doctor --profile " + folder + "/profile/kiosk.yaml --config "
                        + settings + " --json --data /data");
    }

    @Test
    void theSettingsThatAreInstalledAreSettings() throws Exception {
        String settings = Files.readString(PACKAGING.resolve("bridge.yaml"));
        String defaults = Files.readString(Path.of("src", "main", "resources", "bridge-defaults.yaml"));

        assertThat(keys(settings)).isNotEmpty().isSubsetOf(keys(defaults));
    }

    /** A counter's box has no sources, and often no network to read them over. */
    @Test
    void theSettingsSayWhereTheOthersAre() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(Files.readString(PACKAGING.resolve("bridge.yaml")))
                .contains("/usr/share/doc/sidik-bridge/bridge-defaults.yaml");
        assertThat(pom).contains("src/main/resources/bridge-defaults.yaml</src>");
    }

    private static List<String> keys(String yaml) {
        return Pattern.compile("^  ([a-z-]+):", Pattern.MULTILINE)
                .matcher(yaml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String systemdAnalyze(String... arguments) throws Exception {
        try {
            return run(Stream.concat(Stream.of("systemd-analyze"), Stream.of(arguments))
                    .toList());
        } catch (IOException missing) {
            return fail(
                    "systemd-analyze is not on this machine, and the unit was not checked: apt-get install systemd",
                    missing);
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
