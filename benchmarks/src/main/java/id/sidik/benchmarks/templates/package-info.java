/** How large templates are, in our own format and in those of the standards. */
@NullMarked
package id.sidik.benchmarks.templates;

import org.jspecify.annotations.NullMarked;
