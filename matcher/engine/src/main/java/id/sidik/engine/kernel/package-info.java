/**
 * Inner loops over primitive arrays, without garbage. Each has two twins that agree bit for bit: one in plain Java and one in the
 * Vector API, of which a door chooses at start. Nobody else imports {@code jdk.incubator.vector}.
 */
@NullMarked
package id.sidik.engine.kernel;

import org.jspecify.annotations.NullMarked;
