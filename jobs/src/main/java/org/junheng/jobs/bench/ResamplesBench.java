package org.junheng.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junheng.gap.ChangeRules;
import org.junheng.gap.ChangeUncertainty;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.GapChange;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;

/**
 * How long the intervals of changes take: 3,000 counties with 6 figures and 999 resamples each, against a bare loop with the same random numbers and the same
 * index accesses. Both on one thread; the least of three. The bare loop ends with a standard error; the program also pairs the schools, sorts, checks by the
 * jackknife and makes the interval.
 */
public final class ResamplesBench {
    private static final int COUNTIES = 3000;
    private static final int FIGURES = 6;
    private static final int RESAMPLES = 999;
    private static final int SCHOOLS = 20;
    private static final int TIMES = 3;
    private static final long SEED = 20261125;
    private static final double ALIKE = 1e-9;
    private static final GapChange CHANGE =
            new GapChange(new CoefficientOfVariation(), GapChange.Schools.EACH_YEARS_OWN);

    /** One change with its exact value, and the same figures as arrays. */
    private record Cell(ChangeView view, Outcome change, BareLoop bare) {}

    private ResamplesBench() {}

    public static void main(String[] arguments) {
        List<Cell> cells = cells();
        Clock program = new Clock(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        Clock bare = program;
        for (int time = 0; time <= TIMES; time++) { // the first is a warm-up
            Clock begun = Clock.now();
            double[] ofProgram =
                    cells.stream().mapToDouble(ResamplesBench::program).toArray();
            Clock between = Clock.now();
            double[] ofBare = cells.stream()
                    .mapToDouble(c -> c.bare().standardError(RESAMPLES))
                    .toArray();
            Clock ended = Clock.now();
            requireAlike(ofProgram, ofBare);
            if (time > 0) {
                program = program.least(between.since(begun));
                bare = bare.least(ended.since(between));
            }
        }
        double draws = (double) COUNTIES * FIGURES * RESAMPLES * SCHOOLS;
        System.out.printf(
                "%,d counties x %d figures x %d resamples x %d schools%n", COUNTIES, FIGURES, RESAMPLES, SCHOOLS);
        print("program", program, draws);
        print("bare loop", bare, draws);
        System.out.printf(
                "ratio     %8.2f    by CPU %8.2f    (at most 4)%n",
                program.wall() / bare.wall(), program.cpu() / bare.cpu());
    }

    private static void print(String what, Clock took, double draws) {
        System.out.printf(
                "%-9s %8.2f s  %6.2f ns per school drawn, %6.2f of CPU%n",
                what, took.wall(), took.wall() * 1e9 / draws, took.cpu() * 1e9 / draws);
    }

    private static double program(Cell cell) {
        Outcome outcome = new ChangeUncertainty(ChangeRules.plain(SEED), cell.view(), null)
                .around(CHANGE, "gap_change.cv", cell.change());
        Interval interval = Objects.requireNonNull(((Value) outcome).interval());
        return Objects.requireNonNull(interval.se());
    }

    private static void requireAlike(double[] program, double[] bare) {
        for (int i = 0; i < program.length; i++) {
            if (!(Math.abs(program[i] - bare[i]) <= ALIKE * bare[i])) {
                throw new IllegalStateException("cell " + i + ": " + program[i] + " and " + bare[i]);
            }
        }
    }

    private static List<Cell> cells() {
        CounterRandom random = CounterRandom.of(SEED, "bench");
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < COUNTIES * FIGURES; c++) {
            List<SchoolFigure> base = new ArrayList<>();
            List<SchoolFigure> now = new ArrayList<>();
            for (int s = 0; s < SCHOOLS; s++) {
                long unit = (long) c * SCHOOLS + s;
                double x = Math.exp(0.3 * random.normal(unit, 0));
                double pupils = Math.rint(100 + 900 * random.uniform(unit, 1));
                base.add(school(s, x, pupils));
                now.add(school(s, x * Math.exp(0.1 * random.normal(unit, 2)), pupils));
            }
            ChangeView view = new ChangeView(view(2021, base), view(2024, now));
            cells.add(new Cell(view, CHANGE.of(view), new BareLoop(SEED, view)));
        }
        return cells;
    }

    private static SchoolFigure school(int s, double x, double pupils) {
        double figure = Math.rint(x * 1e6) / 1e6;
        return new SchoolFigure("s" + (100 + s), figure, pupils, null, null, null, null, null, null, null);
    }

    private static SchoolsView view(int year, List<SchoolFigure> schools) {
        return new SchoolsView(SubjectType.COUNTY, "indicator:bench", year, schools);
    }
}
