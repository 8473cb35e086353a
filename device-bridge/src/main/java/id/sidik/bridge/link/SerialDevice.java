package id.sidik.bridge.link;

import java.nio.file.Path;

/**
 * A serial port that the system lists.
 *
 * @param usbId vendor and product, such as {@code 1a86:7523}; empty for a port that is on no USB
 * @param description product, interface or driver, for people
 */
public record SerialDevice(Path port, String usbId, String description) {}
