package id.sidik.eligibility.journey;

import id.sidik.eligibility.member.AdjudicationCase.Candidate;
import id.sidik.eligibility.member.Block;
import id.sidik.eligibility.member.DistinctPairBody;
import id.sidik.eligibility.member.Likeness;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.ProfileBody;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.EligibilityStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Searches for members who may be an applicant by name and birth date. They are found under keyed hashes of words that spelling seldom
 * changes, and then compared themselves.
 */
final class DataDuplicates {
    /** Most members that one search compares; more share a word on days that clerks write down when nobody knows the day. */
    static final int COMPARED_MAX = 2_000;

    private final Books books;

    DataDuplicates(Books books) {
        this.books = books;
    }

    /**
     * What a search found.
     *
     * @param suspects members who look alike, most alike first
     * @param cutShort whether there were more to compare than {@link #COMPARED_MAX}
     */
    record Found(List<Suspect> suspects, boolean cutShort) {
        Found {
            suspects = List.copyOf(suspects);
        }

        /** Without those whose fingers have been searched and are not the applicant's. */
        Found clearedByFingers() {
            return new Found(
                    suspects.stream()
                            .filter(suspect -> !suspect.member().fingersEnrolled())
                            .toList(),
                    cutShort);
        }

        List<Candidate> candidates(int max) {
            return suspects.stream()
                    .limit(max)
                    .map(suspect -> Candidate.byData(suspect.member().subject(), suspect.likeness()))
                    .toList();
        }
    }

    /** A member who looks like somebody. */
    record Suspect(Member member, double likeness) {}

    /** Whoever else may be this person. */
    Found search(Nid nid, Likeness.Person person) {
        Set<Nid> like = new LinkedHashSet<>();
        for (String word : Likeness.blocksToSearch(person)) {
            collect(hash(word), like);
        }
        boolean cutShort = like.size() > COMPARED_MAX;
        List<Suspect> suspects = new ArrayList<>();
        like.stream()
                .filter(other -> !other.equals(nid))
                .limit(COMPARED_MAX)
                .forEach(other -> suspect(nid, other, person).ifPresent(suspects::add));
        suspects.sort(Comparator.comparingDouble(Suspect::likeness).reversed());
        return new Found(suspects, cutShort);
    }

    private void collect(String hash, Set<Nid> like) {
        Optional<String> token = Optional.empty();
        do {
            Page<Block> page = books.store().page(Block.KIND, RecordKey.of(hash), token, EligibilityStore.PAGE_MAX);
            page.entries().forEach(block -> like.add(block.nid()));
            token = page.nextToken();
        } while (token.isPresent() && like.size() <= COMPARED_MAX);
    }

    private Optional<Suspect> suspect(Nid nid, Nid other, Likeness.Person person) {
        return books.store()
                .findMember(other)
                .filter(member -> member.status() != MemberStatus.MERGED)
                .flatMap(member -> likeness(member, person)
                        .filter(likeness -> likeness >= Likeness.SUSPECTED_FROM)
                        .filter(_ -> !knownToBeTwo(nid, other))
                        .map(likeness -> new Suspect(member, likeness)));
    }

    /** How alike a member and somebody are; empty of a member of whom no more than the name is known. */
    Optional<Double> likeness(Member member, Likeness.Person person) {
        return books.store()
                .find(ProfileBody.KIND, RecordKey.of(member.nid()))
                .map(profile -> Likeness.of(Likeness.Person.of(member.fullName(), profile), person));
    }

    /** Whether officers have found that the two are two. */
    boolean knownToBeTwo(Nid nid, Nid other) {
        return books.store()
                .find(DistinctPairBody.KIND, RecordKey.of(nid).then(other))
                .isPresent();
    }

    /** Under what a member is to be filed, so that her like are found. */
    List<Block> blocks(Nid nid, Likeness.Person person) {
        return Likeness.blocksOf(person).stream()
                .map(word -> new Block(hash(word), nid))
                .toList();
    }

    private String hash(String word) {
        return books.keys().nidHasher().hexOfText(word, NidHasher.Use.LIKENESS);
    }
}
