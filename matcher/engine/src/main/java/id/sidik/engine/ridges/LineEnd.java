package id.sidik.engine.ridges;

/** Where a line of a skeleton ends, in pixels, and the direction from there along the line. */
record LineEnd(float x, float y, double direction) {}
