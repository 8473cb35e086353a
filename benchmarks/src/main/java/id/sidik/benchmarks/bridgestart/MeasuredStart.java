package id.sidik.benchmarks.bridgestart;

/**
 * One start of a bridge.
 *
 * @param readyMillis from the start of the process until {@code /health/ready} said so: its scanner answers, and its gate
 * @param ready memory then
 * @param served memory after the captures
 */
record MeasuredStart(double readyMillis, ResidentMemory ready, ResidentMemory served) {}
