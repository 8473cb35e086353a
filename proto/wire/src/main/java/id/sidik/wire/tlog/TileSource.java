package id.sidik.wire.tlog;

/** Where tiles are read from: a folder, a service. What it gives is believed only as far as a signed head proves it. */
@FunctionalInterface
public interface TileSource {
    /**
     * The content of a tile: for hashes {@code 32 * width} bytes, for entries as {@link EntryBundle} has them.
     *
     * @throws TileMissingException if it is not there
     */
    byte[] read(Tile tile);
}
