package id.sidik.bridge.console;

import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.interchange.MinutiaeRecord;
import id.sidik.engine.interchange.MinutiaeStandard;
import id.sidik.engine.template.TemplateAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code template convert} writes, by the word that is typed. */
enum TemplateFormat {
    SIDIK(Optional.empty()),
    ISO_2005(Optional.of(MinutiaeStandard.ISO_2005)),
    ISO_2011(Optional.of(MinutiaeStandard.ISO_2011)),
    ANSI_2004(Optional.of(MinutiaeStandard.ANSI_2004)),
    ANSI_2009(Optional.of(MinutiaeStandard.ANSI_2009));

    private final Optional<MinutiaeStandard> standard;

    TemplateFormat(Optional<MinutiaeStandard> standard) {
        this.standard = standard;
    }

    /** @throws UnusableInputException listing the words that there are */
    static TemplateFormat of(String typed) {
        return Arrays.stream(values())
                .filter(format -> Words.of(format).equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UnusableInputException(String.format(
                        Locale.ROOT,
                        "--to '%s' is not known; use one of %s",
                        typed,
                        Arrays.stream(values()).map(Words::of).collect(Collectors.joining(", ")))));
    }

    /** @throws UnusableInputException if this format can not hold these views */
    byte[] write(List<FingerView> views) {
        if (standard.isEmpty()) {
            if (views.size() != 1) {
                throw new UnusableInputException("there are " + views.size()
                        + " views, and a Sidik template holds one; choose it by --view, from 1");
            }
            return views.getFirst().template().bytes(TemplateAccess.get());
        }
        try {
            return new MinutiaeRecord(standard.get(), views).encode();
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(
                    "this can not be written as " + standard.get().title() + ": " + e.getMessage(), e);
        }
    }
}
