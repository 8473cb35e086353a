package id.sidik.bridge.scanner;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a person at the counter is told about a fault, and what she can do about it: one file a language. */
public final class FaultText {
    public static final Locale INDONESIAN = Locale.of("id");

    /** Those that have a file. */
    public static final List<Locale> LANGUAGES = List.of(INDONESIAN, Locale.ENGLISH);

    private static final String BUNDLE = "id.sidik.bridge.scanner.faults";

    private FaultText() {}

    /** One or two sentences; in English where the language has no file. */
    public static String of(DeviceFault.Kind kind, Locale language) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(kind.name());
    }
}
