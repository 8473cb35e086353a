/** What a bridge that joined does for itself: it renews its certificate and says how it is. */
@NullMarked
package id.sidik.bridge.fleet;

import org.jspecify.annotations.NullMarked;
