/** Members, employers and cases on the operator's command line. */
@NullMarked
package id.sidik.bridge.console.people;

import org.jspecify.annotations.NullMarked;
