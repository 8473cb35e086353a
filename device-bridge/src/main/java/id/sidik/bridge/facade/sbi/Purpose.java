package id.sidik.bridge.facade.sbi;

import java.util.Arrays;
import java.util.Optional;

/** What a device of SBI is for; it is one of both. */
public enum Purpose {
    AUTH("Auth"),
    REGISTRATION("Registration");

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The purpose that SBI spells so. */
    public static Optional<Purpose> named(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word.equals(word))
                .findFirst();
    }
}
