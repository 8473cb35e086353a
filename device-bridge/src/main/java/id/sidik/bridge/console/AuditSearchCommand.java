package id.sidik.bridge.console;

import id.sidik.eligibility.v1.AuditWord;
import id.sidik.eligibility.v1.FoundAuditEvent;
import id.sidik.eligibility.v1.ListAuditWordsRequest;
import id.sidik.eligibility.v1.ListAuditWordsResponse;
import id.sidik.eligibility.v1.SearchAuditRequest;
import id.sidik.eligibility.v1.SearchAuditResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "search",
        description =
                "Finds audit events by type or by member, newest first; the search is an event of the log as well.")
final class AuditSearchCommand extends ServiceCommand {
    @Option(names = "--types", description = "List the types that there are, and search for nothing.")
    private boolean types;

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "", description = "Only events of this type.")
    private String type = "";

    @Option(names = "--nid", paramLabel = "NID", defaultValue = "", description = "Only events about this member.")
    private String nid = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many, 1 to 200 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--before",
            paramLabel = "INDEX",
            description = "Only events before this one, to go on where a search ended.")
    private @Nullable Long beforeIndex;

    @Override
    protected int run(Services services) {
        if (types) {
            ListAuditWordsResponse words =
                    services.reports().listAuditWords(ListAuditWordsRequest.getDefaultInstance());
            answer(words, table(words.getEventTypesList()));
            return ExitCode.YES;
        }
        SearchAuditRequest.Builder wanted =
                SearchAuditRequest.newBuilder().setType(type).setNid(nid).setLimit(limit);
        if (beforeIndex != null) {
            wanted.setBeforeIndex(beforeIndex);
        }
        SearchAuditResponse found = services.reports().searchAudit(wanted.build());
        answer(found, lines(found));
        return ExitCode.YES;
    }

    private static String table(List<AuditWord> words) {
        return words.stream()
                .map(word -> String.format(Locale.ROOT, "%-24s %s", word.getName(), word.getTextEn()))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(SearchAuditResponse found) {
        String events =
                found.getEventsList().stream().map(AuditSearchCommand::line).collect(Collectors.joining("\n"));
        if (!found.hasNextBeforeIndex()) {
            return events.isEmpty() ? "no such event in the log" : events;
        }
        String further = "the log before event " + found.getNextBeforeIndex()
                + " was not searched; go on with --before=" + found.getNextBeforeIndex();
        return events.isEmpty() ? further : events + "\n" + further;
    }

    private static String line(FoundAuditEvent event) {
        return String.format(Locale.ROOT, "%6d  %s", event.getIndex(), event.getContent());
    }
}
