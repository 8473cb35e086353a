package id.sidik.engine.comparison;

/** A reference in the form that its comparator reads fastest. Opaque to everyone else; immutable; holds biometric data. */
public interface PreparedReference {}
