package id.sidik.engine.gallery;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import java.util.List;

/** The probes of one person, prepared for comparison. */
final class ProbeSet {
    private final List<Probe> probes;
    private final Calibration calibration;
    private final List<FingerTemplate> templates;

    private record Probe(FingerPosition finger, Comparison comparison) {}

    private ProbeSet(List<Probe> probes, Calibration calibration, List<FingerTemplate> templates) {
        this.probes = probes;
        this.calibration = calibration;
        this.templates = templates;
    }

    static ProbeSet prepare(TemplateComparator comparator, Calibration calibration, List<FingerTemplate> templates) {
        return new ProbeSet(
                templates.stream()
                        .map(probe -> new Probe(probe.finger(), comparator.comparisonOf(probe.template())))
                        .toList(),
                calibration,
                List.copyOf(templates));
    }

    List<FingerTemplate> templates() {
        return templates;
    }

    /** Compares each probe with each reference that may be of the same finger; {@code rate} is cleared first. */
    void compare(References references, PersonRate rate) {
        rate.clear();
        int count = references.referenceCount();
        for (Probe probe : probes) {
            for (int reference = 0; reference < count; reference++) {
                FingerPosition finger = references.finger(reference);
                if (probe.finger().mayBe(finger)) {
                    double score = probe.comparison().scoreOf(references.prepared(reference));
                    rate.add(probe.finger(), finger, calibration.fmrAt(score));
                }
            }
        }
    }
}
