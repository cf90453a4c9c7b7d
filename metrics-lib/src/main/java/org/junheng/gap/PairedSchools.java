package org.junheng.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;

/**
 * The usable schools of two years side by side, in the order of their codes; a school of one year only has no weight in the other. Figures are doubles.
 */
final class PairedSchools {
    private final List<String> schools;
    private final Year base;
    private final Year now;

    /** One year: figure and weight of every school of the two years. */
    static final class Year {
        private final double[] figures;
        private final double[] weights;
        private final int usable;

        private Year(double[] figures, double[] weights, int usable) {
            this.figures = figures;
            this.weights = weights;
            this.usable = usable;
        }

        double[] figures() {
            return figures;
        }

        double[] weights() {
            return weights;
        }

        Year shifted(double by) {
            return new Year(Arrays.stream(figures).map(x -> x + by).toArray(), weights, usable);
        }
    }

    PairedSchools(ChangeView view) {
        TreeSet<String> codes = new TreeSet<>();
        view.base().usable().forEach(s -> codes.add(s.school()));
        view.now().usable().forEach(s -> codes.add(s.school()));
        this.schools = new ArrayList<>(codes);
        this.base = year(view.base());
        this.now = year(view.now());
    }

    List<String> schools() {
        return schools;
    }

    Year base() {
        return base;
    }

    Year now() {
        return now;
    }

    /** Schools of the year that has fewer. */
    int least() {
        return Math.min(base.usable, now.usable);
    }

    /** Whether every school is there in both years. */
    boolean allStay() {
        return base.usable == schools.size() && now.usable == schools.size();
    }

    private Year year(SchoolsView view) {
        double[] figures = new double[schools.size()];
        double[] weights = new double[schools.size()];
        int i = 0;
        for (SchoolFigure school : view.usable()) { // in the order of codes, as all of them are
            while (!schools.get(i).equals(school.school())) {
                i++;
            }
            figures[i] = school.nearest();
            weights[i] = school.w();
            i++;
        }
        return new Year(figures, weights, view.usable().size());
    }
}
