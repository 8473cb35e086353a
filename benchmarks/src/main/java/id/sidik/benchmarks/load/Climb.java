package id.sidik.benchmarks.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How much of one kind of question the gate bears.
 *
 * @param steps all that were tried on the way to saturation
 * @param saturation the highest rate that was held
 * @param at70Percent 70 % of it
 * @param twice twice of it
 */
record Climb(List<Step> steps, Step saturation, Step at70Percent, Step twice) {
    Climb {
        steps = List.copyOf(steps);
    }

    ObjectNode json() {
        ObjectNode json = saturation.json();
        json.set("at70Percent", at70Percent.json());
        json.set("atTwice", twice.json());
        ArrayNode all = json.putArray("steps");
        steps.forEach(step -> all.add(step.json()));
        return json;
    }
}
