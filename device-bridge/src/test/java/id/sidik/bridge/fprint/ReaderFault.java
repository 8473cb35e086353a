package id.sidik.bridge.fprint;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import java.io.IOException;
import java.time.Duration;

/** What a reader, its driver, its process and its machine get wrong. */
enum ReaderFault {
    NONE("nothing"),
    RETRY("no image can be made of the finger"),
    RETRY_TOO_SHORT("the finger was there too shortly"),
    RETRY_CENTRE("the finger is not in the middle"),
    RETRY_LIFT("the finger must be lifted first"),
    HALF_IMAGE("the finger is gone in the middle of its image"),
    GIANT_IMAGE("the driver gives an image wider than any reader's"),
    ERROR("the driver gives an error without a reason"),
    ERROR_UNSUPPORTED("the driver says that it can not do that"),
    ERROR_BUSY("the driver says that the reader is busy"),
    ERROR_PROTOCOL("the driver does not understand the reader"),
    ERROR_DATA("the driver says that data are invalid"),
    UNPLUG("the reader is pulled out while it waits"),
    UNPLUG_IN_MID_IMAGE("the reader is pulled out in the middle of an image"),
    KILLED("the process is killed while it waits"),
    STOPPED("the process hangs with a finger on the glass, until the session ends"),
    CANCELLED("the capture is cancelled while it waits"),
    CANNOT_START("the process can not be started"),
    LIBRARY_MISSING("libfprint is missing or spoiled"),
    ABSENT("no reader is plugged in", "sees no reader", 1),
    DENIED("the reader's node is closed to the bridge's user", "may not open the reader", 1),
    CRASHES("the process crashes again and again at its start", "ends at once", 2),
    CRASHES_WHEN_ASKED("the process crashes again and again when it opens the reader", "ends when asked", 2),
    CRASHES_ONCE("the process crashes once when it opens the reader", "ends when asked", 1),
    CRASHES_IN_IMAGE("the process crashes again and again in the middle of an image", "ends in mid image", 2),
    NONSENSE("the process says what nobody understands", "says nonsense", 2),
    OUT_OF_TURN("the process answers what was not asked", "answers out of turn", 2),
    TOO_LARGE("the process announces an image of gigabytes", "sends an image that is too large", 2),
    HANGS("the process hangs for 15 s when it opens the reader", "hangs", 2),
    NO_TIME("the process is slower than its caller has time", "hangs", 1);

    private final String words;
    private final String brokenHow;
    private final int brokenTimes;

    /** Of the reader or its machine; the process is as it is. */
    ReaderFault(String words) {
        this(words, "", 0);
    }

    /** Of the process itself, from its start on: how {@link FrailChild} breaks, and how often. */
    ReaderFault(String words, String brokenHow, int brokenTimes) {
        this.words = words;
        this.brokenHow = brokenHow;
        this.brokenTimes = brokenTimes;
    }

    String words() {
        return words;
    }

    String brokenHow() {
        return brokenHow;
    }

    int brokenTimes() {
        return brokenTimes;
    }

    /** What a capture ends with that is under way when it happens. */
    Detection happenOn(ReaderStage stage) throws IOException, InterruptedException {
        switch (this) {
            case CANNOT_START -> stage.takeProgramAway();
            case LIBRARY_MISSING -> stage.spoilLibrary();
            case HANGS -> stage.letTimeJump();
            case NO_TIME -> {
                return stage.scanner().detectFinger(Deadline.after(Duration.ZERO, System::nanoTime));
            }
            case ABSENT,
                    DENIED,
                    CRASHES,
                    CRASHES_WHEN_ASKED,
                    CRASHES_ONCE,
                    CRASHES_IN_IMAGE,
                    NONSENSE,
                    OUT_OF_TURN,
                    TOO_LARGE -> {}
            default -> {
                stage.waitForFinger();
                stage.rememberProcess();
                happenOnWaiting(stage);
            }
        }
        return switch (this) {
            case GIANT_IMAGE, KILLED, STOPPED, CRASHES_ONCE -> stage.glance();
            default -> stage.nextSight();
        };
    }

    private void happenOnWaiting(ReaderStage stage) throws IOException, InterruptedException {
        switch (this) {
            case NONE -> stage.showFinger();
            case RETRY -> stage.reader().smudge(0);
            case RETRY_TOO_SHORT -> stage.reader().smudge(1);
            case RETRY_CENTRE -> stage.reader().smudge(2);
            case RETRY_LIFT -> stage.reader().smudge(3);
            case HALF_IMAGE -> stage.showHalfAFinger();
            case GIANT_IMAGE -> stage.showGiant();
            case ERROR -> stage.reader().fail(0);
            case ERROR_UNSUPPORTED -> stage.reader().fail(1);
            case ERROR_BUSY -> stage.reader().fail(4);
            case ERROR_PROTOCOL -> stage.reader().fail(5);
            case ERROR_DATA -> stage.reader().fail(6);
            case UNPLUG -> stage.reader().unplug();
            case UNPLUG_IN_MID_IMAGE -> {
                stage.showHalfAFinger();
                stage.nextSight();
                stage.waitForFinger();
                stage.reader().unplug();
            }
            case KILLED -> stage.killProcess();
            case STOPPED -> {
                stage.stopProcess();
                stage.showFinger();
            }
            case CANCELLED -> Thread.currentThread().interrupt();
            default -> throw new IllegalStateException(this + " does not happen to a reader that waits");
        }
    }
}
