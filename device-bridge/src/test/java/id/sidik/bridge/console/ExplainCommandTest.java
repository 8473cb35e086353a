package id.sidik.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final SyntheticFinger FINGER = SyntheticFinger.of(11);
    private static final SyntheticFinger STRANGER = SyntheticFinger.of(12);
    private static final Pattern POINTS =
            Pattern.compile("<td>(-?[0-9.]+)</td><td class=\"bar\"><span class=\"(?:for|against)\"");
    private static final Pattern SCORE = Pattern.compile("score ([0-9.]+), by the calibration of sidik/");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path first = Path.of("");
    private Path second = Path.of("");
    private Path report = Path.of("");

    @BeforeEach
    void takeTwoImpressions() throws IOException {
        first = png("first.png", FINGER.impression(0));
        second = png("second.png", FINGER.impression(1));
        report = folder.resolve("report.html");
    }

    @Test
    void showsBothPrintsAndTheirPairsAndPartsThatAddUpToTheScore() throws IOException {
        assertThat(explain(first, second)).isEqualTo(ExitCode.YES);

        String page = Files.readString(report);
        assertThat(page)
                .contains("id=\"original-1\"", "id=\"signal-1\"", "id=\"ridges-1\"")
                .contains("id=\"original-2\"", "id=\"signal-2\"", "id=\"ridges-2\"")
                .contains(
                        "<g class=\"mark paired n1\"",
                        "id=\"pair-1\"",
                        "class=\"line field\"",
                        "class=\"line outline own\"")
                .contains("sourceafis/3.18.1, for comparison: score ")
                .contains("This page is biometric data of a person.");
        assertThat(page).contains("<b>a match</b>").doesNotContain("not a match");
        double sum = POINTS.matcher(page)
                .results()
                .mapToDouble(points -> Double.parseDouble(points.group(1)))
                .sum();
        MatchResult score = SCORE.matcher(page).results().findFirst().orElseThrow();
        assertThat(sum).isCloseTo(Double.parseDouble(score.group(1)), within(0.5));
    }

    @Test
    void saysThatAnotherFingerIsNoMatch() throws IOException {
        assertThat(explain(first, png("other.png", STRANGER.impression(0)))).isEqualTo(ExitCode.YES);

        assertThat(Files.readString(report))
                .contains("not a match", "It is not the chance that both are of one finger.")
                .doesNotContain("<b>a match</b>");
        assertThat(out.toString()).contains("pairs of different fingers look as alike");
    }

    @Test
    void loadsNothingAndRunsNothing() throws IOException {
        explain(first, second);

        assertThat(Files.readString(report))
                .contains("default-src 'none'")
                .doesNotContain("<script", "http:", "https:", "<link", "url(//");
    }

    @Test
    void showsAHostileNameAsAName() throws IOException {
        Path hostile = png("<img src=x onerror=alert(1)>\".png", FINGER.impression(2));

        assertThat(explain(first, hostile)).isEqualTo(ExitCode.YES);

        assertThat(Files.readString(report))
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;.png")
                .doesNotContain("<img src=x");
    }

    @Test
    void givesTheFileToItsOwnerAloneAndReplacesNothingUnasked() throws IOException {
        Files.writeString(report, "earlier");
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(explain(first, second)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("report.html exists", "--force");
        assertThat(report).hasContent("earlier");

        assertThat(explain(first, second, "--force")).isEqualTo(ExitCode.YES);
        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(first, second, report);
        }
    }

    @Test
    void replacesALinkAndNotWhatItPointsTo() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "not ours");
        Files.createSymbolicLink(report, elsewhere);

        assertThat(explain(first, second)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(explain(first, second, "--force")).isEqualTo(ExitCode.YES);

        assertThat(elsewhere).hasContent("not ours");
        assertThat(report).isRegularFile();
    }

    @Test
    void saysWhyAnImageIsTooPoorInsteadOfComparing() throws IOException {
        byte[] paper = new byte[300 * 300];
        Arrays.fill(paper, (byte) 230);
        Path blank = png("blank.png", FingerImage.of(300, 300, 500, paper));

        assertThat(explain(first, blank)).isEqualTo(ExitCode.NO);

        assertThat(Files.readString(report))
                .contains(
                        "Nothing was compared", "The second image can not be used", "no ridges of a finger were found")
                .doesNotContain("a match");
        assertThat(out.toString()).contains("nothing was compared", "no ridges of a finger were found");
    }

    @Test
    void namesTheFileThatIsNoImage() throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "no image");

        assertThat(explain(first, note)).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("IMAGE_FORMAT_UNKNOWN", "note.txt");
        assertThat(report).doesNotExist();
        assertThat(explain(first, folder.resolve("none.png"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("none.png");
    }

    private Path png(String name, FingerImage image) throws IOException {
        BufferedImage picture = new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, image.widthPx(), image.heightPx(), image.pixels());
        Path file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private int explain(Path one, Path other, String... more) {
        String[] args = {"explain", one.toString(), other.toString(), "--out", report.toString()};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
