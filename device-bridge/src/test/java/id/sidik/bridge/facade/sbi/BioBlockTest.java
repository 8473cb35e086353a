package id.sidik.bridge.facade.sbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sidik.bridge.facade.SharedFiles;
import java.io.IOException;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class BioBlockTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void hashesAndEncryptsAsThePublishedVectorsDo() throws IOException {
        JsonNode vectors = new ObjectMapper()
                .readTree(SharedFiles.of("specs/crypto/sbi-crypto-vectors.json").toFile())
                .path("vectors");

        assertThat(vectors).hasSize(3);
        for (JsonNode vector : vectors) {
            byte[] record = HEX.parseHex(vector.path("bioHex").asText());
            assertThat(BioBlock.hash(vector.path("previousHash").asText(), record))
                    .isEqualTo(vector.path("hash").asText());
            assertThat(BioBlock.encrypt(
                            record,
                            new SecretKeySpec(
                                    HEX.parseHex(vector.path("sessionKeyHex").asText()), "AES"),
                            vector.path("timestamp").asText(),
                            vector.path("transactionId").asText()))
                    .isEqualTo(vector.path("bioValue").asText());
        }
    }

    @Test
    void beginsAChainWithTheHashOfNothing() {
        byte[] record = {1, 2, 3};

        assertThat(BioBlock.hash("", record))
                .isEqualTo(BioBlock.hash("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", record));
    }
}
