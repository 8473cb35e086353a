package id.sidik.benchmarks.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A weight for each part of the evidence and an intercept, fitted by Newton's method (iteratively reweighted least squares). The
 * genuine pairs together weigh little, so that the fit cares about the rare impostors that look genuine.
 */
final class LogisticRegression {
    /** What all genuine pairs weigh together; the impostors weigh the rest. */
    private static final double GENUINE_SHARE = 0.02;

    /** Ridge penalty on weights of standardised parts: enough to keep parts that say the same from drifting apart. */
    private static final double PENALTY = 1e-5;

    private static final int ROUNDS_MAX = 100;
    private static final double STEP_MAX = 2;
    private static final double CONVERGED = 1e-7;

    private final double[] weights;

    private LogisticRegression(double[] weights) {
        this.weights = weights;
    }

    /**
     * Fits the parts of some pairs.
     *
     * @param parts a row a pair, all equally long
     * @param isGenuine which rows are genuine; at least one is and one is not
     */
    static LogisticRegression of(double[][] parts, boolean[] isGenuine) {
        double[] mean = new double[parts[0].length];
        double[] deviation = new double[parts[0].length];
        double[][] rows = standardised(parts, mean, deviation);
        double[] rowWeights = rowWeights(isGenuine);
        double[] weights = new double[mean.length + 1];
        double largest = STEP_MAX;
        for (int round = 0; round < ROUNDS_MAX && largest > CONVERGED; round++) {
            double[] step = newtonStep(rows, isGenuine, rowWeights, weights);
            largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double scale = largest > STEP_MAX ? STEP_MAX / largest : 1;
            for (int i = 0; i < weights.length; i++) {
                weights[i] -= scale * step[i];
            }
        }
        return new LogisticRegression(inOwnUnits(weights, mean, deviation));
    }

    /** One a part, the intercept last. */
    DoubleStream weights() {
        return Arrays.stream(weights);
    }

    double logit(List<Double> parts) {
        double logit = weights[parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            logit += weights[i] * parts.get(i);
        }
        return logit;
    }

    private static double[][] standardised(double[][] parts, double[] mean, double[] deviation) {
        int width = mean.length;
        for (double[] row : parts) {
            for (int i = 0; i < width; i++) {
                mean[i] += row[i] / parts.length;
            }
        }
        for (double[] row : parts) {
            for (int i = 0; i < width; i++) {
                deviation[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / parts.length;
            }
        }
        Arrays.setAll(deviation, i -> Math.sqrt(deviation[i]) + 1e-9);
        double[][] rows = new double[parts.length][width + 1];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < width; i++) {
                rows[row][i] = (parts[row][i] - mean[i]) / deviation[i];
            }
            rows[row][width] = 1;
        }
        return rows;
    }

    private static double[] rowWeights(boolean[] isGenuine) {
        int genuine = 0;
        for (boolean each : isGenuine) {
            genuine += each ? 1 : 0;
        }
        double genuineWeight = GENUINE_SHARE / genuine;
        double impostorWeight = (1 - GENUINE_SHARE) / (isGenuine.length - genuine);
        double[] weights = new double[isGenuine.length];
        Arrays.setAll(weights, row -> isGenuine[row] ? genuineWeight : impostorWeight);
        return weights;
    }

    /** The inverse of the Hessian times the gradient of the penalised log-likelihood. */
    private static double[] newtonStep(double[][] rows, boolean[] isGenuine, double[] rowWeights, double[] weights) {
        int width = weights.length;
        double[][] system = new double[width][width + 1];
        for (int row = 0; row < rows.length; row++) {
            double probability = 1 / (1 + Math.exp(-dot(rows[row], weights)));
            double error = rowWeights[row] * (probability - (isGenuine[row] ? 1 : 0));
            double curvature = rowWeights[row] * probability * (1 - probability);
            for (int i = 0; i < width; i++) {
                system[i][width] += error * rows[row][i];
                for (int j = 0; j < width; j++) {
                    system[i][j] += curvature * rows[row][i] * rows[row][j];
                }
            }
        }
        for (int i = 0; i < width - 1; i++) {
            system[i][i] += PENALTY;
            system[i][width] += PENALTY * weights[i];
        }
        return solved(system);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gauss-Jordan elimination; the matrix is positive definite, so no pivot is zero. */
    private static double[] solved(double[][] system) {
        int width = system.length;
        for (int pivot = 0; pivot < width; pivot++) {
            for (int row = 0; row < width; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= width; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[width];
        Arrays.setAll(solution, row -> system[row][width] / system[row][row]);
        return solution;
    }

    private static double[] inOwnUnits(double[] weights, double[] mean, double[] deviation) {
        double[] own = weights.clone();
        for (int i = 0; i < mean.length; i++) {
            own[i] = weights[i] / deviation[i];
            own[mean.length] -= own[i] * mean[i];
        }
        return own;
    }
}
