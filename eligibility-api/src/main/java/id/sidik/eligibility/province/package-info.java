/**
 * A province that does not exist, in a year that can be repeated from its seed: members, employers, contributions, visits and claims, most of them
 * honest, and fraud of every kind that the reports look for. It shows that reports find what they should, and gives people something to look at.
 */
@NullMarked
package id.sidik.eligibility.province;

import org.jspecify.annotations.NullMarked;
