package id.sidik.bridge.console;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The contracts' enum words as they are typed and printed: {@code right-index} for {@code RIGHT_INDEX}. */
public final class Words {
    private Words() {}

    /**
     * Reads a word as it was typed; also as the contract writes it, HOSPITAL_ADMISSION.
     *
     * @throws UnusableInputException listing the words that there are
     */
    public static <E extends Enum<E> & ProtocolMessageEnum> E parse(Class<E> words, String typed, String option) {
        return Arrays.stream(words.getEnumConstants())
                .filter(Words::isReal)
                .filter(word -> of(word).equals(typed.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new UnusableInputException(String.format(
                        Locale.ROOT,
                        "%s '%s' is not known; use one of %s",
                        option,
                        typed,
                        Arrays.stream(words.getEnumConstants())
                                .filter(Words::isReal)
                                .map(Words::of)
                                .collect(Collectors.joining(", ")))));
    }

    /** A word as it is typed. */
    public static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isReal(Enum<?> word) {
        return !word.name().endsWith("UNSPECIFIED") && !word.name().equals("UNRECOGNIZED");
    }
}
