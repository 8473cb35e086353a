package id.sidik.eligibility.report;

/** An operator's own finger, by the opaque name that the rolling search of everybody has for it. */
public record StaffPrint(String operator, String presenter) {}
