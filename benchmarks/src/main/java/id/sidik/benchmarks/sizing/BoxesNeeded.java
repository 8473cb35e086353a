package id.sidik.benchmarks.sizing;

import java.util.List;

/**
 * What a demand takes of one kind of box.
 *
 * @param galleryGib memory of the galleries of all boxes together
 * @param diskGib of all boxes together, references and a year's decisions
 * @param steps the arithmetic
 * @param figures that went into it
 */
record BoxesNeeded(BoxProfile box, long boxes, double galleryGib, double diskGib, List<Step> steps, Figures figures) {
    BoxesNeeded {
        steps = List.copyOf(steps);
    }

    long cores() {
        return boxes * box.cores();
    }

    long memoryGib() {
        return boxes * box.memoryGib();
    }
}
