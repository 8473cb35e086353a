package id.sidik.eligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code policy.yaml} says.
 *
 * @param edition year and number, by which people call the policy
 * @param files that belong to it
 */
record PolicyManifest(String edition, List<String> files) {
    private static final Pattern EDITION = Pattern.compile("[0-9]{4}\\.[0-9]{1,3}");
    private static final Pattern FILE = Pattern.compile("[a-z0-9-]{1,40}\\.yaml");

    PolicyManifest {
        files = List.copyOf(files);
    }

    /** @throws PolicyRefusedException for a manifest that is none */
    static PolicyManifest of(String text) {
        List<PolicyProblem> problems = new ArrayList<>();
        YamlNode root = YamlNode.root(PolicyFiles.MANIFEST, text, problems);
        String edition = root.text("edition");
        List<String> files = root.texts("files");
        root.nothingElse();
        if (!EDITION.matcher(edition).matches()) {
            root.problem("edition is a year and a number, such as 2026.2, not '" + edition + "'");
        }
        files.stream()
                .filter(file -> !FILE.matcher(file).matches())
                .forEach(file -> root.problem("'" + file + "' is no name of a file, such as jht.yaml"));
        if (!problems.isEmpty()) {
            throw new PolicyRefusedException(problems);
        }
        return new PolicyManifest(edition, files);
    }
}
