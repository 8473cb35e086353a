package id.sidik.eligibility.journey;

import com.google.protobuf.ByteString;
import id.sidik.eligibility.transparency.PublishedLog;
import id.sidik.eligibility.v1.GetCheckpointResponse;
import id.sidik.eligibility.v1.GetLogProofRequest;
import id.sidik.eligibility.v1.GetLogProofResponse;
import id.sidik.eligibility.v1.ReadTileRequest;
import id.sidik.eligibility.v1.ReadTileResponse;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.tlog.Tile;
import id.sidik.wire.tlog.TileMissingException;
import java.util.List;
import java.util.function.Supplier;

/** Shows the published log: its head, its tiles, and proofs to carry away. */
public final class LogReading {
    private final PublishedLog log;
    private final Supplier<List<String>> witnesses;

    /** @param witnesses what became of each, in words */
    public LogReading(PublishedLog log, Supplier<List<String>> witnesses) {
        this.log = log;
        this.witnesses = witnesses;
    }

    /** The head that is published, and how its witnesses are. */
    public GetCheckpointResponse checkpoint() {
        return GetCheckpointResponse.newBuilder()
                .setCheckpoint(log.checkpoint())
                .addAllWitnesses(witnesses.get())
                .build();
    }

    /** One tile, by its path. */
    public ReadTileResponse tile(ReadTileRequest request) {
        try {
            byte[] content = log.tile(Tile.parse(request.getPath()));
            return ReadTileResponse.newBuilder()
                    .setContent(ByteString.copyFrom(content))
                    .build();
        } catch (ProofRefusedException e) {
            throw RequestRefusedException.invalid("TILE_INVALID", String.valueOf(e.getMessage()));
        } catch (TileMissingException e) {
            throw RequestRefusedException.unknown("TILE_UNKNOWN", String.valueOf(e.getMessage()));
        }
    }

    /** A proof that one event is in the log. */
    public GetLogProofResponse proof(GetLogProofRequest request) {
        long size = log.catchUp().size();
        if (request.getIndex() < 0 || request.getIndex() >= size) {
            throw RequestRefusedException.invalid("INDEX_INVALID", "index must be below the size of the log, " + size);
        }
        return GetLogProofResponse.newBuilder()
                .setProof(log.proof(request.getIndex()).text())
                .build();
    }
}
