package id.sidik.wire.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAuthorityTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    Path data;

    private Path trust() {
        return data.resolve("trust");
    }

    @Test
    void makesKeysThatOnlyTheOwnerCanRead() throws IOException {
        LocalAuthority.establish(trust(), CLOCK);

        assertThat(modeOf(trust())).isEqualTo("rwx------");
        for (Path file : filesOf(trust())) {
            assertThat(modeOf(file))
                    .as(file.toString())
                    .isEqualTo(file.toString().endsWith(".key.pem") ? "rw-------" : "rw-r--r--");
        }
        assertThat(filesOf(trust())).hasSize(2 * (Role.ofTheHouse().size() + 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MATCHER", "ELIGIBILITY", "BRIDGE", "OPERATOR", "AUDITOR"})
    void certifiesEachRoleForServingAndCalling(Role role) throws Exception {
        LocalAuthority.establish(trust(), CLOCK);

        X509Certificate certificate =
                TrustMaterial.load(trust(), role, CLOCK).chain().getFirst();

        assertThat(Role.of(certificate)).contains(role);
        assertThat(certificate.getBasicConstraints()).as("not an authority").isEqualTo(-1);
        assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.19", "2.5.29.15");
        assertThat(certificate.getExtendedKeyUsage())
                .containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactlyInAnyOrder(
                        "spiffe://sidik.local/" + role.label(), "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(certificate.getNotAfter()).isEqualTo(CLOCK.instant().plus(Duration.ofDays(825)));
    }

    @Test
    void keepsWhatIsThere() throws IOException {
        LocalAuthority.establish(trust(), CLOCK);
        String before = Files.readString(trust().resolve("bridge.key.pem"));

        LocalAuthority.establish(trust(), CLOCK);

        assertThat(Files.readString(trust().resolve("bridge.key.pem"))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge.key.pem", "operator.cert.pem", "ca.cert.pem"})
    void refusesAFolderThatIsOnlyPartlyThere(String lost) throws IOException {
        LocalAuthority.establish(trust(), CLOCK);
        Files.delete(trust().resolve(lost));

        assertThatThrownBy(() -> LocalAuthority.establish(trust(), CLOCK))
                .isInstanceOf(TrustException.class)
                .hasMessageContaining(lost)
                .hasMessageContaining("backup");
        assertThat(trust().resolve(lost)).doesNotExist();
    }

    @Test
    void leavesAMachineAloneThatGotItsCertificatesFromElsewhere() throws IOException {
        LocalAuthority.establish(trust(), CLOCK);
        for (Path file : filesOf(trust())) {
            if (!List.of("ca.cert.pem", "bridge.cert.pem", "bridge.key.pem")
                    .contains(file.getFileName().toString())) {
                Files.delete(file);
            }
        }

        LocalAuthority.establish(trust(), CLOCK);

        assertThat(filesOf(trust())).hasSize(3);
        assertThat(TrustMaterial.load(trust(), Role.BRIDGE, CLOCK).role()).isEqualTo(Role.BRIDGE);
    }

    @Test
    void makesOneAuthorityWhenProcessesStartTogether() throws Exception {
        try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(processes.submit(() -> LocalAuthority.establish(trust(), CLOCK)));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        }
        for (Role role : Role.ofTheHouse()) {
            assertThat(TrustMaterial.load(trust(), role, CLOCK).role()).isEqualTo(role);
        }
        assertThat(filesOf(data)).as("drafts of those that came second").containsExactly(trust());
    }

    @Test
    void givesAnotherInstitutionAFolderOfItsOwnAndNothingElse() throws IOException {
        LocalAuthority.establish(trust(), CLOCK);
        Path hospital = data.resolve("hospital");

        LocalAuthority.issueClient(trust(), hospital, CLOCK);

        assertThat(filesOf(hospital))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("ca.cert.pem", "client.cert.pem", "client.key.pem");
        assertThat(TrustMaterial.load(hospital, Role.CLIENT, CLOCK).role()).isEqualTo(Role.CLIENT);
        assertThat(modeOf(hospital.resolve("client.key.pem"))).isEqualTo("rw-------");
    }

    @Test
    void overwritesNoFolderOfAClient() {
        LocalAuthority.establish(trust(), CLOCK);
        Path hospital = data.resolve("hospital");
        LocalAuthority.issueClient(trust(), hospital, CLOCK);

        assertThatThrownBy(() -> LocalAuthority.issueClient(trust(), hospital, CLOCK))
                .isInstanceOf(TrustException.class)
                .hasMessageContaining("exists");
    }

    private static String modeOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
