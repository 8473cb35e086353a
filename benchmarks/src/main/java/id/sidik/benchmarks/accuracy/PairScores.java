package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.PrintFile;
import java.util.List;
import java.util.stream.DoubleStream;

/** What one engine scored for every unordered pair of prints of one set, and whose fingers these are. */
final class PairScores {
    private final int[] fingerOfPrint;
    private final List<double[]> rows;

    /**
     * Scores of a set.
     *
     * @param rows for each print as probe, its scores against every print after it
     */
    PairScores(DataSet set, List<double[]> rows) {
        this.fingerOfPrint = fingersOf(set.prints());
        this.rows = rows;
    }

    /** Takes one pair: prints and fingers by their place in the set. */
    interface Visitor {
        void pair(int probe, int reference, boolean genuine, double score);
    }

    /** Which of the given pairs count. */
    interface Choice {
        boolean counts(int probe, int reference);
    }

    void forEach(Visitor visitor) {
        for (int probe = 0; probe < rows.size(); probe++) {
            double[] row = rows.get(probe);
            for (int i = 0; i < row.length; i++) {
                int reference = probe + 1 + i;
                visitor.pair(probe, reference, fingerOfPrint[probe] == fingerOfPrint[reference], row[i]);
            }
        }
    }

    int prints() {
        return fingerOfPrint.length;
    }

    int fingers() {
        return fingerOfPrint[fingerOfPrint.length - 1] + 1;
    }

    /** Fingers count up from 0 in the order of the set. */
    int fingerOf(int print) {
        return fingerOfPrint[print];
    }

    Scores all() {
        return chosen((_, _) -> true);
    }

    Scores chosen(Choice choice) {
        DoubleStream.Builder genuine = DoubleStream.builder();
        DoubleStream.Builder impostor = DoubleStream.builder();
        forEach((probe, reference, same, score) -> {
            if (choice.counts(probe, reference)) {
                (same ? genuine : impostor).add(score);
            }
        });
        return new Scores(genuine.build().toArray(), impostor.build().toArray());
    }

    private static int[] fingersOf(List<PrintFile> prints) {
        int[] fingers = new int[prints.size()];
        for (int i = 1; i < fingers.length; i++) {
            fingers[i] = fingers[i - 1] + (prints.get(i).sameFingerAs(prints.get(i - 1)) ? 0 : 1);
        }
        return fingers;
    }
}
