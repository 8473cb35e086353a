/** The demonstration: virtual fingers on a virtual scanner, in front of the real bridge, gate and matcher. */
@NullMarked
package id.sidik.bridge.console.demo;

import org.jspecify.annotations.NullMarked;
