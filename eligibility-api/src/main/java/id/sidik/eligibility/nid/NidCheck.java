package id.sidik.eligibility.nid;

import java.util.List;

/** What the rules say about a text that claims to be a national ID number. */
public sealed interface NidCheck {
    /** A number that can exist. Warnings are for people to look at; they refuse nothing. */
    record Accepted(Nid nid, NidDetails details, List<NidWarning> warnings) implements NidCheck {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** Not a number that can exist; the first fault found. */
    record Refused(NidFault fault) implements NidCheck {}
}
