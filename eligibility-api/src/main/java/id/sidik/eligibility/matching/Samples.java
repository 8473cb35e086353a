package id.sidik.eligibility.matching;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Impressions of one person's fingers on their way to the matcher. The gate does not look inside, and neither does a log: this is
 * why they are not passed about as a list, which would print itself whole.
 */
public final class Samples {
    /** The most that one request carries. */
    public static final int COUNT_MAX = 20;

    public static final Samples NONE = new Samples(List.of());

    private final List<Sample> samples;

    private Samples(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    /**
     * Takes them as they are.
     *
     * @throws IllegalArgumentException when there are more than {@link #COUNT_MAX}
     */
    public static Samples of(List<Sample> samples) {
        if (samples.size() > COUNT_MAX) {
            throw new IllegalArgumentException("at most " + COUNT_MAX + " samples, not " + samples.size());
        }
        return samples.isEmpty() ? NONE : new Samples(samples);
    }

    public boolean isEmpty() {
        return samples.isEmpty();
    }

    /** The SHA-256 of each sample, whatever finger it is said to be of, in hexadecimal digits. */
    public Set<String> hashes() {
        return samples.stream()
                .map(sample -> sample.toBuilder().clearFinger().build().toByteArray())
                .map(content -> HexFormat.of().formatHex(sha256().digest(content)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The fingers that they are said to be of, by the contract's names; an unknown one is not among them. */
    public Set<String> fingers() {
        return samples.stream()
                .map(Sample::getFinger)
                .filter(finger ->
                        finger != FingerPosition.FINGER_POSITION_UNSPECIFIED && finger != FingerPosition.UNRECOGNIZED)
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same for the same bytes, and nothing else can be learned from it: SHA-256 in hexadecimal. Empty without samples. */
    public Optional<String> digest() {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        samples.forEach(sample -> digest.update(sample.toByteArray()));
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    List<Sample> messages() {
        return samples;
    }

    @Override
    public String toString() {
        return "Samples[" + samples.size() + "]";
    }
}
