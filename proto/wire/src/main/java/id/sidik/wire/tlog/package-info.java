/**
 * A transparency log as C2SP describes it: tiles, proofs computed from them, proofs to carry away, and who must have witnessed a
 * head. JDK only, for whoever writes a log, witnesses one, or checks one.
 */
@NullMarked
package id.sidik.wire.tlog;

import org.jspecify.annotations.NullMarked;
