package id.sidik.eligibility.report;

import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;

/** A member died, as the civil registry or the heirs say. */
public record DeathEvent(Nid nid, LocalDate on) {}
