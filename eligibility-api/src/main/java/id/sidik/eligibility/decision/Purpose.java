package id.sidik.eligibility.decision;

import id.sidik.eligibility.contribution.Programme;

/** What somebody wants to be served for. Names are stored and printed on receipts: never rename one. */
public enum Purpose {
    HOSPITAL_ADMISSION(Programme.JKN),
    CLAIM_JHT(Programme.JHT),
    CLAIM_JP(Programme.JP),
    CLAIM_JKK(Programme.JKK),
    CLAIM_JKM(Programme.JKM),
    CLAIM_JKP(Programme.JKP),
    HOSPITAL_OUTPATIENT(Programme.JKN),
    HOSPITAL_DIALYSIS(Programme.JKN),
    HOSPITAL_EMERGENCY(Programme.JKN),
    PENSION_PROOF_OF_LIFE(Programme.JP);

    private final Programme programme;

    Purpose(Programme programme) {
        this.programme = programme;
    }

    /** Whether it is care at a facility. */
    public boolean isCare() {
        return switch (this) {
            case HOSPITAL_ADMISSION, HOSPITAL_OUTPATIENT, HOSPITAL_DIALYSIS, HOSPITAL_EMERGENCY -> true;
            case CLAIM_JHT, CLAIM_JP, CLAIM_JKK, CLAIM_JKM, CLAIM_JKP, PENSION_PROOF_OF_LIFE -> false;
        };
    }

    /** The programme that pays for it. */
    public Programme programme() {
        return programme;
    }
}
