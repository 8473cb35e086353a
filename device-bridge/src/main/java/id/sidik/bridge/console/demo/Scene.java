package id.sidik.bridge.console.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was played and what came of it.
 *
 * @param answer what was answered
 * @param expected how the answer must begin
 * @param millis of each step that was taken, by name, in order
 */
record Scene(String title, String answer, String expected, Map<String, Double> millis) {
    Scene {
        millis = new LinkedHashMap<>(millis);
    }

    boolean asExpected() {
        return answer.startsWith(expected);
    }
}
