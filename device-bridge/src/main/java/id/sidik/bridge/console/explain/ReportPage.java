package id.sidik.bridge.console.explain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The frame of every report: one HTML file that loads nothing and runs nothing. */
final class ReportPage {
    private ReportPage() {}

    static String of(Picture first, Picture second, Instant made, int pairs, String sections) {
        return String.format(
                Locale.ROOT,
                """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex, nofollow">
            <title>Sidik: two fingerprints compared</title>
            <style>
            %s</style>
            </head>
            <body>
            <header>
            <h1>Two fingerprints compared</h1>
            <p>First: <b>%s</b>. Second: <b>%s</b>. Made %s by Sidik.</p>
            <p class="secret"><strong>This page is biometric data of a person.</strong> Keep it as you keep the prints themselves,
            show it to nobody who may not see them, and delete it when the case is closed. It holds all that it shows; nothing is
            loaded from elsewhere, and nothing is sent.</p>
            </header>
            <main>
            %s</main>
            </body>
            </html>
            """,
                ReportStyle.of(pairs),
                Markup.text(first.name()),
                Markup.text(second.name()),
                made.truncatedTo(ChronoUnit.SECONDS),
                sections);
    }
}
