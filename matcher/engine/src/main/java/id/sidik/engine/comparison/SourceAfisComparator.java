package id.sidik.engine.comparison;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.SourceAfisPayload;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.util.Locale;

/**
 * SourceAFIS as comparator. A prepared reference takes about 12 kB for 40 minutiae, most of it nine neighbour edges a minutia. A
 * probe takes a few milliseconds and some hundred kB to prepare (a hash of all pairs of its minutiae).
 */
public final class SourceAfisComparator implements TemplateComparator {
    @Override
    public String algorithm() {
        return SourceAfisPayload.ALGORITHM.toString();
    }

    @Override
    public PreparedReference prepare(Template reference) {
        return new SourceAfisReference(nativeOf(reference));
    }

    @Override
    public Comparison comparisonOf(Template probe) {
        FingerprintMatcher matcher = new FingerprintMatcher(nativeOf(probe));
        return reference -> {
            if (!(reference instanceof SourceAfisReference own)) {
                throw new IllegalArgumentException(
                        "Another comparator prepared this reference: " + reference.getClass());
            }
            return matcher.match(own.template());
        };
    }

    private static FingerprintTemplate nativeOf(Template template) {
        if (!template.algorithm().equals(SourceAfisPayload.ALGORITHM.toString())) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                    String.format(
                            Locale.ROOT,
                            "SourceAFIS compares templates of %s, not of %s. Extract the template again from its image.",
                            SourceAfisPayload.ALGORITHM,
                            template.algorithm()));
        }
        return new FingerprintTemplate(template.payload(TemplateAccess.get()));
    }

    /** Keeps minutiae out of logs, which the record's own {@code toString} would not. */
    private record SourceAfisReference(FingerprintTemplate template) implements PreparedReference {
        @Override
        public String toString() {
            return "SourceAfisReference";
        }
    }
}
