package id.sidik.bridge.console.explain;

import java.util.Locale;

/** Text that is safe within HTML and SVG, in elements and in quoted attributes. */
final class Markup {
    private static final String UNSHOWABLE = "\uFFFD";

    private Markup() {}

    /** Escapes, and shows what would not be seen: a name may not hide its end or turn its direction. */
    static String text(String raw) {
        StringBuilder safe = new StringBuilder();
        raw.codePoints().forEach(code -> safe.append(safe(code)));
        return safe.toString();
    }

    private static String safe(int code) {
        return switch (code) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> isShown(code) ? Character.toString(code) : UNSHOWABLE;
        };
    }

    private static boolean isShown(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A number with so many digits behind the point. */
    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
