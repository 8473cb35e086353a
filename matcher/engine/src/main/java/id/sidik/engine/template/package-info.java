/** What an extractor keeps of a finger: an opaque, versioned and checksummed secret. */
@NullMarked
package id.sidik.engine.template;

import org.jspecify.annotations.NullMarked;
