package id.sidik.engine.gallery;

import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.Algorithm;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.util.Locale;

/** Templates of one algorithm without what they have in common: as payloads, the smallest form that can be compared again. */
final class TemplatePayloads {
    private final TemplateComparator comparator;
    private final Algorithm algorithm;

    TemplatePayloads(TemplateComparator comparator) {
        this.comparator = comparator;
        String[] words = comparator.algorithm().split("/", 2);
        this.algorithm = new Algorithm(words[0], words[1]);
    }

    /** @throws InvalidSampleException if the template is of another algorithm */
    void require(Template template) {
        if (!template.algorithm().equals(comparator.algorithm())) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                    String.format(
                            Locale.ROOT,
                            "This gallery holds templates of %s, not of %s. Extract the template again from its image.",
                            comparator.algorithm(),
                            template.algorithm()));
        }
    }

    byte[] payloadOf(Template template) {
        return template.payload(TemplateAccess.get());
    }

    PreparedReference prepare(Template template) {
        return comparator.prepare(template);
    }

    PreparedReference prepare(byte[] payload) {
        return comparator.prepare(Template.of(algorithm, payload));
    }

    Template template(byte[] payload) {
        return Template.of(algorithm, payload);
    }
}
