package id.sidik.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** As many lanes as this processor has, up to what our arrays leave room for. Loaded where the Vector API is present only. */
final class Lanes {
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED.length() > CodePlanes.LANES_MAX
            ? IntVector.SPECIES_512
            : IntVector.SPECIES_PREFERRED;
    static final VectorSpecies<Float> FLOATS = INTS.withLanes(float.class);

    /** As many lanes as {@link #INTS} of half the width. */
    static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(INTS.vectorBitSize() / 2));

    /** As many as go into one vector as wide as {@link #INTS}. */
    static final VectorSpecies<Short> MANY_SHORTS = INTS.withLanes(short.class);

    /** At most a row of cells. */
    static final VectorSpecies<Float> ROW = FloatVector.SPECIES_PREFERRED.length() > NeighbourTable.SIDE
            ? FloatVector.SPECIES_256
            : FloatVector.SPECIES_PREFERRED;

    private Lanes() {}
}
