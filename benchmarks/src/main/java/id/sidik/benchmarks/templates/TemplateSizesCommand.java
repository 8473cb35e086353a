package id.sidik.benchmarks.templates;

import id.sidik.benchmarks.options.DataOption;
import id.sidik.benchmarks.rates.Medians;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.interchange.MinutiaeRecord;
import id.sidik.engine.interchange.MinutiaeStandard;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code templates}: bytes of a print in our own container and in a record of each standard. */
@Command(
        name = "templates",
        mixinStandardHelpOptions = true,
        description =
                "Prints how many bytes the templates of real prints take in our own format and in each standard's.")
public final class TemplateSizesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        List<Template> templates = data.sets(spec).parallelStream()
                .flatMap(TemplateSizesCommand::templatesOf)
                .toList();
        List<FingerView> views = templates.stream()
                .map(template -> FingerView.of(FingerPosition.UNKNOWN, template))
                .toList();
        TextTable table = new TextTable("bytes", "median", "largest");
        addRow(table, "sidik/1", templates.stream().map(Template::sizeBytes).toList());
        for (MinutiaeStandard standard : MinutiaeStandard.values()) {
            addRow(
                    table,
                    standard.title(),
                    views.stream().map(view -> bytesOf(standard, view)).toList());
        }
        addRow(
                table,
                "(minutiae)",
                views.stream().map(view -> view.features().minutiae().count()).toList());
        spec.commandLine().getOut().print(templates.size() + " prints" + System.lineSeparator() + table);
        spec.commandLine().getOut().flush();
    }

    private static Stream<Template> templatesOf(DataSet set) {
        SidikExtractor extractor = new SidikExtractor();
        return set.prints().stream()
                .map(print -> extractor.extract(ImageDecoder.decode(print.content(), set.dpi())))
                .flatMap(result -> templateOf(result).stream());
    }

    private static Optional<Template> templateOf(ExtractionResult result) {
        return switch (result) {
            case ExtractionResult.Extracted(var template, var _) -> Optional.of(template);
            case ExtractionResult.TooPoor _ -> Optional.empty();
        };
    }

    private static int bytesOf(MinutiaeStandard standard, FingerView view) {
        return new MinutiaeRecord(standard, List.of(view)).encode().length;
    }

    private static void addRow(TextTable table, String name, List<Integer> sizes) {
        table.row(
                name,
                TextTable.number(Medians.of(sizes.stream().mapToDouble(Integer::doubleValue)), 0),
                String.valueOf(sizes.stream().mapToInt(Integer::intValue).max().orElse(0)));
    }
}
