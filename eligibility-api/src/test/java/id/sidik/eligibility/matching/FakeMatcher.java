package id.sidik.eligibility.matching;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.Coverage;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.PrintAbsence;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SampleQuality;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.eligibility.matching.MatcherUnavailableException.Why;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.matcher.v1.ComparePrintsResponse;
import id.sidik.matcher.v1.ReleasedReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A matcher for which a finger is a word: the same word is the same finger. Fails, and crashes its caller, on demand. */
public final class FakeMatcher implements Matcher {
    private MatcherStanding standing = new MatcherStanding(true, 1, 4, 2);
    private static final double TARGET_FMR = 1e-4;
    private static final Duration SEARCH = Duration.ofMillis(10);
    private static final SampleQuality GOOD =
            SampleQuality.newBuilder().setScore(90).build();
    private static final SampleQuality POOR =
            SampleQuality.newBuilder().setScore(3).build();
    private static final String SMUDGE = "smudge";

    private final Map<SubjectId, List<String>> gallery = new ConcurrentHashMap<>();
    private final Map<SubjectId, SubjectTraits> traits = new ConcurrentHashMap<>();
    private final AtomicInteger verifications = new AtomicInteger();
    private volatile boolean down;
    private volatile boolean galleryIncomplete;
    private volatile boolean crashAfterEnrolment;
    private volatile Runnable beforeAnswering = () -> {};

    /** What a scanner would send for this finger. */
    public static Sample sample(String finger) {
        return Sample.newBuilder()
                .setTemplate(SidikTemplate.newBuilder().setContent(ByteString.copyFromUtf8(finger)))
                .build();
    }

    /** A sample that nothing can be compared with. */
    public static Sample smudge() {
        return sample(SMUDGE);
    }

    public void down(boolean nowDown) {
        down = nowDown;
    }

    public void galleryIncomplete() {
        galleryIncomplete = true;
    }

    /** The next enrolments are stored, and the caller never hears of it. */
    public void crashAfterEnrolment(boolean crash) {
        crashAfterEnrolment = crash;
    }

    /** Runs on the thread of each call before it is answered: it may wait, and break. */
    public void beforeAnswering(Runnable step) {
        beforeAnswering = step;
    }

    /** Subjects with references. */
    public int subjects() {
        return gallery.size();
    }

    public int verifications() {
        return verifications.get();
    }

    @Override
    public Verification verify(SubjectId subject, Samples probes, double targetFmr, Duration patience) {
        answer();
        verifications.incrementAndGet();
        List<String> references = gallery.get(subject);
        if (references == null) {
            return new Verification.NoReference();
        }
        if (isPoor(probes)) {
            return new Verification.TooPoor(List.of(POOR));
        }
        boolean match = references.contains(finger(probes));
        return new Verification.Compared(match, match ? 1e-6 : 0.4, TARGET_FMR, "fake/1", List.of(GOOD));
    }

    @Override
    public Identification identify(Samples probes, SearchTerms terms, Duration patience) {
        answer();
        List<SubjectId> considered = gallery.keySet().stream()
                .filter(subject -> passes(terms.filter(), subject))
                .toList();
        boolean partial =
                terms.budget().map(budget -> budget.compareTo(SEARCH) < 0).orElse(false);
        return new Identification(
                partial
                        ? List.of()
                        : others(new SubjectId("nobody"), probes).stream()
                                .filter(candidate -> considered.contains(candidate.subject()))
                                .toList(),
                Coverage.getDefaultInstance(),
                1e-3,
                SEARCH,
                partial,
                gallery.size(),
                partial ? 0 : considered.size());
    }

    private boolean passes(SubjectFilter filter, SubjectId subject) {
        SubjectTraits known = traits.getOrDefault(subject, SubjectTraits.UNKNOWN);
        return (filter.sex().isEmpty() || known.sex().isEmpty() || known.sex().equals(filter.sex()))
                && (known.birthYear().isEmpty()
                        || filter.birthYears()
                                .map(years -> years.first() <= known.birthYear().getAsInt()
                                        && known.birthYear().getAsInt() <= years.last())
                                .orElse(true))
                && (filter.regencies().isEmpty()
                        || known.regency().map(filter.regencies()::contains).orElse(true));
    }

    /** What the matcher was told of a subject when she was enrolled. */
    public Optional<SubjectTraits> traitsOf(SubjectId subject) {
        return Optional.ofNullable(traits.get(subject));
    }

    /** As if she had been enrolled before traits were kept. */
    public void forgetTraits(SubjectId subject) {
        traits.remove(subject);
    }

    @Override
    public synchronized Enrolment enrol(
            String key, SubjectId subject, SubjectTraits known, Samples samples, Duration patience) {
        answer();
        if (isPoor(samples)) {
            return new Enrolment.TooPoor(List.of(POOR));
        }
        List<MatchCandidate> others = others(subject, samples);
        if (!others.isEmpty()) {
            return new Enrolment.DuplicatesSuspected(others);
        }
        return stored(subject, known, samples);
    }

