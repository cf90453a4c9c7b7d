package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;

/**
 * One comparison of two years: the schools of it, those that joined first, their changes, and their covariates behind an intercept.
 * Covariates are centred and scaled within the cell, which no estimate notices; one that is the same for everybody is left out.
 */
final class Cell {
    private final int[] schools;
    private final int treated;
    private final double[] change;
    private final double[][] columns;

    private Cell(int[] schools, int treated, double[] change, double[][] columns) {
        this.schools = schools;
        this.treated = treated;
        this.change = change;
        this.columns = columns;
    }

    /**
     * The change from {@code base} to {@code place}.
     *
     * @param joined, others candidates, in order; those without both years or without a covariate stay out
     */
    static Cell of(SchoolPanel panel, int cohort, int base, int place, int[] joined, int[] others) {
        double[][] covariates = panel.covariates(cohort);
        int[] schools = new int[joined.length + others.length];
        double[] change = new double[schools.length];
        int n = 0;
        int treated = 0;
        for (int from = 0; from < schools.length; from++) {
            int school = from < joined.length ? joined[from] : others[from - joined.length];
            double moved = panel.outcome(place, school) - panel.outcome(base, school);
            if (!Double.isNaN(moved) && isComplete(covariates, school)) {
                schools[n] = school;
                change[n++] = moved;
                treated += from < joined.length ? 1 : 0;
            }
        }
        int[] kept = java.util.Arrays.copyOf(schools, n);
        return new Cell(kept, treated, java.util.Arrays.copyOf(change, n), columns(covariates, kept));
    }

    int size() {
        return schools.length;
    }

    int treated() {
        return treated;
    }

    int others() {
        return schools.length - treated;
    }

    int school(int i) {
        return schools[i];
    }

    double change(int i) {
        return change[i];
    }

    /** Number of columns, the intercept among them. */
    int terms() {
        return columns.length + 1;
    }

    double x(int term, int i) {
        return term == 0 ? 1 : columns[term - 1][i];
    }

    private static boolean isComplete(double[][] covariates, int school) {
        for (double[] column : covariates) {
            if (Double.isNaN(column[school])) {
                return false;
            }
        }
        return true;
    }

    private static double[][] columns(double[][] covariates, int[] schools) {
        List<double[]> columns = new ArrayList<>();
        for (double[] covariate : covariates) {
            double[] column = new double[schools.length];
            double sum = 0;
            for (int i = 0; i < column.length; i++) {
                column[i] = covariate[schools[i]];
                sum += column[i];
            }
            double mean = sum / column.length;
            double squares = 0;
            double largest = 0;
            for (int i = 0; i < column.length; i++) {
                largest = Math.max(largest, Math.abs(column[i]));
                column[i] -= mean;
                squares += column[i] * column[i];
            }
            double scale = Math.sqrt(squares / column.length);
            if (scale > 1e-12 * largest) {
                for (int i = 0; i < column.length; i++) {
                    column[i] /= scale;
                }
                columns.add(column);
            }
        }
        return columns.toArray(new double[0][]);
    }
}
