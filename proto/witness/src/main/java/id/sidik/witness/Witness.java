package id.sidik.witness;

import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.Cosignature;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.MerkleProof;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.SignedNote;
import id.sidik.wire.proof.VerifierKey;
import id.sidik.wire.tlog.AddCheckpoint;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;

/** Judges heads, one at a time: between the look at what is remembered and the new memory nobody else may come. */
final class Witness {
    private final WitnessKey key;
    private final Memory memory;
    private final InstantSource clock;

    Witness(WitnessKey key, Memory memory, InstantSource clock) {
        this.key = key;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Judges a request; what is cosigned is on the disk when this returns.
     *
     * @param body as {@link AddCheckpoint} reads it
     */
    synchronized Verdict judge(String body) {
        AddCheckpoint request;
        Checkpoint claimed;
        try {
            request = AddCheckpoint.parse(body);
            claimed = Checkpoint.read(SignedNote.text(request.checkpoint()));
        } catch (ProofRefusedException e) {
            return new Verdict.Malformed(String.valueOf(e.getMessage()));
        }
        Optional<VerifierKey> log = memory.log(claimed.origin());
        if (log.isEmpty()) {
            return new Verdict.UnknownLog("the log " + claimed.origin() + " is not one that this witness was told of");
        }
        try {
            var _ = Checkpoint.verify(request.checkpoint(), log.get());
        } catch (ProofRefusedException e) {
            return new Verdict.NotSigned(String.valueOf(e.getMessage()));
        }
        return judgeSigned(request, claimed);
    }

    private Verdict judgeSigned(AddCheckpoint request, Checkpoint next) {
        if (request.oldSize() > next.size()) {
            return new Verdict.Malformed("the old size " + request.oldSize() + " is larger than the head's");
        }
        Optional<Checkpoint> remembered = memory.latest(next.origin());
        long size = remembered.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() != size) {
            return new Verdict.OtherSize(size);
        }
        byte[] root = remembered.map(Checkpoint::rootHash).orElseGet(MerkleHash::emptyRoot);
        if (!goesOn(size, root, request, next)) {
            memory.keepEvidence(next.origin(), request.text());
            return new Verdict.Inconsistent("the head at " + next.size() + " does not go on from the one at " + size
                    + " that this witness cosigned");
        }
        String lines = Cosignature.sign(
                SignedNote.text(request.checkpoint()), key.verifier(), key.privateKey(), clock.instant());
        memory.remember(next.origin(), request.checkpoint() + lines);
        return new Verdict.Cosigned(lines);
    }

    private static boolean goesOn(long size, byte[] root, AddCheckpoint request, Checkpoint next) {
        if (next.size() == 0 && !MessageDigest.isEqual(next.rootHash(), MerkleHash.emptyRoot())) {
            return false;
        }
        return MerkleProof.consistent(size, next.size(), root, next.rootHash(), request.hashes());
    }

    /** The head that was cosigned last for a log, with all its signatures. */
    Optional<String> latestNote(String originHash) {
        return memory.note(originHash);
    }
}
