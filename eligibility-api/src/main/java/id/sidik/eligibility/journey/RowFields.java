package id.sidik.eligibility.journey;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The named fields of one row of a file, read as the contract's words. A field that is not there is empty. */
final class RowFields {
    private static final int FIELDS_MAX = 40;
    private static final int VALUE_CHARS_MAX = 500;
    private static final int NUMBER_DIGITS_MAX = 15;

    private final Map<String, String> fields;

    /** @throws RequestRefusedException ROW_INVALID for fields that the table does not have */
    RowFields(Map<String, String> fields, Set<String> known) {
        if (fields.size() > FIELDS_MAX
                || fields.values().stream().anyMatch(value -> value.length() > VALUE_CHARS_MAX)) {
            throw RequestRefusedException.invalid(
                    "ROW_INVALID", "a row has at most 40 fields of at most 500 characters");
        }
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw RequestRefusedException.invalid(
                    "ROW_INVALID",
                    "the table has no field " + unknown.iterator().next() + "; its fields are " + known);
        }
        this.fields = Map.copyOf(fields);
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** 0 where nothing is said. */
    long number(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() > NUMBER_DIGITS_MAX || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new BadField(field, "must be a whole number of at most 15 digits, without dots or commas");
        }
        return Long.parseLong(text);
    }

    /** The word that is 0 where nothing is said. */
    <E extends Enum<E> & ProtocolMessageEnum> E word(String field, Class<E> words) {
        return word(field, text(field), words);
    }

    /** Words with spaces between. */
    <E extends Enum<E> & ProtocolMessageEnum> List<E> words(String field, Class<E> words) {
        return texts(field).stream().map(word -> word(field, word, words)).toList();
    }

    /** Texts with spaces between. */
    List<String> texts(String field) {
        return Arrays.stream(text(field).split("[ ;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static <E extends Enum<E> & ProtocolMessageEnum> E word(String field, String text, Class<E> words) {
        E unspecified = words.getEnumConstants()[0];
        if (text.isEmpty()) {
            return unspecified;
        }
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word != unspecified && !word.name().equals("UNRECOGNIZED"))
                .filter(word -> word.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadField(field, "must be one of " + real(words)));
    }

    private static <E extends Enum<E>> List<String> real(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .skip(1)
                .map(Enum::name)
                .filter(name -> !name.equals("UNRECOGNIZED"))
                .toList();
    }

    /** A field says what it cannot. */
    static final class BadField extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String field;

        BadField(String field, String cure) {
            super(field + " " + cure);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
