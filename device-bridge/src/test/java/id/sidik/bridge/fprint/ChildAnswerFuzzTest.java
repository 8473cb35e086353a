package id.sidik.bridge.fprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class ChildAnswerFuzzTest {
    /** Whatever comes over the pipe: answers that can be written again and read as the same, until it ends or holds anything else. */
    @FuzzTest(maxDuration = "10m")
    void readsAnswersUntilThePipeHoldsAnythingElse(byte[] anything) throws IOException {
        DataInputStream pipe = new DataInputStream(new ByteArrayInputStream(anything));
        while (true) {
            ChildAnswer answer;
            try {
                answer = ChildAnswer.readFrom(pipe);
            } catch (IOException refused) {
                return;
            }
            byte[] written = written(answer);
            ChildAnswer again = ChildAnswer.readFrom(new DataInputStream(new ByteArrayInputStream(written)));
            assertThat(written(again)).isEqualTo(written);
        }
    }

    private static byte[] written(ChildAnswer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
