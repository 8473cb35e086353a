package id.sidik.eligibility.province;

import id.sidik.eligibility.report.ReportName;
import id.sidik.eligibility.report.SubjectKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was planted: for each report, the subjects that it should find, as {@code KIND subject}. */
public final class Plants {
    private final Map<ReportName, Set<String>> subjects = new EnumMap<>(ReportName.class);

    void add(ReportName report, SubjectKind kind, String subject) {
        subjects.computeIfAbsent(report, _ -> new TreeSet<>()).add(key(kind.name(), subject));
    }

    /** The subjects that a report should find. */
    public Set<String> of(ReportName report) {
        return Collections.unmodifiableSet(subjects.getOrDefault(report, Set.of()));
    }

    static String key(String kind, String subject) {
        return kind.toLowerCase(Locale.ROOT) + " " + subject;
    }
}
