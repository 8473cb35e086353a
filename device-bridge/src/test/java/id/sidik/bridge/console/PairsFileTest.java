package id.sidik.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.v1.MemberPair;
import id.sidik.eligibility.v1.PairedMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsFileTest {
    private static final String JOB = "console-job-1";

    @TempDir
    private Path folder;

    @Test
    void knowsWhichPairsItHoldsWhereverItWasCutOff() throws IOException {
        Path path = folder.resolve("pairs.ndjson");
        try (PairsFile file = PairsFile.begin(path, JOB)) {
            file.append(pair(1), false);
            file.append(pair(2), false);
        }
        String whole = Files.readString(path);
        int secondLineEnds = whole.lastIndexOf('\n', whole.length() - 2) + 1;
        for (int length = secondLineEnds; length < whole.length(); length++) {
            Files.writeString(path, whole.substring(0, length));
            try (PairsFile file = PairsFile.resume(path)) {
                assertThat(file.jobId()).isEqualTo(JOB);
                assertThat(file.pairs()).as("cut to %d", length).isEqualTo(1);
                file.append(pair(2), false);
            }
            assertThat(path).content().isEqualTo(whole);
        }
    }

    @Test
    void refusesAPairThatIsNotTheNext() {
        try (PairsFile file = PairsFile.begin(folder.resolve("pairs.ndjson"), JOB)) {
            file.append(pair(1), false);
            assertThatThrownBy(() -> file.append(pair(1), false)).hasMessageContaining("pair 1 came after pair 1");
            assertThatThrownBy(() -> file.append(pair(3), false)).hasMessageContaining("pair 3 came after pair 1");
        }
    }

    @Test
    void isForItsOwnerAloneAndSaysNoMoreThanItWasToldTo() throws IOException {
        Path path = folder.resolve("pairs.ndjson");
        try (PairsFile file = PairsFile.begin(path, JOB)) {
            file.append(pair(1), false);
        }
        assertThat(Files.getPosixFilePermissions(path))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(path)
                .content()
                .contains("3174********0003", "(not a member)")
                .doesNotContain("3174015708850003", "Siti");
        Path whole = folder.resolve("whole.ndjson");
        try (PairsFile file = PairsFile.begin(whole, JOB)) {
            file.append(pair(1), true);
        }
        assertThat(whole).content().contains("3174015708850003", "Siti");
    }

    @Test
    void refusesFilesThatAreNoneOfItsOwn() throws IOException {
        Path path = Files.writeString(folder.resolve("other.ndjson"), "{\"colour\":1}\n");
        assertThatThrownBy(() -> PairsFile.resume(path)).hasMessageContaining("names no job");
        Path text = Files.writeString(folder.resolve("text"), "dear diary {\n");
        assertThatThrownBy(() -> PairsFile.resume(text)).isInstanceOf(UnusableInputException.class);
        assertThatThrownBy(() -> PairsFile.resume(folder.resolve("none"))).hasMessageContaining("to go on with");
        assertThatThrownBy(() -> PairsFile.begin(path, JOB)).hasMessageContaining("--resume");
    }

    private static MemberPair pair(long number) {
        return MemberPair.newBuilder()
                .setNumber(number)
                .setMember(PairedMember.newBuilder().setNid("3174015708850003").setFullName("Siti"))
                .setOther(PairedMember.getDefaultInstance())
                .setFmr(1e-9)
                .setFpir(1e-7)
                .build();
    }
}
