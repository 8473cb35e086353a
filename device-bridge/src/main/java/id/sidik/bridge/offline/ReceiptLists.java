package id.sidik.bridge.offline;

/**
 * What receipts are checked with where there is no network; both lists are compact JWS that the anchor signed.
 *
 * @param keySet the keys that sign receipts
 * @param revocations decision ids of receipts that were withdrawn
 */
public record ReceiptLists(String keySet, String revocations) {}
