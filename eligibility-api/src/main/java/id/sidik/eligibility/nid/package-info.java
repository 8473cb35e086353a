/** The national ID number (NIK): its structure, its regions, and the keyed hashes that stand for it elsewhere. */
@NullMarked
package id.sidik.eligibility.nid;

import org.jspecify.annotations.NullMarked;
