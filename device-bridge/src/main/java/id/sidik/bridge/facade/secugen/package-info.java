/** Owns the look of SecuGen's WebAPI: its paths, fields and error numbers, over any scanner of ours. */
@NullMarked
package id.sidik.bridge.facade.secugen;

import org.jspecify.annotations.NullMarked;
