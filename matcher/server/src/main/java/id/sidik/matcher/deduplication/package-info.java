/** Who of the enrolled may be one person: everybody is searched for among everybody else, in batches that survive a crash. */
@NullMarked
package id.sidik.matcher.deduplication;

import org.jspecify.annotations.NullMarked;
