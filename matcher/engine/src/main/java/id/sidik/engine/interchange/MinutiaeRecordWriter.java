package id.sidik.engine.interchange;

import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Fingerprint;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Minutia;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004MinutiaType;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Position;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Fingerprint;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Minutia;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009MinutiaType;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Position;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Template;
import com.machinezoo.fingerprintio.iso19794p1v2011.Iso19794p1v2011Quality;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005MinutiaType;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Position;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011MinutiaType;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Position;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Template;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.template.FingerPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes records of four standards through FingerprintIO, which checks every field against its standard. The one class that knows
 * it. Its four models have the same fields and no type in common, hence the four methods of one shape. Fingers and types of
 * minutiae have the names there that they have here.
 */
final class MinutiaeRecordWriter {
    /** The standards of 2009 and 2011: nobody said. */
    private static final int QUALITY_NOT_REPORTED = 254;

    private final MinutiaeStandard standard;
    private final List<FingerView> views;

    private MinutiaeRecordWriter(MinutiaeRecord record) {
        this.standard = record.standard();
        this.views = numbered(record.views());
    }

    static byte[] write(MinutiaeRecord record) {
        MinutiaeRecordWriter writer = new MinutiaeRecordWriter(record);
        return switch (record.standard()) {
            case ISO_2005 -> writer.iso2005();
            case ISO_2011 -> writer.iso2011();
            case ANSI_2004 -> writer.ansi2004();
            case ANSI_2009 -> writer.ansi2009();
        };
    }

    /** Standards want the views of a finger together and numbered from 0. */
    private static List<FingerView> numbered(List<FingerView> views) {
        Map<FingerPosition, Integer> counts = new EnumMap<>(FingerPosition.class);
        return views.stream()
                .sorted(Comparator.comparing(FingerView::position))
                .map(view -> {
                    if (view.features().minutiae().count() == 0) {
                        throw new IllegalArgumentException(
                                "A view without minutiae says nothing that could be exchanged");
                    }
                    int number = counts.merge(view.position(), 1, Integer::sum) - 1;
                    return new FingerView(view.position(), number, view.quality(), view.features());
                })
                .toList();
    }

    private byte[] iso2005() {
        Iso19794p2v2005Template template = new Iso19794p2v2005Template();
        template.width = widthMax();
        template.height = heightMax();
        for (FingerView view : views) {
            Iso19794p2v2005Fingerprint print = new Iso19794p2v2005Fingerprint();
            print.position = Iso19794p2v2005Position.valueOf(view.position().name());
            print.view = view.number();
            print.quality = knownQuality(view);
            print.minutiae = minutiae(view, minutia -> {
                Iso19794p2v2005Minutia written = new Iso19794p2v2005Minutia();
                written.type = Iso19794p2v2005MinutiaType.valueOf(minutia.type().name());
                written.positionX = minutia.x();
                written.positionY = minutia.y();
                written.angle = minutia.directionStep();
                written.quality = minutia.percent();
                return written;
            });
            template.fingerprints.add(print);
        }
        return template.toByteArray();
    }

    private byte[] ansi2004() {
        Ansi378v2004Template template = new Ansi378v2004Template();
        template.width = widthMax();
        template.height = heightMax();
        for (FingerView view : views) {
            Ansi378v2004Fingerprint print = new Ansi378v2004Fingerprint();
            print.position = Ansi378v2004Position.valueOf(view.position().name());
            print.view = view.number();
            print.quality = knownQuality(view);
            print.minutiae = minutiae(view, minutia -> {
                Ansi378v2004Minutia written = new Ansi378v2004Minutia();
                written.type = Ansi378v2004MinutiaType.valueOf(minutia.type().name());
                written.positionX = minutia.x();
                written.positionY = minutia.y();
                written.angle = minutia.directionStep();
                written.quality = minutia.percent();
                return written;
            });
            template.fingerprints.add(print);
        }
        return template.toByteArray();
    }

