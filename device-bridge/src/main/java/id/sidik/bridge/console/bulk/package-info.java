/** Files of many records: rows in and out as CSV (RFC 4180) or NDJSON, with a report of every refused row. */
@NullMarked
package id.sidik.bridge.console.bulk;

import org.jspecify.annotations.NullMarked;
