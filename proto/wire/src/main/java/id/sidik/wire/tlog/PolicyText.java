package id.sidik.wire.tlog;

import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.VerifierKey;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a {@link TrustPolicy}, line by line. */
final class PolicyText {
    private final Map<String, VerifierKey> logs = new HashMap<>();
    private final Map<String, TrustPolicy.Witness> witnesses = new LinkedHashMap<>();
    private final Map<String, TrustPolicy.Group> groups = new HashMap<>();
    private Optional<String> quorum = Optional.empty();
    private boolean quorumSaid;

    TrustPolicy read(String text) {
        List<String> lines = text.lines().limit(TrustPolicy.LINES_MAX + 1L).toList();
        if (lines.size() > TrustPolicy.LINES_MAX) {
            throw new IllegalArgumentException("a policy has at most " + TrustPolicy.LINES_MAX + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                readNumbered(i + 1, line);
            }
        }
        if (!quorumSaid) {
            throw new IllegalArgumentException("a policy says who must have witnessed: 'quorum NAME' or 'quorum none'");
        }
        return new TrustPolicy(logs, witnesses, groups, quorum);
    }

    private void readNumbered(int number, String line) {
        try {
            readLine(List.of(line.split("\\s+", -1)));
        } catch (ProofRefusedException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "line %d of the policy: %s", number, e.getMessage()), e);
        }
    }

    private void readLine(List<String> words) {
        switch (words.getFirst()) {
            case "log" -> readLog(words);
            case "witness" -> readWitness(words);
            case "group" -> readGroup(words);
            case "quorum" -> readQuorum(words);
            default ->
                throw new IllegalArgumentException(
                        "it begins with log, witness, group or quorum, not '" + words.getFirst() + "'");
        }
    }

    private void readLog(List<String> words) {
        requireWords(words, 2, 3, "log VERIFIER-KEY [URL]");
        VerifierKey key = key(words.get(1), VerifierKey.Kind.NOTE);
        if (logs.put(key.name(), key) != null) {
            throw new IllegalArgumentException("the log " + key.name() + " is named twice");
        }
    }

    private void readWitness(List<String> words) {
        requireWords(words, 3, 4, "witness NAME VERIFIER-KEY [URL]");
        String name = newName(words.get(1));
        witnesses.put(
                name,
                new TrustPolicy.Witness(
                        key(words.get(2), VerifierKey.Kind.COSIGNATURE),
                        words.size() == 4 ? Optional.of(url(words.get(3))) : Optional.empty()));
    }

    private void readGroup(List<String> words) {
        requireWords(words, 4, TrustPolicy.LINES_MAX, "group NAME any|all|K MEMBER...");
        List<String> members = words.subList(3, words.size());
        members.forEach(this::requireKnown);
        if (members.stream().distinct().count() != members.size()) {
            throw new IllegalArgumentException("a member of the group is named twice");
        }
        int needed = switch (words.get(2)) {
            case "any" -> 1;
            case "all" -> members.size();
            case String number when number.matches("[1-9][0-9]{0,2}") -> Integer.parseInt(number);
            default -> throw new IllegalArgumentException("a group needs any, all, or a number of its members");
        };
        groups.put(newName(words.get(1)), new TrustPolicy.Group(needed, members));
    }

    private void readQuorum(List<String> words) {
        requireWords(words, 2, 2, "quorum NAME|none");
        if (quorumSaid) {
            throw new IllegalArgumentException("the quorum is named twice");
        }
        quorumSaid = true;
        if (!TrustPolicy.isNoQuorum(words.get(1))) {
            requireKnown(words.get(1));
            quorum = Optional.of(words.get(1));
        }
    }

    private String newName(String name) {
        if (witnesses.containsKey(name) || groups.containsKey(name) || TrustPolicy.isNoQuorum(name)) {
            throw new IllegalArgumentException("the name " + name + " is taken");
        }
        return name;
    }

    private void requireKnown(String name) {
        if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
            throw new IllegalArgumentException("no witness and no group above is called " + name);
        }
    }

    private static VerifierKey key(String text, VerifierKey.Kind kind) {
        VerifierKey key = VerifierKey.parse(text);
        if (key.kind() != kind) {
            throw new IllegalArgumentException(
                    kind == VerifierKey.Kind.COSIGNATURE
                            ? "this key signs notes; a witness has a key that cosigns (type 4)"
                            : "this key cosigns; a log has a key that signs notes (type 1)");
        }
        return key;
    }

    private static URI url(String text) {
        URI url = URI.create(text.endsWith("/") ? text : text + "/");
        if (url.getHost() == null || !(text.startsWith("http://") || text.startsWith("https://"))) {
            throw new IllegalArgumentException("not the http or https address of a witness: " + text);
        }
        return url;
    }

    private static void requireWords(List<String> words, int min, int max, String form) {
        if (words.size() < min || words.size() > max) {
            throw new IllegalArgumentException("it reads: " + form);
        }
    }
}
