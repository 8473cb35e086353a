package id.sidik.bridge.counter;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.RawImage;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.bridge.session.Impression;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.TemplateAccess;

/** In what form impressions leave the bridge. */
@FunctionalInterface
public interface SampleForm {
    Sample of(Impression impression);

    /** As the scanner took it: the matcher extracts, and can do so again with a better extractor. */
    static SampleForm image() {
        return impression ->
                sampleOf(impression).setRaw(raw(impression.image())).build();
    }

    /**
     * As a template, so that no picture leaves the bridge. An impression that yields none goes as it is: the gate then says
     * why it is too poor.
     */
    static SampleForm template() {
        return impression -> impression
                .template()
                .map(template -> sampleOf(impression)
                        .setTemplate(SidikTemplate.newBuilder()
                                .setContent(ByteString.copyFrom(template.bytes(TemplateAccess.get()))))
                        .build())
                .orElseGet(() ->
                        sampleOf(impression).setRaw(raw(impression.image())).build());
    }

    /** A picture of a finger, as a scanner took it. */
    static Sample of(FingerPosition finger, FingerImage image) {
        return Sample.newBuilder().setFinger(finger).setRaw(raw(image)).build();
    }

    private static Sample.Builder sampleOf(Impression impression) {
        return Sample.newBuilder().setFinger(Contract.of(impression.finger()));
    }

    private static RawImage raw(FingerImage image) {
        return RawImage.newBuilder()
                .setWidthPx(image.widthPx())
                .setHeightPx(image.heightPx())
                .setDpi(image.dpi())
                .setPixels(ByteString.copyFrom(image.pixels()))
                .build();
    }
}