    private Enrolment stored(SubjectId subject, SubjectTraits known, Samples samples) {
        traits.put(subject, known);
        gallery.put(
                subject, samples.messages().stream().map(FakeMatcher::finger).toList());
        if (crashAfterEnrolment) {
            throw new MatcherUnavailableException("the answer was lost", Why.NO_ANSWER);
        }
        return new Enrolment.Enrolled(samples.messages().stream().map(_ -> GOOD).toList());
    }

    @Override
    public synchronized Enrolment enrolUnsearched(
            String key, SubjectId subject, SubjectTraits known, Samples samples, Duration patience) {
        answer();
        if (isPoor(samples)) {
            return new Enrolment.TooPoor(List.of(POOR));
        }
        return stored(subject, known, samples);
    }

    @Override
    public int withdraw(String key, SubjectId subject, Duration patience) {
        answer();
        List<String> references = gallery.remove(subject);
        traits.remove(subject);
        return references == null ? 0 : references.size();
    }

    /** Everybody whose fingers are somebody else's, too. */
    @Override
    public Iterator<DuplicateFinding> deduplicate(DuplicateJob job) {
        answer();
        List<DuplicateFinding> findings = new ArrayList<>();
        List<Map.Entry<SubjectId, List<String>>> subjects = List.copyOf(gallery.entrySet());
        for (int i = 0; i < subjects.size(); i++) {
            for (Map.Entry<SubjectId, List<String>> other : subjects.subList(i + 1, subjects.size())) {
                Map.Entry<SubjectId, List<String>> one = subjects.get(i);
                if (other.getValue().stream().anyMatch(one.getValue()::contains)) {
                    long number = findings.size() + 1L;
                    findings.add(new DuplicateFinding.Pair(number, one.getKey(), other.getKey(), 1e-6, 1e-4));
                }
            }
        }
        findings.add(new DuplicateFinding.Progress(
                subjects.size(), subjects.size(), findings.size(), Optional.of(Duration.ZERO), true));
        return findings.iterator();
    }

    @Override
    public long copyReferences(String copyId, Duration patience) {
        return 0;
    }

    @Override
    public List<ReleasedTemplates> release(List<SubjectId> subjects, Duration patience) {
        answer();
        return subjects.stream()
                .map(subject -> new ReleasedTemplates(gallery.getOrDefault(subject, List.of()).stream()
                        .map(finger -> ReleasedReference.newBuilder()
                                .setTemplate(sample(finger).getTemplate())
                                .build())
                        .toList()))
                .toList();
    }

    /** The word itself stands for what only a matcher can read. */
    @Override
    public Optional<HeldPrints> hold(String caseId, Samples samples, Duration patience) {
        answer();
        return isPoor(samples)
                ? Optional.empty()
                : Optional.of(new HeldPrints(caseId, finger(samples).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public PrintReview review(ProbePrints probe, SubjectId reference, FingerPosition finger, Duration patience) {
        answer();
        List<String> probes = switch (probe) {
            case ProbePrints.Enrolled(SubjectId subject) -> gallery.getOrDefault(subject, List.of());
            case ProbePrints.Held(HeldPrints prints) -> List.of(new String(prints.sealed(), StandardCharsets.UTF_8));
        };
        List<String> references = gallery.getOrDefault(reference, List.of());
        ComparePrintsResponse.Builder response = ComparePrintsResponse.newBuilder();
        if (probes.isEmpty() || references.isEmpty()) {
            return new PrintReview(
                    response.setAbsence(probes.isEmpty() ? PrintAbsence.PROBE_ABSENT : PrintAbsence.REFERENCE_ABSENT)
                            .build());
        }
        return new PrintReview(response.addFingers(FingerPosition.RIGHT_INDEX)
                .setComparison(FakePrints.laidOver(probes.getFirst(), references.getFirst()))
                .build());
    }

    @Override
    public MatcherStanding standing() {
        return down ? MatcherStanding.ABSENT : standing;
    }

    /** What it says of itself from now on, while it is not down. */
    public void standing(MatcherStanding said) {
        standing = said;
    }

    private void answer() {
        beforeAnswering.run();
        if (down) {
            throw new MatcherUnavailableException("switched off", Why.NO_ANSWER);
        }
        if (galleryIncomplete) {
            throw new MatcherUnavailableException("a partition is missing", Why.GALLERY_INCOMPLETE);
        }
    }

    private List<MatchCandidate> others(SubjectId subject, Samples probes) {
        return gallery.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(subject))
                .filter(entry -> entry.getValue().contains(finger(probes)))
                .map(entry -> new MatchCandidate(entry.getKey(), 1e-6, 1e-4))
                .toList();
    }

    private static boolean isPoor(Samples samples) {
        return finger(samples).equals(SMUDGE);
    }

    private static String finger(Samples samples) {
        return finger(samples.messages().getFirst());
    }

    private static String finger(Sample sample) {
        return sample.getTemplate().getContent().toStringUtf8();
    }
}
