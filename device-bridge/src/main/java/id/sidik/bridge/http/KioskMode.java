package id.sidik.bridge.http;

import id.sidik.bridge.counter.JourneyRefusedException;
import id.sidik.bridge.v1.CheckRequest;

/** Who stands at the screen. */
public enum KioskMode {
    /** The person alone: no picture of a print, and nobody to declare a finger missing. */
    SELF_SERVICE("self-service"),
    /** Staff, with the person beside them. */
    ATTENDED("attended");

    private final String label;

    KioskMode(String label) {
        this.label = label;
    }

    /** As settings and the page spell it. */
    public String label() {
        return label;
    }

    /**
     * What of a question may be asked here.
     *
     * @throws JourneyRefusedException EXCEPTIONS_NEED_STAFF
     */
    CheckRequest permitted(CheckRequest question) {
        return switch (this) {
            case ATTENDED -> question;
            case SELF_SERVICE -> {
                if (question.getExceptionsCount() > 0) {
                    throw new JourneyRefusedException(
                            "EXCEPTIONS_NEED_STAFF", "fingers are declared missing or bandaged at an attended counter");
                }
                yield question.toBuilder().clearPreview().build();
            }
        };
    }
}
