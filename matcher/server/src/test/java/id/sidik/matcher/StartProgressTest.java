package id.sidik.matcher;

import static id.sidik.matcher.RunningMatcher.enrolment;
import static id.sidik.matcher.RunningMatcher.synthetic;
import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.wire.process.StartNote;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StartProgressTest {
    @TempDir
    private Path data;

    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @Test
    @Timeout(60)
    void saysHowFarTheGalleryIsUntilItServes() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            for (int i = 0; i < 3; i++) {
                matcher.eligibility()
                        .enrol(enrolment("enrolment-" + i, "subject-" + i, DuplicateSearch.SKIP, synthetic(i, 0)));
            }
        }
        try (RunningMatcher matcher = RunningMatcher.start(data, Map.of(), Reader::new)) {
            assertThat(matcher.process().loaded()).isCompleted();
            assertThat(said)
                    .hasSize(3)
                    .allMatch(line -> line.matches("loading the gallery: .* of 3 references .*%\\)"));
            assertThat(StartNote.read(data, "matcher")).isEmpty();
        }
    }

    /** Takes nobody into the gallery before it has read how far the start is. */
    private final class Reader extends GalleryLens {
        Reader(Gallery behind) {
            super(behind);
        }

        @Override
        public void restore(String subjectId, SubjectTraits traits, List<FingerTemplate> references) {
            Optional<String> line = Optional.empty();
            while (line.isEmpty()) {
                line = StartNote.read(data, "matcher");
                Thread.onSpinWait();
            }
            said.add(line.orElseThrow());
            super.restore(subjectId, traits, references);
        }
    }
}
