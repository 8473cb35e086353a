/** Owns what a bridge may answer when nobody can be asked: packs, bounds and the answer itself, without files, networks or keys. */
@NullMarked
package id.sidik.bridge.offline;

import org.jspecify.annotations.NullMarked;
