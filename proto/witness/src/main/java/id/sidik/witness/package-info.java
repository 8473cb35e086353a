/**
 * A witness (C2SP tlog-witness): whoever runs it remembers the largest head of each log that it trusts, and cosigns a larger one only
 * if it goes on from there. So a log cannot show one history to one and another to somebody else, nor take back what it showed.
 */
@NullMarked
package id.sidik.witness;

import org.jspecify.annotations.NullMarked;