    private byte[] ansi2009() {
        Ansi378v2009Template template = new Ansi378v2009Template();
        for (FingerView view : views) {
            Ansi378v2009Fingerprint print = new Ansi378v2009Fingerprint();
            print.position = Ansi378v2009Position.valueOf(view.position().name());
            print.view = view.number();
            print.quality = view.quality() == FingerView.QUALITY_UNKNOWN ? QUALITY_NOT_REPORTED : view.quality();
            print.width = view.features().widthPx();
            print.height = view.features().heightPx();
            print.minutiae = minutiae(view, minutia -> {
                Ansi378v2009Minutia written = new Ansi378v2009Minutia();
                written.type = switch (minutia.type()) {
                    case OTHER -> Ansi378v2009MinutiaType.EITHER;
                    case ENDING -> Ansi378v2009MinutiaType.ENDING;
                    case BIFURCATION -> Ansi378v2009MinutiaType.BIFURCATION;
                };
                written.positionX = minutia.x();
                written.positionY = minutia.y();
                written.angle = minutia.directionStep();
                written.quality = minutia.percent() == 0 ? QUALITY_NOT_REPORTED : minutia.percent();
                return written;
            });
            template.fingerprints.add(print);
        }
        return template.toByteArray();
    }

    private byte[] iso2011() {
        Iso19794p2v2011Template template = new Iso19794p2v2011Template();
        for (FingerView view : views) {
            Iso19794p2v2011Fingerprint print = new Iso19794p2v2011Fingerprint();
            print.position = Iso19794p2v2011Position.valueOf(view.position().name());
            print.view = view.number();
            if (view.quality() != FingerView.QUALITY_UNKNOWN) {
                Iso19794p1v2011Quality quality = new Iso19794p1v2011Quality();
                quality.quality = view.quality();
                print.qrecords.add(quality);
            }
            print.width = view.features().widthPx();
            print.height = view.features().heightPx();
            print.minutiae = minutiae(view, minutia -> {
                Iso19794p2v2011Minutia written = new Iso19794p2v2011Minutia();
                written.type = Iso19794p2v2011MinutiaType.valueOf(minutia.type().name());
                written.positionX = minutia.x();
                written.positionY = minutia.y();
                written.angle = minutia.directionStep();
                written.quality = minutia.percent() == 0 ? QUALITY_NOT_REPORTED : minutia.percent();
                return written;
            });
            template.fingerprints.add(print);
        }
        return template.toByteArray();
    }

    /** A minutia in the units of a record. */
    private record Minutia(MinutiaType type, int x, int y, int directionStep, int percent) {}

    private <T> List<T> minutiae(FingerView view, Function<Minutia, T> writing) {
        Minutiae minutiae = view.features().minutiae();
        int right = view.features().widthPx() - 1;
        int bottom = view.features().heightPx() - 1;
        List<T> written = new ArrayList<>(minutiae.count());
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            written.add(writing.apply(new Minutia(
                    minutiae.type(minutia),
                    Math.min(Math.round(minutiae.x(minutia)), right), // rounding must not leave the image
                    Math.min(Math.round(minutiae.y(minutia)), bottom),
                    standard.directionStep(minutiae.direction(minutia)),
                    MinutiaQuality.toPercent(minutiae.quality(minutia)))));
        }
        return written;
    }

    /** The older standards have no way to say "unknown": the mean of the minutiae's qualities says at least something. */
    private static int knownQuality(FingerView view) {
        if (view.quality() != FingerView.QUALITY_UNKNOWN) {
            return view.quality();
        }
        Minutiae minutiae = view.features().minutiae();
        int sum = 0;
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            sum += MinutiaQuality.toPercent(minutiae.quality(minutia));
        }
        return sum / minutiae.count();
    }

    private int widthMax() {
        return views.stream().mapToInt(view -> view.features().widthPx()).max().orElseThrow();
    }

    private int heightMax() {
        return views.stream().mapToInt(view -> view.features().heightPx()).max().orElseThrow();
    }
}
