package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.BetweenWithin;
import org.junheng.stats.CrossSums;
import org.junheng.stats.ExactSum;
import org.junheng.stats.MeasurementError;

/** The sums of a cohort as the columns of its model: outcome first, text covariates as treatment contrasts against their first value. */
final class CohortDesign {
    private static final int OUTCOME = 0;

    private final Cohort cohort;
    private final SortedMap<String, SchoolSums> complete;
    private final List<String> names = new ArrayList<>(List.of("outcome"));
    private final List<Source> sources = new ArrayList<>(List.of(new PupilColumn(OUTCOME)));
    private final List<Cohort.Scale> scales = new ArrayList<>();

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
        this.complete = complete;
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

    /** The columns; null when a declared reliability would leave a number no true differences within schools. */
    static @Nullable BetweenWithin of(Cohort cohort, SortedMap<String, SchoolSums> complete) {
        CohortDesign design = new CohortDesign(cohort, complete);
        cohort.terms().forEach(design::enter);
        return cohort.reliabilities().isEmpty()
                ? design.split()
                : MeasurementError.corrected(design.split(), design.reliabilities());
    }

    private double[] reliabilities() {
        return sources.stream()
                .mapToDouble(source -> source instanceof PupilColumn column
                        ? cohort.reliabilities().getOrDefault(column.at(), 1.0)
                        : 1)
                .toArray();
    }

    private void enter(Term term) {
        if (term instanceof Term.PupilNumber number) {
            column(number.name(), new PupilColumn(number.at()), cohort.scales().get(number.at()));
        } else if (term instanceof Term.PupilText text) {
            for (String level : contrasts(levels(text.at()))) {
                constant(text.name() + "=" + level, (school, texts) -> indicator(texts.get(text.at()), level));
            }
        } else if (term instanceof Term.MeanOfNumber mean) {
            SortedMap<String, Double> means = bySchool(sums -> meanOf(sums, mean.at()));
            column(
                    mean.name(),
                    new Constant((school, texts) -> valueOf(means, school)),
                    cohort.scales().get(mean.at()));
        } else if (term instanceof Term.MeanOfText mean) {
            for (String level : contrasts(levels(mean.at()))) {
                SortedMap<String, Double> shares = bySchool(sums -> share(sums, mean.at(), level));
                constant(mean.name() + "=" + level, (school, texts) -> valueOf(shares, school));
            }
        } else if (term instanceof Term.SchoolNumber number) {
            constant(number.name(), (school, texts) -> valueOf(number.bySchool(), school));
        } else if (term instanceof Term.SchoolText text) {
            SortedMap<String, String> values = new TreeMap<>(text.bySchool());
            values.keySet().retainAll(complete.keySet());
            for (String level : contrasts(values.values())) {
                constant(text.name() + "=" + level, (school, texts) -> indicator(valueOf(values, school), level));
            }
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

    /** Exact sums of the columns by school, and their names; numbers enter as they are. */
    static Columns columns(Cohort cohort, SortedMap<String, SchoolSums> complete) {
        CohortDesign design = new CohortDesign(cohort, complete);
        cohort.terms().forEach(design::enter);
        return new Columns(design.names, design.sums());
    }

    /** The columns of a model as sums by school, the outcome first. */
    record Columns(List<String> names, SortedMap<String, CrossSums> schools) {}

    private SortedMap<String, CrossSums> sums() {
        SortedMap<String, CrossSums> schools = new TreeMap<>();
        complete.forEach((school, sums) -> {
            CrossSums columns = new CrossSums(names.size());
            sums.cells().forEach((texts, cell) -> columns.merge(columns(school, texts, cell)));
            schools.put(school, columns);
        });
        return schools;
    }

    private BetweenWithin split() {
        return BetweenWithin.of(names, sums())
                .standardised(
                        scales.stream().mapToDouble(Cohort.Scale::shift).toArray(),
                        scales.stream().mapToDouble(Cohort.Scale::divisor).toArray());
    }

    private CrossSums columns(String school, List<String> texts, CrossSums cell) {
        int[] chosen = new int[sources.size()];
        List<Double> constants = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (sources.get(i) instanceof PupilColumn column) {
                chosen[i] = column.at();
            } else if (sources.get(i) instanceof Constant constant) {
                chosen[i] = cell.variables() + constants.size();
                constants.add(constant.of().value(school, texts));
            }
        }
        return cell.with(constants.stream().mapToDouble(Double::doubleValue).toArray())
                .select(chosen);
    }

    private Set<String> levels(int text) {
        Set<String> levels = new TreeSet<>(CodePoints.ORDER);
        complete.values().forEach(sums -> sums.cells().keySet().forEach(texts -> levels.add(texts.get(text))));
        return levels;
    }

    private static List<String> contrasts(Collection<String> values) {
        TreeSet<String> levels = new TreeSet<>(CodePoints.ORDER);
        levels.addAll(values);
        levels.pollFirst();
        return List.copyOf(levels);
    }

    private SortedMap<String, Double> bySchool(Function<SchoolSums, Double> value) {
        SortedMap<String, Double> values = new TreeMap<>();
        complete.forEach((school, sums) -> values.put(school, value.apply(sums)));
        return values;
    }

    private static double meanOf(SchoolSums sums, int number) {
        CrossSums all = new CrossSums(1);
        sums.cells().values().forEach(cell -> all.merge(cell.select(number)));
        return all.mean(0);
    }

    private static double share(SchoolSums sums, int text, String level) {
        ExactSum with = new ExactSum();
        sums.cells().forEach((texts, cell) -> with.add(indicator(texts.get(text), level) * cell.n()));
        return with.doubleValue() / sums.complete();
    }

    private static <V> V valueOf(Map<String, V> values, String school) {
        return Objects.requireNonNull(values.get(school), school);
    }

    private static double indicator(String value, String level) {
        return value.equals(level) ? 1 : 0;
    }
}
