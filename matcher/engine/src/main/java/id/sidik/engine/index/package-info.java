/** Finds, among very many references, the few that are worth a full comparison: an inverted index of triplets of minutiae. */
@NullMarked
package id.sidik.engine.index;

import org.jspecify.annotations.NullMarked;
