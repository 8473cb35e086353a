/** {@code sidik.matcher.v1} over gRPC: reads requests, writes answers, and maps every exception once. */
@NullMarked
package id.sidik.matcher.rpc;

import org.jspecify.annotations.NullMarked;
