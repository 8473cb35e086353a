package id.sidik.eligibility.presence;

/**
 * Who decides on behalf of the institution.
 *
 * @param id of the person, not of the machine: 1 to 64 of [A-Za-z0-9._-]
 */
public record Officer(String id) {
    public Officer {
        RecordId.checked("an officer's id", id);
    }
}
