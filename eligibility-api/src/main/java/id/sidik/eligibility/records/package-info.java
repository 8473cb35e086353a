/**
 * What a kind of record is: its name, where its records lie, and their bytes. Pure, so that each domain can say it of its own;
 * {@code store} keeps them. How to add a kind is in {@code docs/howto/keep-a-record.md}.
 */
@NullMarked
package id.sidik.eligibility.records;

import org.jspecify.annotations.NullMarked;
