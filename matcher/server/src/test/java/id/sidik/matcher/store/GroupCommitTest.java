package id.sidik.matcher.store;

import static id.sidik.matcher.store.StoreFixture.ENROLLED_AT;
import static id.sidik.matcher.store.StoreFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.matcher.crypto.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    @TempDir
    private Path folder;

    @Test
    void stopsForGoodWhenTheDiskFails() throws IOException {
        StoreSettings settings = new StoreSettings(folder.resolve("db"), 1, 10, 0, Duration.ofDays(1));
        CommitHead.create(settings.headFile());
        DiskSpace broken = () -> {
            throw new IOException("input/output error");
        };
        try (Database database = new Database(settings.folder());
                CommitHead head = CommitHead.open(settings.headFile(), 0);
                GroupCommit commits = new GroupCommit(
                        database,
                        new KeyFile(folder.resolve("keys")).createDraft(),
                        head,
                        new AtomicReferenceArray<>(new PartitionSum[] {PartitionSum.EMPTY}),
                        settings,
                        broken)) {
            StoreChange change = new StoreChange(List.of(), List.of(), answer("some-answer", ENROLLED_AT));
            CompletableFuture<Void> first = commits.submit(change);
            assertThatThrownBy(first::join).hasCauseInstanceOf(StoreFailedException.class);
            assertThat(commits.failure())
                    .isCompletedWithValueMatching(
                            e -> String.valueOf(e.getMessage()).contains("input/output error"));
            assertThatThrownBy(() -> commits.submit(change))
                    .isInstanceOf(StoreFailedException.class)
                    .hasMessageContaining("start the matcher again");
        }
    }
}
