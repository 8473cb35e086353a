package id.sidik.engine.gallery;

/** How a gallery makes its segments: what indexes them, and in which pages they lie. */
record SegmentForm(Shortlister shortlister, MemoryPages pages) {}
