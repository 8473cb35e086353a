/** Lays prints over one another for officers, and keeps the prints of somebody who is held up. Reads templates, and gives minutiae out. */
@NullMarked
package id.sidik.matcher.review;

import org.jspecify.annotations.NullMarked;
