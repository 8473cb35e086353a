/** The journeys that only ask: is this that subject (1:1), and whose fingers are these (1:N). */
@NullMarked
package id.sidik.matcher.recognition;

import org.jspecify.annotations.NullMarked;
