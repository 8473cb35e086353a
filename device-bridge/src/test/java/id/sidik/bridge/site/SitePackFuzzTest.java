package id.sidik.bridge.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.InvalidProtocolBufferException;
import id.sidik.bridge.offline.Pack;
import id.sidik.bridge.vault.Vault;
import id.sidik.bridge.vault.VaultException;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.SitePack;
import id.sidik.wire.proof.Ed25519;
import java.io.IOException;
import java.nio.file.Files;
import java.security.PublicKey;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class SitePackFuzzTest {
    private static final int MEMBERS_MAX = 500;
    private static final PublicKey ANCHOR = Ed25519.newPair().getPublic();
    private static final PackReader READER = reader();

    private static PackReader reader() {
        try {
            return new PackReader(
                    Vault.openOrCreate(
                            Files.createTempDirectory("sidik-pack-fuzz").resolve("keys"), false),
                    "RSUD-01");
        } catch (IOException | VaultException e) {
            throw new IllegalStateException("the temporary folder cannot be written", e);
        }
    }

    /** Whatever is carried here on a stick is refused unless the anchor signed it; whatever is in a pack is a pack or is refused. */
    @FuzzTest(maxDuration = "10m")
    void refusesWhatIsNoPack(byte[] anything) {
        try {
            IssueSitePackResponse carried = IssueSitePackResponse.parseFrom(anything);
            assertThatThrownBy(() -> READER.read(carried.getPack(), ANCHOR)).isInstanceOf(PackRefusedException.class);
        } catch (InvalidProtocolBufferException refused) {
            assertThat(refused).isNotNull();
        }
        try {
            Pack pack = PackReader.contentOf(SitePack.parseFrom(anything));
            assertThat(pack.members()).hasSizeLessThanOrEqualTo(MEMBERS_MAX);
            assertThat(pack.issuedAt()).isBefore(pack.expiresAt());
        } catch (InvalidProtocolBufferException | PackRefusedException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
