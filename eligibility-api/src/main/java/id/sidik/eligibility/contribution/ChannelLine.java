package id.sidik.eligibility.contribution;

/**
 * One payment as the channel's own file of a day tells it.
 *
 * @param line where it stands in the file, from 1
 * @param reference what the channel calls the payment, 1 to 64 of [A-Za-z0-9._/-]
 * @param amountRupiah whole rupiah, 1 to 10^12
 */
public record ChannelLine(long line, String reference, long amountRupiah) {
    public ChannelLine {
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1: " + line);
        }
        if (!Contribution.isReference(reference)) {
            throw new IllegalArgumentException("a channel's reference is 1 to 64 of [A-Za-z0-9._/-]");
        }
        if (!Contribution.isAmountRupiah(amountRupiah)) {
            throw new IllegalArgumentException("an amount is 1 to 10^12 rupiah: " + amountRupiah);
        }
    }
}
