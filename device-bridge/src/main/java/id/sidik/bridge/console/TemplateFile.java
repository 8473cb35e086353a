package id.sidik.bridge.console;

import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.interchange.MinutiaeRecord;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The views of a template file.
 *
 * @param format as a person calls it: a standard, or our own algorithm
 */
record TemplateFile(String format, List<FingerView> views) {
    /**
     * Reads our own container, or a record of any standard.
     *
     * @throws UnusableInputException when the file cannot be read
     * @throws id.sidik.engine.image.InvalidSampleException when it is no template
     */
    static TemplateFile read(Path file) {
        byte[] content = bytesOf(file);
        if (MinutiaeRecord.startsLike(content)) {
            MinutiaeRecord record = MinutiaeRecord.parse(content);
            return new TemplateFile(record.standard().title(), record.views());
        }
        Template template = Template.parse(content);
        return new TemplateFile(template.algorithm(), List.of(FingerView.of(FingerPosition.UNKNOWN, template)));
    }

    private static byte[] bytesOf(Path file) {
        try {
            if (Files.size(file) > MinutiaeRecord.RECORD_BYTES_MAX) {
                throw new UnusableInputException(
                        file + " has more than " + MinutiaeRecord.RECORD_BYTES_MAX / 1024 + " KiB and is no template");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableInputException("cannot read the template " + file + "; check the path", e);
        }
    }
}
