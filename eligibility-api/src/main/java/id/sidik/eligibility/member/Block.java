package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * A member is filed under words that her like would be filed under as well: see {@link Likeness#blocksOf}.
 *
 * <pre>
 * text keyed hash of the word | text NID
 * </pre>
 *
 * @param hash of the word, 64 hexadecimal digits
 */
public record Block(String hash, Nid nid) {
    /** Members by the words that they are filed under. An entry that no longer applies does no harm: people are compared themselves. */
    public static final RecordKind<Block> KIND = RecordKind.of(
            "likeness-blocks", 'B', block -> RecordKey.of(block.hash()).then(block.nid()), Block::write, Block::read);

    private static BodyWriter write(Block block) {
        return new BodyWriter().text(block.hash()).text(block.nid().wholeDigits());
    }

    private static Block read(BodyReader body) {
        return new Block(body.text(), new Nid(body.text()));
    }
}
