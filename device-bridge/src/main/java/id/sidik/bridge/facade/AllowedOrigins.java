package id.sidik.bridge.facade;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may use a façade: pages of named origins (RFC 6454, as browsers write them), and programs, which have none.
 *
 * @param pages such as {@code https://his.example.go.id}; at most {@value #PAGES_MAX}
 * @param programs whether requests that no browser sent are let in
 */
public record AllowedOrigins(Set<String> pages, boolean programs) {
    static final int PAGES_MAX = 64;

    /** How a setting says that programs are let in. */
    static final String PROGRAMS = "programs";

    /** Lower case, no path, no default port: a browser sends nothing else. */
    private static final Pattern ORIGIN = Pattern.compile(
            "https?://([a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,9}|\\[[0-9a-f:]{2,39}])" + "(:[1-9][0-9]{0,4})?");

    public AllowedOrigins {
        pages = Set.copyOf(pages);
        if (pages.size() > PAGES_MAX) {
            throw new IllegalArgumentException("at most " + PAGES_MAX + " origins, not " + pages.size());
        }
        pages.forEach(AllowedOrigins::requireOrigin);
    }

    /**
     * Reads a setting: origins and {@code programs}, separated by commas; nothing lets nobody in.
     *
     * @throws IllegalArgumentException naming the part that is no origin
     */
    public static AllowedOrigins parse(String setting) {
        Set<String> parts = new LinkedHashSet<>(Arrays.asList(setting.strip().split("\\s*,\\s*")));
        parts.remove("");
        boolean programs = parts.remove(PROGRAMS);
        return new AllowedOrigins(parts, programs);
    }

    /** Whether nobody is let in, so that the façade is not opened at all. */
    public boolean isNobody() {
        return pages.isEmpty() && !programs;
    }

    /**
     * Whether a request is let in.
     *
     * @param origin the header Origin
     * @param fromBrowser whether it carries marks that browsers alone set; without an origin it then comes from an address bar, a link
     *     or a picture of a page that we do not know
     */
    boolean admits(Optional<String> origin, boolean fromBrowser) {
        return origin.map(pages::contains).orElse(programs && !fromBrowser);
    }

    private static void requireOrigin(String text) {
        if (!ORIGIN.matcher(text).matches() || text.matches("http://.*:80|https://.*:443")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no origin as browsers write it; use https://his.example.go.id,"
                            + " with a port unless it is the scheme's own and without a path, or " + PROGRAMS);
        }
    }
}
