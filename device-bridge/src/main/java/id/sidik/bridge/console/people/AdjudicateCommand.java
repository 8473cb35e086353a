package id.sidik.bridge.console.people;

import picocli.CommandLine.Command;

/** Who look alike. */
@Command(
        name = "adjudicate",
        description = {
            "Cases of people who look alike: shows them, and says whether they are one.",
            "Whatever takes something away from somebody needs two officers: the first proposes, the second says the"
                    + " same."
        },
        subcommands = {
            AdjudicateListCommand.class,
            AdjudicateShowCommand.class,
            AdjudicateOpenCommand.class,
            AdjudicateDecideCommand.class,
            AdjudicateSplitCommand.class
        })
public final class AdjudicateCommand {}
