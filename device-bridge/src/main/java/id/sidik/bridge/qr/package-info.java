/** Codes to photograph: the one door to ZXing. */
@NullMarked
package id.sidik.bridge.qr;

import org.jspecify.annotations.NullMarked;
