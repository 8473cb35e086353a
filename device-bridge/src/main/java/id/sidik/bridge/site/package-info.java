/** Owns what a site does without the gate: keeps its packs, answers by them, writes that down, and brings it to the gate afterwards. */
@NullMarked
package id.sidik.bridge.site;

import org.jspecify.annotations.NullMarked;
