package id.sidik.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sidik.benchmarks.report.LinePlot.Point;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LinePlotTest {
    private static final List<Point> FLAT = List.of(new Point(0, 0.5), new Point(10, 0.5));

    @Test
    void drawsEachLineFromEndToEnd() throws Exception {
        String svg = new LinePlot("a < b & c", "across", "up")
                .line("ours", List.of(new Point(0, 0), new Point(5, 0.5), new Point(10, 1)))
                .line("theirs", FLAT)
                .svg();

        Document picture =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        Element ours = (Element) picture.getElementsByTagName("polyline").item(0);
        assertThat(ours.getAttribute("points")).isEqualTo("64.0,344.0 342.0,194.0 620.0,44.0");
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & c");
        assertThat(picture.getDocumentElement().getTextContent()).contains("ours", "theirs", "across", "up", "100 %");
    }

    @Test
    void refusesALineOfOnePoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinePlot("t", "x", "y").line("short", FLAT.subList(0, 1)))
                .withMessageContaining("1 points");
    }
}
