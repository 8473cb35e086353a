package id.sidik.bridge.console;

import picocli.CommandLine.Option;

/** Whom a command is about: by the one number or by the other. */
public final class PersonOptions {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(
            names = "--card",
            required = true,
            paramLabel = "NUMBER",
            description = "Instead: the number on the card, 13 digits (JKN) or 11 (KPJ).")
    private String cardNumber = "";

    /** Empty where a card was named. */
    public String nid() {
        return nid;
    }

    /** Empty where a NID was named. */
    public String cardNumber() {
        return cardNumber;
    }
}
