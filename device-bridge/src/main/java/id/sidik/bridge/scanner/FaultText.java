package id.sidik.bridge.scanner;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What a person at the counter is told about a fault, and what she can do about it: one file a language. */
public final class FaultText {
    public static final Locale INDONESIAN = Locale.of("id");

    /** Those that have a file. */
    public static final List<Locale> LANGUAGES = List.of(INDONESIAN, Locale.ENGLISH);

    private static final String BUNDLE = "id.sidik.bridge.scanner.faults";

    private FaultText() {}

    /** In every language that has a file, by its ISO 639 code. */
    public static Map<String, String> inEveryLanguage(DeviceFault.Kind kind) {
        return LANGUAGES.stream()
                .collect(Collectors.toUnmodifiableMap(Locale::getLanguage, language -> of(kind, language)));
    }

    /** One or two sentences; in English where the language has no file. */
    public static String of(DeviceFault.Kind kind, Locale language) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(kind.name());
    }
}
