/** The key that seals stored records, and nothing else: the only package that knows Google Tink. */
@NullMarked
package id.sidik.matcher.crypto;

import org.jspecify.annotations.NullMarked;
