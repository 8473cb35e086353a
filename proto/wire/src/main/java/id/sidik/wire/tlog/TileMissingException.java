package id.sidik.wire.tlog;

/** A tile that should be there is not, or does not read. */
public final class TileMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TileMissingException(Tile tile, String why) {
        super("tile " + tile.path() + ": " + why);
    }

    public TileMissingException(Tile tile, Throwable cause) {
        super("tile " + tile.path() + " does not read: " + cause.getMessage(), cause);
    }
}
