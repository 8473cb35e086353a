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

    /** The programme that pays for it. */
    public Programme programme() {
        return programme;
    }
}
