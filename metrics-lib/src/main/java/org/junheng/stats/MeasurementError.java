package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms that were measured with error, replaced by what is expected of their true values (regression calibration; Fuller 1987; Carroll et al.
 * 2006): within a group {@code x* = mean + (I - S_e S_w^-1) (x - mean)}, where S_w is the covariance of the terms within groups and S_e holds
 * the error variances {@code (1 - reliability) var(x)}, the errors of different terms being independent. A coefficient of x* estimates that
 * of the true value, where the coefficient of x is pulled towards 0 and leaves part of the pupils' start to their schools.
 *
 * <p>Means of groups are taken as free of error, and the reliability as known: standard errors do not hold its uncertainty.
 */
public final class MeasurementError {
    private MeasurementError() {}

    /**
     * The data with calibrated terms; null when a reliability is so low that the errors alone would explain all differences within groups.
     *
     * @param reliabilities of the variables, the response first: the share of the variance over all units that is not error; 1 for none
     */
    public static @Nullable BetweenWithin corrected(BetweenWithin data, double[] reliabilities) {
        List<Integer> terms = new ArrayList<>();
        for (int i = 1; i < reliabilities.length; i++) {
            if (data.within(i, i) > 0) {
                terms.add(i);
            }
        }
        double[][] shrunk = Matrices.identity(reliabilities.length);
        for (int term : terms) {
            if (reliabilities[term] < 1) {
                double[] inverse = inverseRow(data, terms, terms.indexOf(term));
                if (inverse == null) {
                    return data; // terms that determine each other: no model either
                }
                double error = (1 - reliabilities[term]) * variance(data, term);
                for (int k = 0; k < inverse.length; k++) {
                    shrunk[term][terms.get(k)] -= error * inverse[k];
                }
                if (!(shrunk[term][term] > 0)) {
                    return null;
                }
            }
        }
        return data.within(Matrices.around(shrunk, within(data, reliabilities.length), 1));
    }

    /** A row of the inverse of the terms' covariance within groups. */
    private static double @Nullable [] inverseRow(BetweenWithin data, List<Integer> terms, int row) {
        double[][] covariance = new double[terms.size()][terms.size()];
        for (int i = 0; i < terms.size(); i++) {
            for (int k = 0; k < terms.size(); k++) {
                covariance[i][k] = data.within(terms.get(i), terms.get(k))
                        / (data.units() - data.groups().size());
            }
        }
        double[] unit = new double[terms.size()];
        unit[row] = 1;
        return Matrices.solved(covariance, unit);
    }

    private static double variance(BetweenWithin data, int variable) {
        double squares = data.within(variable, variable);
        for (int g = 0; g < data.groups().size(); g++) {
            squares += data.size(g) * data.mean(g, variable) * data.mean(g, variable);
        }
        return squares / data.units();
    }

    private static double[][] within(BetweenWithin data, int variables) {
        double[][] within = new double[variables][variables];
        for (int i = 0; i < variables; i++) {
            for (int k = 0; k < variables; k++) {
                within[i][k] = data.within(i, k);
            }
        }
        return within;
    }
}
