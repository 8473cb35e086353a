package id.sidik.bridge.console;

/** What joining does to a facility beside letting a bridge in; an officer who does not know it turns people away with her other scanners. */
final class FacilityRule {
    private FacilityRule() {}

    static String words(String facility) {
        return "once a bridge has joined, " + facility
                + " takes captures of registered devices alone: register its others too"
                + " ('./sidik device register'), or their fingers prove nothing; './sidik device list --facility "
                + facility + "' shows which are";
    }
}
