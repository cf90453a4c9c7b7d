package org.junheng.stats;

import java.util.List;

/**
 * A basis of cubic B-splines without intercept: the functions of a smooth curve between two boundaries that may bend at its knots (de Boor
 * 1978). With k knots there are k + 3 columns; the first of the k + 4 B-splines is left out, because together they add up to 1.
 */
public record CubicSplines(List<Double> knots, double low, double high) {
    private static final int DEGREE = 3;

    public CubicSplines {
        knots = List.copyOf(knots);
        double before = low;
        for (double knot : knots) {
            if (!(before <= knot && knot <= high)) {
                throw new IllegalArgumentException("knots " + knots + " between " + low + " and " + high);
            }
            before = knot;
        }
        if (!(low < high)) {
            throw new IllegalArgumentException("boundaries " + low + " and " + high);
        }
    }

    public int columns() {
        return knots.size() + DEGREE;
    }

    /** Writes the values at x into a row, beginning at a column; x lies between the boundaries. */
    public void write(double x, double[] row, int from) {
        for (int i = 0; i < columns(); i++) {
            row[from + i] = 0;
        }
        int span = span(x);
        double[] values = values(x, span);
        for (int i = 0; i <= DEGREE; i++) {
            int column = span - DEGREE + i - 1;
            if (column >= 0) {
                row[from + column] = values[i];
            }
        }
    }

    /** The four B-splines that are not 0 in a span, by the recurrence of Cox and de Boor. */
    private double[] values(double x, int span) {
        double[] values = new double[DEGREE + 1];
        values[0] = 1;
        for (int degree = 1; degree <= DEGREE; degree++) {
            double carried = 0;
            for (int i = 0; i < degree; i++) {
                double right = knot(span + 1 + i);
                double left = knot(span + 1 + i - degree);
                double share = values[i] / (right - left);
                values[i] = carried + (right - x) * share;
                carried = (x - left) * share;
            }
            values[degree] = carried;
        }
        return values;
    }

    private int span(double x) {
        int span = DEGREE;
        int last = DEGREE + knots.size();
        while (span < last && x >= knot(span + 1)) {
            span++;
        }
        while (knot(span) == knot(span + 1)) {
            span--; // x is the upper boundary and knots lie on it
        }
        return span;
    }

    private double knot(int i) {
        int inner = i - DEGREE - 1;
        return inner < 0 ? low : inner >= knots.size() ? high : knots.get(inner);
    }
}
