package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.BetweenWithin;
import org.junheng.stats.CrossSums;
import org.junheng.stats.CrossedSums;
import org.junheng.stats.MeasurementError;

/** The sums of a cohort as the columns of its model: outcome first, text covariates as treatment contrasts against their first value. */
final class CohortDesign {
    private static final int OUTCOME = 0;

    private final Cohort cohort;
    private final CompletePupils complete;
    private final List<String> names = new ArrayList<>(List.of("outcome"));
    private final List<Source> sources = new ArrayList<>(List.of(new PupilColumn(OUTCOME)));
    private final List<Cohort.Scale> scales = new ArrayList<>();
    private final List<Filled> filled = new ArrayList<>();

    /** A column whose missing numbers are filled with its mean, and the column that marks them. */
    private record Filled(int column, int marks) {}

    /** Where a column comes from. */
    private sealed interface Source permits PupilColumn, Constant {}

    private record PupilColumn(int at) implements Source {}

    /** The same for all pupils of a cell. */
    private interface OfCell {
        double value(String school, List<String> texts);
    }

    private record Constant(OfCell of) implements Source {}

    private CohortDesign(Cohort cohort, SortedMap<String, SchoolSums> complete) {
        this.cohort = cohort;
        this.complete = new CompletePupils(cohort.terms(), complete);
        this.scales.add(cohort.scales().get(OUTCOME));
    }

    /** The schools that have pupils with everything and every covariate of the school. */
    static SortedMap<String, SchoolSums> complete(Cohort cohort) {
        SortedMap<String, SchoolSums> complete = new TreeMap<>(cohort.schools());
        complete.values().removeIf(sums -> sums.complete() == 0);
        for (Term term : cohort.terms()) {
            if (term instanceof Term.SchoolNumber number) {
                complete.keySet().retainAll(number.bySchool().keySet());
            } else if (term instanceof Term.SchoolText text) {
                complete.keySet().retainAll(text.bySchool().keySet());
            }
        }
        return complete;
    }

    /**
     * The columns of a model.
     *
     * @param data null when a declared reliability would leave a number no true differences within schools
     * @param dropped names of columns that those before them determine
     */
    record Columns(@Nullable BetweenWithin data, List<String> dropped) {}

    static Columns of(Cohort cohort, SortedMap<String, SchoolSums> complete) {
        CohortDesign design = new CohortDesign(cohort, complete);
        cohort.terms().forEach(design::enter);
        BetweenWithin split = design.split();
        List<Integer> aliased = split.aliased();
        BetweenWithin data = split.without(aliased);
        return new Columns(
                cohort.reliabilities().isEmpty()
                        ? data
                        : MeasurementError.corrected(data, design.reliabilities(aliased)),
                aliased.stream().map(design.names::get).toList());
    }

    /** Of the columns that stay. */
    private double[] reliabilities(List<Integer> aliased) {
        return IntStream.range(0, sources.size())
                .filter(i -> !aliased.contains(i))
                .mapToDouble(i -> sources.get(i) instanceof PupilColumn column
                        ? cohort.reliabilities().getOrDefault(column.at(), 1.0)
                        : 1)
                .toArray();
    }

    private void enter(Term term) {
        if (term instanceof Term.PupilNumber number) {
            column(number.name(), new PupilColumn(number.at()), cohort.scales().get(number.at()));
        } else if (term instanceof Term.PupilText text) {
            for (String level : contrasts(complete.values(text.at()))) {
                constant(text.name() + "=" + level, (school, texts) -> indicator(texts.get(text.at()), level));
            }
        } else if (term instanceof Term.MeanOfNumber mean) {
            SortedMap<String, Double> means = bySchool(sums -> complete.mean(sums, mean.at()));
            column(
                    mean.name(),
                    new Constant((school, texts) -> valueOf(means, school)),
                    cohort.scales().get(mean.at()));
        } else if (term instanceof Term.MeanOfText mean) {
            for (String level : contrasts(complete.values(mean.at()))) {
                SortedMap<String, Double> shares = bySchool(sums -> CompletePupils.share(sums, mean.at(), level));
                constant(mean.name() + "=" + level, (school, texts) -> valueOf(shares, school));
            }
        } else if (term instanceof Term.SchoolNumber number) {
            constant(number.name(), (school, texts) -> valueOf(number.bySchool(), school));
        } else if (term instanceof Term.Missing missing) {
            enter(missing);
        } else if (term instanceof Term.SchoolText text) {
            SortedMap<String, String> values = new TreeMap<>(text.bySchool());
            values.keySet().retainAll(complete.schools().keySet());
            for (String level : contrasts(values.values())) {
                constant(text.name() + "=" + level, (school, texts) -> indicator(valueOf(values, school), level));
            }
        }
    }

