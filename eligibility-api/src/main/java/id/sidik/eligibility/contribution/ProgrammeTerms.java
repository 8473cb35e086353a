package id.sidik.eligibility.contribution;

/** Until when the months of each programme are to be paid. The gate's own rules of cover are the policy's; these are for accounts. */
public final class ProgrammeTerms {
    /** By the 15th of the month after it (PP 44/2015, 45/2015, 46/2015); cover runs to the end of that month. */
    private static final PaymentTerms EMPLOYMENT = new PaymentTerms(15, 1, 0);

    /** By the 10th of the month after it (Perpres 64/2020); cover runs to the end of that month. */
    private static final PaymentTerms HEALTH = new PaymentTerms(10, 1, 0);

    private ProgrammeTerms() {}

    /** The terms of a programme. */
    public static PaymentTerms of(Programme programme) {
        return switch (programme) {
            case JHT, JKK, JKM, JP, JKP -> EMPLOYMENT;
            case JKN -> HEALTH;
        };
    }
}
