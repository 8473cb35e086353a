package id.sidik.benchmarks.sizing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The boxes that there are profiles for, smallest first. */
enum Appliance {
    KIOSK,
    BRANCH,
    HOSPITAL,
    CENTRAL;

    /** As the launcher calls it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its profile says. */
    BoxProfile profile() {
        String resource = "hardware-profiles/appliance/" + label() + ".yaml";
        try (@Nullable InputStream in = Appliance.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> values = FlatYaml.parse(resource, text);
            return BoxProfile.of(label(), values);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can not be read.", e);
        }
    }
}
