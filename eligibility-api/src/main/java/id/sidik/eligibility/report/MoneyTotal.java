package id.sidik.eligibility.report;

/** So many postings of so many rupiah. A sum that does not fit stops the report: it would be a slip of the pen. */
final class MoneyTotal {
    private long count;
    private long rupiah;

    void add(long amountRupiah) {
        count++;
        rupiah = Math.addExact(rupiah, amountRupiah);
    }

    long count() {
        return count;
    }

    long rupiah() {
        return rupiah;
    }
}
