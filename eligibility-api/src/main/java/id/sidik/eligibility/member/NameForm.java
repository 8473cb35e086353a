package id.sidik.eligibility.member;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An Indonesian name as it sounds: without titles, degrees and the freedom that spelling had before and after the reforms of 1947
 * and 1972 (oe, tj, dj, nj, sj).
 *
 * @param words upper case, A to Z, in the order in which they were written; none when nothing but titles was given
 */
public record NameForm(List<String> words) {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^A-Z]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’`´]");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern DOUBLED = Pattern.compile("([A-Z])\\1+");
    private static final Pattern FIRST_LETTER_ASIDE = Pattern.compile("(?<=.)[AEIOUHJY]");

    private static final Set<String> TITLES = Set.of(
            "H", "HJ", "DR", "DRS", "DRA", "DRG", "IR", "PROF", "KH", "NY", "TN", "SDR", "ALM", "ALMH", "BIN", "BINTI",
            "RM", "RA", "RR");

    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
            Map.entry("M", "MUHAMMAD"),
            Map.entry("MUH", "MUHAMMAD"),
            Map.entry("MOH", "MUHAMMAD"),
            Map.entry("MOCH", "MUHAMMAD"),
            Map.entry("MUCH", "MUHAMMAD"),
            Map.entry("MHD", "MUHAMMAD"),
            Map.entry("MOHD", "MUHAMMAD"),
            Map.entry("MOHAMAD", "MUHAMMAD"),
            Map.entry("MOHAMMAD", "MUHAMMAD"),
            Map.entry("MOCHAMAD", "MUHAMMAD"),
            Map.entry("MOCHAMMAD", "MUHAMMAD"),
            Map.entry("MUCHAMAD", "MUHAMMAD"),
            Map.entry("MUCHAMMAD", "MUHAMMAD"),
            Map.entry("ABD", "ABDUL"),
            Map.entry("ST", "SITI"));

    /** Spellings of one sound, replaced from left to right in this order. */
    private static final List<Map.Entry<String, String>> SOUNDS = List.of(
            Map.entry("OE", "U"),
            Map.entry("TJ", "C"),
            Map.entry("DJ", "J"),
            Map.entry("NJ", "NY"),
            Map.entry("SJ", "SY"),
            Map.entry("KH", "H"),
            Map.entry("CH", "H"),
            Map.entry("SY", "S"),
            Map.entry("DZ", "Z"),
            Map.entry("DH", "D"),
            Map.entry("TH", "T"),
            Map.entry("PH", "F"),
            Map.entry("V", "F"),
            Map.entry("P", "F"),
            Map.entry("Q", "K"),
            Map.entry("X", "KS"),
            Map.entry("Z", "S"),
            Map.entry("IE", "I"),
            Map.entry("Y", "I"));

    public NameForm {
        words = List.copyOf(words);
    }

    /** Hears a name. What follows a comma are degrees. */
    public static NameForm of(String name) {
        String plain =
                MARK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String withoutDegrees = plain.split(",", 2)[0];
        String upper =
                APOSTROPHE.matcher(withoutDegrees.toUpperCase(Locale.ROOT)).replaceAll("");
        return new NameForm(Arrays.stream(NOT_A_LETTER.split(upper))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .map(word -> SHORT_FORMS.getOrDefault(word, word))
                .map(NameForm::sound)
                .toList());
    }

    /** The consonants of all words, whatever their order: what slips of the pen seldom change. Stored under keyed hashes; never change it. */
    public String key() {
        return words.stream().map(NameForm::skeleton).distinct().sorted().collect(Collectors.joining(" "));
    }

    private static String sound(String word) {
        String heard = word;
        for (Map.Entry<String, String> spelling : SOUNDS) {
            heard = heard.replace(spelling.getKey(), spelling.getValue());
        }
        String once = DOUBLED.matcher(heard).replaceAll("$1");
        return once.length() > 1 && once.endsWith("H") ? once.substring(0, once.length() - 1) : once;
    }

    /** The consonants of a word, which slips of the pen seldom change; to find people by, not to tell them apart. */
    static String skeleton(String word) {
        return FIRST_LETTER_ASIDE.matcher(word).replaceAll("");
    }

    /**
     * How alike two names are: 1 when they sound the same, whatever the order of their words. Each word of the shorter name is put
     * beside the word of the longer one that it is most like (Jaro and Winkler); words that are left over count against, half.
     */
    public double likeness(NameForm other) {
        boolean ownIsShorter = words.size() <= other.words.size();
        NameForm shorter = ownIsShorter ? this : other;
        NameForm longer = ownIsShorter ? other : this;
        if (shorter.words.isEmpty()) {
            return 0;
        }
        boolean[] taken = new boolean[longer.words.size()];
        double alike = 0;
        double weights = 0;
        for (String word : shorter.words) {
            int best = longer.mostLike(word, taken);
            taken[best] = true;
            alike += word.length() * WordLikeness.of(word, longer.words.get(best));
            weights += word.length();
        }
        return alike / (weights + longer.lettersLeft(taken) / 2.0);
    }

    private int mostLike(String word, boolean[] taken) {
        int best = -1;
        double bestLikeness = -1;
        for (int i = 0; i < words.size(); i++) {
            double likeness = taken[i] ? -1 : WordLikeness.of(word, words.get(i));
            if (likeness > bestLikeness) {
                best = i;
                bestLikeness = likeness;
            }
        }
        return best;
    }

    private int lettersLeft(boolean[] taken) {
        int letters = 0;
        for (int i = 0; i < taken.length; i++) {
            letters += taken[i] ? 0 : words.get(i).length();
        }
        return letters;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "NameForm[" + words.size() + " words]";
    }
}
