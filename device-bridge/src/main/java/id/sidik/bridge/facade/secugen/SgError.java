package id.sidik.bridge.facade.secugen;

/** Error numbers as SecuGen's SDK has them. */
enum SgError {
    NONE(0),
    FUNCTION_FAILED(2),
    INVALID_PARAM(3),
    LINE_DROPPED(53),
    TIMEOUT(54),
    DEVICE_NOT_FOUND(55),
    WRONG_IMAGE(57),
    BUSY(59),
    FEW_MINUTIAE(101),
    TEMPLATE_FORMAT(102),
    FIRST_TEMPLATE(103),
    SECOND_TEMPLATE(104);

    private final int number;

    SgError(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
