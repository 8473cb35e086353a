/** How alike two templates are: a score that means something only to its own comparator. */
@NullMarked
package id.sidik.engine.comparison;

import org.jspecify.annotations.NullMarked;
