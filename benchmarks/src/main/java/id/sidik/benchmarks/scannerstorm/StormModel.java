package id.sidik.benchmarks.scannerstorm;

import id.sidik.bridge.scanner.ScannerProfile;
import java.util.List;

/**
 * A serial module of the storm.
 *
 * @param told what its driver is told of it
 * @param module what it is
 */
record StormModel(ScannerProfile told, ScannerProfile module) {
    /** One of each protocol, one that sends 8 bits a pixel as over USB, and one that names another sensor than its file. */
    static final List<StormModel> ALL = List.of(
            new StormModel(ScannerProfile.ZFM_20, ScannerProfile.ZFM_20),
            new StormModel(ScannerProfile.ZFM_20, ScannerProfile.ZFM_20.withBitsPerPixel(8)),
            new StormModel(ScannerProfile.R503, ScannerProfile.R503.withSensor(160, 176)),
            new StormModel(ScannerProfile.GT_511C3, ScannerProfile.GT_511C3),
            new StormModel(ScannerProfile.WAVESHARE_F5, ScannerProfile.WAVESHARE_F5));
}
