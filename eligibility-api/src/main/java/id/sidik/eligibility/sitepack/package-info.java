/** Owns what a facility may answer without a network, and what became of such answers. */
@NullMarked
package id.sidik.eligibility.sitepack;

import org.jspecify.annotations.NullMarked;
