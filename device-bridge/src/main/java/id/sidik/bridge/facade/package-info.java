/**
 * Owns the doors by which other people's pages and programs on this machine may use the bridge: which origins are let in, and on which
 * address each façade listens. All are shut until an operator names an origin.
 */
@NullMarked
package id.sidik.bridge.facade;

import org.jspecify.annotations.NullMarked;
