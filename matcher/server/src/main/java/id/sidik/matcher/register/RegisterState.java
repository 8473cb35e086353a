package id.sidik.matcher.register;

/** Whether the register can be asked. */
public enum RegisterState {
    /** The gallery is being rebuilt from the store. */
    LOADING,
    /** Every stored reference is in the gallery. */
    SERVING,
    /** Something stored can not be trusted, or the disk refused a write: nothing is served until the next start. */
    FAULT
}
