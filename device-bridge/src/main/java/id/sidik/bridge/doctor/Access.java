package id.sidik.bridge.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the bridge gets at a device: it may open the node, and nobody else has. */
record Access(Account account, Holders holders) {
    /**
     * What is in the way; empty if nothing is.
     *
     * @param device in words, for whoever reads the finding
     * @param cureOfMode what helps if the bridge may not open it
     * @param cureOfHolder what helps if somebody else has it open
     */
    Optional<Finding> hindrance(String check, String device, Path node, String cureOfMode, String cureOfHolder) {
        if (!account.mayOpen(node)) {
            return Optional.of(Finding.failed(check, device + ": " + account.name() + " may not open it", cureOfMode));
        }
        List<String> others = holders.othersThan(node);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.failed(check, device + " is held by " + String.join(", ", others), cureOfHolder));
    }
}
