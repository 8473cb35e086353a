/** The operator's command line: one command a class, all against the services' own contracts. */
@NullMarked
package id.sidik.bridge.console;

import org.jspecify.annotations.NullMarked;
