/** Owns the calls of libfprint. Runs in a process of its own, because a wrong call or a driver's bug ends the process. */
@NullMarked
package id.sidik.bridge.fprint.child;

import org.jspecify.annotations.NullMarked;
