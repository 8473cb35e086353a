package id.sidik.eligibility;

import static id.sidik.eligibility.Appliance.check;
import static id.sidik.eligibility.Appliance.print;
import static id.sidik.eligibility.Appliance.registration;
import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.console.Main;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.wire.trust.Role;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sidik backup} and {@code restore}, from the console, while a counter goes on. */
class BackupTest {
    private static final String SITI = "3174015708850003";
    private static final String BUDI = "3174011708850003";
    private static final int BAD_INPUT = 2;

    @TempDir
    private Path folder;

    @Test
    void bringsBackWhatWasThereWhenItWasTakenWhileACounterWentOn() throws Exception {
        Path data = folder.resolve("data");
        Path restored = folder.resolve("restored");
        Files.createDirectory(data);
        CheckEligibilityRequest asked = check("check-siti-1", SITI, print(101, 2));
        CheckEligibilityResponse decided;
        try (Appliance appliance = Appliance.start(data)) {
            var _ = appliance
                    .as(Role.BRIDGE)
                    .registerMember(registration("register-siti", SITI, "Siti", print(101, 1)));
            decided = appliance.as(Role.BRIDGE).checkEligibility(asked);
            backUpWhileDeciding(appliance, data);
            var _ = appliance
                    .as(Role.BRIDGE)
                    .registerMember(registration("register-budi", BUDI, "Budi", print(103, 1)));
        }

        assertThat(run(
                        "restore",
                        "--from=" + folder.resolve("backup"),
                        "--keys-from=" + folder.resolve("keys"),
                        "--data=" + restored))
                .as(said)
                .isZero();
        try (Appliance appliance = Appliance.start(restored)) {
            assertThat(appliance
                            .operator()
                            .getMember(
                                    GetMemberRequest.newBuilder().setNid(SITI).build())
                            .getMember()
                            .getFingersEnrolled())
                    .isTrue();
            assertThat(statusOf(() -> appliance
                            .operator()
                            .getMember(
                                    GetMemberRequest.newBuilder().setNid(BUDI).build())))
                    .as("came after the backup")
                    .isEqualTo(Status.Code.NOT_FOUND);
            assertThat(appliance.as(Role.BRIDGE).checkEligibility(asked).getReceipt())
                    .as("the same request gets the same receipt, to the letter")
                    .isEqualTo(decided.getReceipt());
            assertThat(appliance
                            .operator()
                            .getAuditHead(GetAuditHeadRequest.getDefaultInstance())
                            .getCheckpoint())
                    .startsWith("sidik.local/audit/");
            assertThat(appliance
                            .as(Role.BRIDGE)
                            .checkEligibility(check("check-siti-2", SITI, print(101, 3)))
                            .getOutcomeCase())
                    .as("her finger is known")
                    .isEqualTo(decided.getOutcomeCase());
        }
    }

    private String said = "";

    private void backUpWhileDeciding(Appliance appliance, Path data) throws Exception {
        IntConsumer deciding = step -> {
            var _ = appliance.as(Role.BRIDGE).checkEligibility(check("busy-counter-" + step, BUDI, print(103, 1)));
        };
        int code = BusyCounters.during(
                List.of(deciding),
                1,
                () -> run(
                        "backup",
                        "--data=" + data,
                        "--to=" + folder.resolve("backup"),
                        "--keys-to=" + folder.resolve("keys")));
        assertThat(code).as(said).isZero();
        assertThat(said).contains("1 references");
        assertThat(Files.exists(data.resolve("eligibility/copies"))).isTrue();
        assertNoSecretIn(folder.resolve("backup"), data);
        assertThat(run("backup", "--data=" + data, "--to=" + folder.resolve("backup")))
                .as("over another backup")
                .isEqualTo(BAD_INPUT);
        assertThat(run(
                        "backup",
                        "--data=" + data,
                        "--to=" + folder.resolve("second"),
                        "--keys-to=" + folder.resolve("second/keys")))
                .as("keys beside what they open")
                .isEqualTo(BAD_INPUT);
    }

    private static void assertNoSecretIn(Path backup, Path data) throws IOException {
        List<Path> secrets = new ArrayList<>();
        for (String service : List.of("eligibility", "matcher")) {
            try (var files = Files.list(data.resolve(service).resolve("keys"))) {
                secrets.addAll(files.toList());
            }
        }
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(5);
        try (var files = Files.walk(backup)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (Path secret : secrets) {
                    assertThat(content.contains(Files.readString(secret, StandardCharsets.ISO_8859_1)))
                            .as("%s in %s", secret, file)
                            .isFalse();
                }
                assertThat(content).doesNotContain(SITI);
            }
        }
    }

    private int run(String... command) {
        StringWriter out = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(out, true), command);
        said = out.toString();
        return code;
    }

    private static Status.Code statusOf(Runnable call) {
        try {
            call.run();
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }
}
