package id.sidik.bridge.console.explain;

import java.util.Locale;

/** Every picture once; drawings refer to them. */
final class PictureStore {
    private PictureStore() {}

    static String of(Impression.Usable first, Impression.Usable second) {
        return String.format(Locale.ROOT, """
            <svg class="store" width="0" height="0" aria-hidden="true">
            <defs>
            %s<filter id="tint-1" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix values="0 0 0 0 0  0 0 0 0 .33  0 0 0 0 .75  -1 0 0 0 1"/></filter>
            <filter id="tint-2" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix values="0 0 0 0 .9  0 0 0 0 .45  0 0 0 0 0  -1 0 0 0 1"/></filter>
            %s</defs>
            </svg>
            """, Overlay.SHAPES, pictures("1", first) + pictures("2", second));
    }

    private static String pictures(String id, Impression.Usable print) {
        int widthPx = print.features().widthPx();
        int heightPx = print.features().heightPx();
        return picture(
                        "original-" + id,
                        widthPx,
                        heightPx,
                        GreyPng.of(print.picture().original()))
                + picture("signal-" + id, widthPx, heightPx, GreyPng.ofSignal(print))
                + picture("ridges-" + id, widthPx, heightPx, GreyPng.ofRidges(print));
    }

    private static String picture(String id, int widthPx, int heightPx, String dataUri) {
        return String.format(Locale.ROOT, """
            <image id="%s" width="%d" height="%d" preserveAspectRatio="none" href="%s"/>
            """, id, widthPx, heightPx, dataUri);
    }
}
