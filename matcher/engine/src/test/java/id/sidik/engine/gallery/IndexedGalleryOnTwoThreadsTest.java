package id.sidik.engine.gallery;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.gallery.IndexedGallery.Threads;

/** The same promises when two threads share each search. */
class IndexedGalleryOnTwoThreadsTest extends GalleryContract {
    @Override
    Gallery create(FakeComparator comparator, Calibration calibration, Partitioning partitioning) {
        IndexedGallery gallery = IndexedGalleryTest.gallery(
                comparator, calibration, partitioning, new Threads(searches, verifications, 2));
        gallery.start();
        return gallery;
    }
}
