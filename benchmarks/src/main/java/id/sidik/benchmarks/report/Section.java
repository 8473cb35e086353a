package id.sidik.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one measurement has to say.
 *
 * @param key its name in the JSON
 * @param title one line over its text
 * @param text for people, ending in a new line
 * @param json for programs
 */
public record Section(String key, String title, String text, JsonNode json) {}
