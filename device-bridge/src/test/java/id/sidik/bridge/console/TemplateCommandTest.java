package id.sidik.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.interchange.MinutiaeRecord;
import id.sidik.engine.interchange.MinutiaeStandard;
import id.sidik.engine.template.Algorithm;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCommandTest {
    private static final FingerView VIEW = new FingerView(
            FingerPosition.UNKNOWN,
            0,
            FingerView.QUALITY_UNKNOWN,
            new FingerFeatures(
                    200,
                    300,
                    9,
                    Minutiae.builder()
                            .add(17.25f, 33.5f, 1, MinutiaType.ENDING, 40)
                            .add(101, 102, 2, MinutiaType.BIFURCATION, 30)
                            .build(),
                    RidgeField.NONE));

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"iso-2005", "iso-2011", "ansi-2004", "ansi-2009", "SIDIK"})
    void convertsOurTemplateToAnyFormatAndBack(String format) throws IOException {
        Path ours = write("ours.sdkt", VIEW.template().bytes(TemplateAccess.get()));
        Path theirs = folder.resolve("theirs");
        Path back = folder.resolve("back.sdkt");

        assertThat(run("template", "convert", "--from", ours, "--to", format, "--finger", "left-ring", "--out", theirs))
                .isEqualTo(ExitCode.YES);
        assertThat(run("template", "convert", "--from", theirs, "--to", "sidik", "--out", back))
                .isEqualTo(ExitCode.YES);

        assertThat(run("template", "show", back)).isEqualTo(ExitCode.YES);
        assertThat(out.toString()).contains("format: sidik/1", "200 x 300 px at 500 dpi, 2 minutiae, no ridge field");
    }

    @Test
    void showsEveryViewAndNoMinutiaeUnlessAsked() throws IOException {
        Path record = write("two.fmr", new MinutiaeRecord(MinutiaeStandard.ISO_2005, List.of(VIEW, VIEW)).encode());

        assertThat(run("template", "show", record)).isEqualTo(ExitCode.YES);
        assertThat(out.toString())
                .contains("format: ISO/IEC 19794-2:2005", "views:  2", "  2  unknown, impression 1, quality ")
                .doesNotContain("102.00");

        assertThat(run("template", "show", "--minutiae", record)).isEqualTo(ExitCode.YES);
        assertThat(out.toString()).contains(" 101.00  102.00 ", "bifurcation 30");
    }

    @Test
    void takesOneViewOfSeveralForAFormatThatHoldsOne() throws IOException {
        Path record = write("two.fmr", new MinutiaeRecord(MinutiaeStandard.ANSI_2009, List.of(VIEW, VIEW)).encode());
        Path target = folder.resolve("one.sdkt");

        assertThat(run("template", "convert", "--from", record, "--to", "sidik", "--out", target))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("there are 2 views", "--view");
        assertThat(run("template", "convert", "--from", record, "--to", "sidik", "--view", "3", "--out", target))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("there is no view 3; the file has 1 to 2");
        assertThat(target).doesNotExist();

        assertThat(run("template", "convert", "--from", record, "--to", "sidik", "--view", "2", "--out", target))
                .isEqualTo(ExitCode.YES);
        assertThat(target).exists();
    }

    @Test
    void saysWhatIsWrongWithFileAndFormat() throws IOException {
        Path noTemplate = write("note.txt", new byte[] {1, 2, 3});
        Path foreign = write(
                "other.sdkt",
                Template.of(new Algorithm("acme", "1"), new byte[9]).bytes(TemplateAccess.get()));
        Path ours = write("ours.sdkt", VIEW.template().bytes(TemplateAccess.get()));

        assertThat(run("template", "show", noTemplate)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("TEMPLATE_CORRUPT");
        assertThat(run("template", "show", foreign)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("TEMPLATE_VERSION_UNSUPPORTED", "acme/1");
        assertThat(run("template", "show", folder.resolve("none"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("cannot read the template");
        assertThat(run("template", "convert", "--from", ours, "--to", "iso-1999", "--out", folder.resolve("x")))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("'iso-1999'", "iso-2005, iso-2011, ansi-2004, ansi-2009");
        assertThat(run("template", "convert", "--from", ours, "--to", "sidik", "--out", folder.resolve("no/folder")))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("cannot write");
    }

    @Test
    void refusesWhatNoStandardHolds() throws IOException {
        FingerView empty = new FingerView(
                FingerPosition.UNKNOWN, 0, 0, new FingerFeatures(200, 300, 9, Minutiae.NONE, RidgeField.NONE));
        Path ours = write("empty.sdkt", empty.template().bytes(TemplateAccess.get()));

        assertThat(run("template", "convert", "--from", ours, "--to", "iso-2005", "--out", folder.resolve("x")))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("ISO/IEC 19794-2:2005", "without minutiae");
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private int run(Object... args) {
        String[] words = new String[args.length];
        for (int word = 0; word < args.length; word++) {
            words[word] = args[word].toString();
        }
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}
