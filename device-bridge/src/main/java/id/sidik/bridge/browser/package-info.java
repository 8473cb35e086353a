/** Owns the real browser that looks at our pages in tests and benchmarks. No bridge starts one. */
@NullMarked
package id.sidik.bridge.browser;

import org.jspecify.annotations.NullMarked;
