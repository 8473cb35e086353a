package id.sidik.eligibility.presence;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.nid.Nid;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerMemoryTest {
    private static final String THUMB = "RIGHT_THUMB";
    private static final String INDEX = "RIGHT_INDEX";
    private static final FingerMemory NOTHING = FingerMemory.ofNothing(new Nid("3174015708850003"));

    @Test
    void suggestsTheFingerThatIsRecognisedMostReliably() {
        FingerMemory memory = NOTHING.after(THUMB, true)
                .after(THUMB, false)
                .after(THUMB, false)
                .after(INDEX, true)
                .after(INDEX, true);

        assertThat(memory.best(Set.of())).contains("RIGHT_INDEX");
        assertThat(memory.best(Set.of(INDEX))).contains("RIGHT_THUMB");
    }

    @Test
    void suggestsNoFingerThatNeverServedOrWasJustTried() {
        assertThat(NOTHING.after(THUMB, false).best(Set.of())).isEmpty();
        assertThat(NOTHING.after(THUMB, true).best(Set.of(THUMB))).isEmpty();
    }

    @Test
    void forgetsGraduallySoThatAnInjuryShows() {
        FingerMemory memory = NOTHING;
        for (int visit = 0; visit < 20; visit++) {
            memory = memory.after(THUMB, true);
        }
        memory = memory.after(INDEX, true);
        assertThat(memory.best(Set.of())).contains("RIGHT_THUMB");
        for (int visit = 0; visit < 10; visit++) {
            memory = memory.after(THUMB, false);
        }
        assertThat(memory.best(Set.of())).contains("RIGHT_INDEX");
    }
}
