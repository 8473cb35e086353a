/** How much a service takes on at once. */
@NullMarked
package id.sidik.wire.limit;

import org.jspecify.annotations.NullMarked;
