/** The store and the gallery made from it, kept alike: store first, index second, and nothing served when they differ. */
@NullMarked
package id.sidik.matcher.register;

import org.jspecify.annotations.NullMarked;
