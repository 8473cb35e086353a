/** Error rates from comparison scores: FMR, FNMR, EER, and how sure of them one can be. Pure arithmetic. */
@NullMarked
package id.sidik.benchmarks.rates;

import org.jspecify.annotations.NullMarked;
