/** Owns the kiosk page and the small API behind it. It listens on this machine only and believes no other web page. */
@NullMarked
package id.sidik.bridge.http;

import org.jspecify.annotations.NullMarked;