    private void enter(Term.Missing missing) {
        int column = sources.indexOf(new PupilColumn(missing.of()));
        for (Filled before : filled) {
            if (sources.get(before.marks()) instanceof PupilColumn earlier
                    && complete.areSame(missing.at(), earlier.at())) {
                filled.add(new Filled(column, before.marks()));
                return;
            }
        }
        if (complete.sums(missing.at()).sum(0).doubleValue() > 0) {
            filled.add(new Filled(column, names.size()));
            column(missing.name(), new PupilColumn(missing.at()), Cohort.Scale.NONE);
        }
    }

    private void constant(String name, OfCell of) {
        column(name, new Constant(of), Cohort.Scale.NONE);
    }

    private void column(String name, Source source, Cohort.Scale scale) {
        names.add(name);
        sources.add(source);
        scales.add(scale);
    }

    /** The columns as sums by the levels of random factors. */
    static CrossedSums crossed(
            Cohort cohort, SortedMap<String, SchoolSums> complete, List<String> factors, Levels levels) {
        CohortDesign design = new CohortDesign(cohort, complete);
        cohort.terms().forEach(design::enter);
        SortedMap<List<String>, CrossSums> cells = design.sums(levels);
        CrossedSums crossed = new CrossedSums(factors, design.names, cells, levels.shared(cells.keySet()));
        for (Filled column : design.filled) {
            double mean = crossed.centre(column.column()) / (1 - crossed.centre(column.marks()));
            crossed = crossed.plus(column.column(), mean, column.marks());
        }
        return crossed.standardised(design.shifts(), design.divisors())
                .without(design.split().aliased());
    }

    /** The levels of random factors to which the pupils of a cell belong. */
    interface Levels {
        List<String> of(String school, List<String> texts);

        /** Of names that stand for several levels: these, with their shares. */
        default Map<String, SortedMap<String, Double>> shared(Collection<List<String>> levels) {
            return Map.of();
        }
    }

    private SortedMap<List<String>, CrossSums> sums(Levels levels) {
        SortedMap<List<String>, CrossSums> cells = new TreeMap<>(CodePoints.LISTS);
        complete.schools().forEach((school, sums) -> sums.cells().forEach((texts, cell) -> cells.computeIfAbsent(
                        levels.of(school, texts), level -> new CrossSums(sources.size()))
                .mergeSelected(cell, chosen(cell), constants(school, texts))));
        return cells;
    }

    private CrossSums sums(String school, SchoolSums pupils) {
        CrossSums own = new CrossSums(sources.size());
        pupils.cells().forEach((texts, cell) -> own.mergeSelected(cell, chosen(cell), constants(school, texts)));
        return own;
    }

    private BetweenWithin split() {
        List<Map.Entry<String, SchoolSums>> all = List.copyOf(complete.schools().entrySet());
        List<CrossSums> own =
                all.parallelStream() // every school for itself, so that it does not matter who computes which
                        .map(school -> sums(school.getKey(), school.getValue()))
                        .toList();
        SortedMap<String, CrossSums> schools = new TreeMap<>();
        for (int i = 0; i < own.size(); i++) {
            schools.put(all.get(i).getKey(), own.get(i));
        }
        BetweenWithin split = BetweenWithin.of(names, schools);
        for (Filled column : filled) {
            double mean = split.centre(column.column()) / (1 - split.centre(column.marks()));
            split = split.plus(column.column(), mean, column.marks());
        }
        return split.standardised(shifts(), divisors());
    }

    private double[] shifts() {
        return scales.stream().mapToDouble(Cohort.Scale::shift).toArray();
    }

    private double[] divisors() {
        return scales.stream().mapToDouble(Cohort.Scale::divisor).toArray();
    }

    /** The pupils' numbers by their place in a cell, constants numbered on from these. */
    private int[] chosen(CrossSums cell) {
        int[] chosen = new int[sources.size()];
        int constants = cell.variables();
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = sources.get(i) instanceof PupilColumn column ? column.at() : constants++;
        }
        return chosen;
    }

    private double[] constants(String school, List<String> texts) {
        double[] constants = new double[sources.size()];
        int n = 0;
        for (Source source : sources) {
            if (source instanceof Constant constant) {
                constants[n++] = constant.of().value(school, texts);
            }
        }
        return Arrays.copyOf(constants, n);
    }

    private static List<String> contrasts(Collection<String> values) {
        TreeSet<String> levels = new TreeSet<>(CodePoints.ORDER);
        levels.addAll(values);
        levels.pollFirst();
        return List.copyOf(levels);
    }

    private SortedMap<String, Double> bySchool(Function<SchoolSums, Double> value) {
        SortedMap<String, Double> values = new TreeMap<>();
        complete.schools().forEach((school, sums) -> values.put(school, value.apply(sums)));
        return values;
    }

    private static <V> V valueOf(Map<String, V> values, String school) {
        return Objects.requireNonNull(values.get(school), school);
    }

    private static double indicator(String value, String level) {
        return value.equals(level) ? 1 : 0;
    }
}
