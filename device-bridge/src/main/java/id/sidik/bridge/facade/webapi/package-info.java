/** Owns the drop-in for HID's {@code Fingerprint.WebApi}: the script that pages load, and the few calls behind it. */
@NullMarked
package id.sidik.bridge.facade.webapi;

import org.jspecify.annotations.NullMarked;
