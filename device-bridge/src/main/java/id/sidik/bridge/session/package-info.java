/** Owns the capture session: what the person is told, how often she may try, and when a capture has failed. */
@NullMarked
package id.sidik.bridge.session;

import org.jspecify.annotations.NullMarked;
