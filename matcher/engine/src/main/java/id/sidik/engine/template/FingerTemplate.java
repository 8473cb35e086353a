package id.sidik.engine.template;

/** A template and the finger it is of. As a probe it is searched for; as a reference it is enrolled. */
public record FingerTemplate(FingerPosition finger, Template template) {}
