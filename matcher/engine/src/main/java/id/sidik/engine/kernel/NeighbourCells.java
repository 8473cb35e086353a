package id.sidik.engine.kernel;

/**
 * In which cells around a minutia neighbours are seen, section by section of their directions. A neighbour's weight is the product of its
 * weights in row, column and section; weights of neighbours add up.
 */
public final class NeighbourCells {
    private NeighbourCells() {}

    /**
     * Finds the cells whose weight is at least so large.
     *
     * @param sections weights of a direction in the {@link CodePlanes#SECTIONS} sections, direction by direction
     * @param words gets the cells of each section, a bit each
     */
    public static void find(NeighbourTable neighbours, float[] sections, float least, long[] words) {
        if (VectorModule.IS_PRESENT) {
            VectorNeighbourCells.find(neighbours, sections, least, words);
        } else {
            ScalarNeighbourCells.find(neighbours, sections, least, words);
        }
    }
}
