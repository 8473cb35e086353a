package id.sidik.bridge.fprint;

/**
 * A USB reader that is plugged in.
 *
 * @param place where, and the number that the kernel gave it there: another one each time that it is plugged in
 */
public record PluggedReader(UsbReader reader, String place) {}
