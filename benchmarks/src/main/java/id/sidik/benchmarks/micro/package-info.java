/** JMH benchmarks of the steps that every journey takes. Each checks its own result, so that nothing fast and wrong is praised. */
@NullMarked
package id.sidik.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
