/** Why a comparison came out as it did, as a page that needs nothing but itself: for whoever must judge it, or mend the engine. */
@NullMarked
package id.sidik.bridge.console.explain;

import org.jspecify.annotations.NullMarked;
