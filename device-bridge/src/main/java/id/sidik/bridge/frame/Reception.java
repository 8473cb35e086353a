package id.sidik.bridge.frame;

/**
 * What a {@link FrameReader} found on the line, in order. Every byte fed is part of one {@link Frame} or counted by one
 * {@link Noise}; {@link DamagedFrame} says why noise began with a header.
 */
public sealed interface Reception permits Frame, DamagedFrame, Noise {}
