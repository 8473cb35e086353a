package id.sidik.bridge.console.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The scenes as a table for people and as JSON for programs. Milliseconds of what was not done stay empty. */
final class SceneTable {
    private static final List<String> STEPS =
            List.of("capture", "transfer", "verify", "facts", "policy", "audit", "sign", "total");
    private static final int TITLE_CHARS = 46;
    private static final int ANSWER_CHARS = 44;

    private SceneTable() {}

    static String of(List<Scene> scenes) {
        String head = line("", "who comes to the counter", "answer")
                + STEPS.stream()
                        .map(step -> String.format(Locale.ROOT, "%9s", step))
                        .collect(Collectors.joining());
        return scenes.stream().map(SceneTable::row).collect(Collectors.joining("\n", head + "\n", "\n(milliseconds)"));
    }

    private static String row(Scene scene) {
        String answer = scene.asExpected() ? scene.answer() : scene.answer() + " (expected " + scene.expected() + ")";
        return line(scene.asExpected() ? "ok" : "NO", scene.title(), answer)
                + STEPS.stream()
                        .map(step -> String.format(Locale.ROOT, "%9s", millis(scene, step)))
                        .collect(Collectors.joining());
    }

    private static String line(String mark, String title, String answer) {
        return String.format(Locale.ROOT, "%-3s%-" + TITLE_CHARS + "s%-" + ANSWER_CHARS + "s", mark, title, answer);
    }

    private static String millis(Scene scene, String step) {
        Double millis = scene.millis().get(step);
        return millis == null ? "" : String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.0f", millis);
    }

    static JsonArray jsonOf(List<Scene> scenes) {
        JsonArray rows = new JsonArray();
        for (Scene scene : scenes) {
            JsonObject row = new JsonObject();
            row.addProperty("scene", scene.title());
            row.addProperty("answer", scene.answer());
            row.addProperty("expected", scene.expected());
            row.addProperty("asExpected", scene.asExpected());
            JsonObject millis = new JsonObject();
            scene.millis().forEach(millis::addProperty);
            row.add("millis", millis);
            rows.add(row);
        }
        return rows;
    }
}
