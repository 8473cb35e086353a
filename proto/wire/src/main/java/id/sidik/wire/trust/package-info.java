/** Who is speaking: the local certificate authority, each role's key and certificate, and the guard that reads roles from TLS. */
@NullMarked
package id.sidik.wire.trust;

import org.jspecify.annotations.NullMarked;
