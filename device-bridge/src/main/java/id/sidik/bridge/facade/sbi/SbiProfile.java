package id.sidik.bridge.facade.sbi;

/**
 * What the device says it is, by the words of its provider.
 *
 * @param env Staging, Developer, Pre-Production or Production
 * @param deviceCode given by the provider at registration; empty: the device is not registered, and captures nothing
 * @param make, model and serialNo as printed on the device
 */
public record SbiProfile(
        Purpose purpose,
        String env,
        String deviceCode,
        String serialNo,
        String make,
        String model,
        String provider,
        String providerId) {
    public SbiProfile {
        if (!env.matches("Staging|Developer|Pre-Production|Production")) {
            throw new IllegalArgumentException(
                    "env must be Staging, Developer, Pre-Production or Production, not '" + env + "'");
        }
        if (serialNo.isBlank() || make.isBlank() || model.isBlank() || provider.isBlank() || providerId.isBlank()) {
            throw new IllegalArgumentException("serial-no, make, model, provider and provider-id must say something");
        }
    }

    boolean isRegistered() {
        return !deviceCode.isBlank();
    }
}
