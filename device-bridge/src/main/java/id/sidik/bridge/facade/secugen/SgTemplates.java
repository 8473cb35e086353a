package id.sidik.bridge.facade.secugen;

import id.sidik.bridge.session.FingerExaminer;
import id.sidik.bridge.session.Impression;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.interchange.MinutiaeRecord;
import id.sidik.engine.interchange.MinutiaeStandard;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import java.util.Base64;
import java.util.List;

/** Templates as clients keep them: records of ISO/IEC 19794-2:2005 or ANSI INCITS 378-2004, in base64. */
final class SgTemplates {
    /** SecuGen's scores end there. */
    static final int SCORE_MAX = 199;

    /** So that a false match in 100,000 has the score 100, which clients take for sure. */
    private static final double SCORE_A_DECADE = 20;

    private final FingerExaminer examiner = new FingerExaminer(FingerEngine.SIDIK);

    /** Throws {@link SgRefusedException} with FEW_MINUTIAE where there is too little to compare. */
    String of(Impression impression, boolean ansi) {
        Template template = examiner.assess(impression.image())
                .template()
                .orElseThrow(() -> new SgRefusedException(SgError.FEW_MINUTIAE));
        MinutiaeStandard standard = ansi ? MinutiaeStandard.ANSI_2004 : MinutiaeStandard.ISO_2005;
        FingerPosition finger = impression.finger();
        return Base64.getEncoder()
                .encodeToString(new MinutiaeRecord(standard, List.of(FingerView.of(finger, template))).encode());
    }

    /**
     * How alike two templates are, 0 to {@value #SCORE_MAX}: a logarithmic scale of the rate at which two different fingers are.
     *
     * @throws SgRefusedException FIRST_TEMPLATE or SECOND_TEMPLATE, for the one that cannot be read
     */
    int score(String first, String second) {
        double fmr = examiner.fmrOf(read(first, SgError.FIRST_TEMPLATE), read(second, SgError.SECOND_TEMPLATE));
        return Math.clamp(Math.round(-SCORE_A_DECADE * Math.log10(Math.max(fmr, Double.MIN_NORMAL))), 0, SCORE_MAX);
    }

    private static Template read(String base64, SgError fault) {
        try {
            // A form turns the plus signs of base64 that was not escaped into spaces.
            byte[] record = Base64.getDecoder().decode(base64.replace(' ', '+'));
            return MinutiaeRecord.parse(record).onlyView().template();
        } catch (InvalidSampleException | IllegalArgumentException e) {
            throw new SgRefusedException(fault, e);
        }
    }
}
