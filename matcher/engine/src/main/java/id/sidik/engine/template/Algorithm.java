package id.sidik.engine.template;

import java.util.regex.Pattern;

/**
 * Who made a template, and so who alone can compare it. Written {@code name/version}, for example {@code sourceafis/3.18.1}.
 *
 * @param name 1 to 32 of {@code [a-z0-9.-]}
 * @param version 1 to 32 of {@code [a-z0-9.-]}
 */
public record Algorithm(String name, String version) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9.-]{1,32}");

    public Algorithm {
        if (!isWord(name) || !isWord(version)) {
            throw new IllegalArgumentException(
                    "Name and version of an algorithm are 1 to 32 of [a-z0-9.-]: " + name + "/" + version);
        }
    }

    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
