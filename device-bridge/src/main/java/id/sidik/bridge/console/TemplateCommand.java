package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "template",
        description = "Looks into fingerprint templates and converts them, in files; no service is asked.",
        subcommands = {TemplateConvertCommand.class, TemplateShowCommand.class})
final class TemplateCommand {}
