package id.sidik.bridge.http;

import id.sidik.eligibility.v1.Purpose;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What this kiosk is, as {@code GET /api/setting} tells the page.
 *
 * @param languages in the order in which they are offered; each is a file {@code texts/<language>.json} of the page
 * @param purposes in the order in which they are offered
 */
public record KioskSetting(KioskMode mode, List<String> languages, List<Purpose> purposes) implements HttpService {
    public static final int PURPOSES_MAX = 12;

    public KioskSetting {
        languages = List.copyOf(languages);
        purposes = List.copyOf(purposes);
        if (languages.isEmpty() || !languages.stream().allMatch(KioskSetting::hasTexts)) {
            throw new IllegalArgumentException("kiosk-languages must be one or more of the files of the page's folder"
                    + " texts, without ending, such as id,en: " + languages);
        }
        if (purposes.isEmpty() || purposes.size() > PURPOSES_MAX) {
            throw new IllegalArgumentException("kiosk-purposes must be 1 to " + PURPOSES_MAX + ": " + purposes);
        }
    }

    private static boolean hasTexts(String language) {
        return language.matches("[a-z]{2,3}")
                && KioskSetting.class.getResource("kiosk/texts/" + language + ".json") != null;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                "/",
                (_, response) -> response.header(HeaderNames.CONTENT_TYPE, "application/json")
                        .send(json()));
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"mode\":\"%s\",\"languages\":[%s],\"purposes\":[%s]}",
                mode.label(),
                quoted(languages),
                quoted(purposes.stream().map(Purpose::name).toList()));
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(","));
    }
}
