package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;

/**
 * Averages of group-time effects. Cohorts weigh by their schools; that these weights are estimated is in the error (as in did 2.3.0). An effect
 * that is absent is left out, and the average says so.
 */
final class Averages {
    private final SchoolPanel panel;
    private final List<GroupTime> effects;
    private final SortedMap<Integer, double[]> cohortSchools = new TreeMap<>();

    /** One row: the key of an aggregation and its effect, or why there is none. */
    record Average(
            Aggregation aggregation,
            @Nullable Integer cohort,
            @Nullable Integer year,
            @Nullable Integer eventTime,
            Optional<Effect> effect,
            int joined,
            int others,
            Words reason) {
        Average(
                Aggregation aggregation,
                @Nullable Integer cohort,
                @Nullable Integer year,
                @Nullable Integer eventTime,
                Optional<Effect> effect,
                Words reason) {
            this(
                    aggregation,
                    cohort,
                    year,
                    eventTime,
                    effect,
                    effect.map(Effect::joinedSchools).orElse(0),
                    effect.map(Effect::otherSchools).orElse(0),
                    reason);
        }
    }

    Averages(SchoolPanel panel, List<GroupTime> effects) {
        this.panel = panel;
        this.effects = List.copyOf(effects);
        for (int cohort : panel.cohorts()) {
            cohortSchools.put(cohort, new double[panel.clusterNames().size()]);
        }
        for (int i = 0; i < panel.schools(); i++) {
            double[] schools = cohortSchools.get(panel.cohort(i));
            if (schools != null) {
                schools[panel.cluster(i)]++;
            }
        }
    }

    /** All rows of all aggregations, the averages of an aggregation behind its parts. */
    List<Average> all() {
        List<Average> rows = new ArrayList<>();
        for (GroupTime e : effects) {
            rows.add(new Average(
                    Aggregation.GROUP_TIME,
                    e.cohort(),
                    e.year(),
                    e.eventTime(),
                    e.effect(),
                    e.joined(),
                    e.others(),
                    e.reason()));
        }
        List<Average> events = by(
                GroupTime::eventTime,
                e -> true,
                (k, es) -> new Average(Aggregation.EVENT, null, null, k, weighted(es), note(es)));
        rows.addAll(events);
        List<Average> sinceJoining = by(
                GroupTime::eventTime,
                GroupTime::isAfter,
                (k, es) -> new Average(Aggregation.EVENT, null, null, k, weighted(es), note(es)));
        rows.add(mean(Aggregation.EVENT, sinceJoining));
        List<Average> cohorts = by(
                GroupTime::cohort,
                GroupTime::isAfter,
                (k, es) -> new Average(Aggregation.GROUP, k, null, null, plain(present(es)), note(es)));
        rows.addAll(cohorts);
        rows.add(new Average(Aggregation.GROUP, null, null, null, overCohorts(cohorts), note(after())));
        List<Average> years = by(
                GroupTime::year,
                GroupTime::isAfter,
                (k, es) -> new Average(Aggregation.CALENDAR, null, k, null, weighted(es), note(es)));
        rows.addAll(years);
        rows.add(mean(Aggregation.CALENDAR, years));
        rows.add(overall());
        return rows;
    }

    Average overall() {
        return new Average(Aggregation.OVERALL, null, null, null, weighted(after()), note(after()));
    }

    private List<GroupTime> after() {
        return effects.stream().filter(GroupTime::isAfter).toList();
    }

    private interface Row {
        Average of(int key, List<GroupTime> effects);
    }

    private List<Average> by(Function<GroupTime, Integer> key, Predicate<GroupTime> which, Row row) {
        SortedMap<Integer, List<GroupTime>> groups = new TreeMap<>();
        effects.stream().filter(which).forEach(e -> groups.computeIfAbsent(key.apply(e), k -> new ArrayList<>())
                .add(e));
        List<Average> rows = new ArrayList<>();
        groups.forEach((k, es) -> rows.add(row.of(k, es)));
        return rows;
    }

    private Average mean(Aggregation aggregation, List<Average> rows) {
        List<Effect> present = rows.stream().flatMap(r -> r.effect().stream()).toList();
        return new Average(aggregation, null, null, null, plain(present), note(after()));
    }

    private Optional<Effect> weighted(List<GroupTime> some) {
        List<GroupTime> present =
                some.stream().filter(e -> e.effect().isPresent()).toList();
        return weighted(
                present(present), present.stream().map(GroupTime::cohort).toList());
    }

    private Optional<Effect> overCohorts(List<Average> rows) {
        List<Average> present =
                rows.stream().filter(r -> r.effect().isPresent()).toList();
        List<Integer> cohorts = new ArrayList<>();
        present.forEach(r -> cohorts.add(java.util.Objects.requireNonNull(r.cohort())));
        return weighted(present.stream().flatMap(r -> r.effect().stream()).toList(), cohorts);
    }

    /** By schools of the cohorts, with the error of these counts: {@code sum over a school's cohort of (effect - average) / sum of shares}. */
    private Optional<Effect> weighted(List<Effect> some, List<Integer> cohorts) {
        if (some.isEmpty()) {
            return Optional.empty();
        }
        double[] weights = new double[some.size()];
        double all = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Moments.sum(schools(cohorts.get(k)));
            all += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= all;
        }
        List<Effect.Part> parts = parts(some, weights);
        double average = Effect.value(parts);
        List<Effect.Share> further = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            double each = panel.schools() * (some.get(k).value() - average) / all;
            further.add(new Effect.Share(schools(cohorts.get(k)), each));
        }
        return Optional.of(Effect.sum(parts, further));
    }

    private static List<Effect.Part> parts(List<Effect> some, double[] weights) {
        List<Effect.Part> parts = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            parts.add(new Effect.Part(some.get(k), weights[k]));
        }
        return parts;
    }

    private double[] schools(int cohort) {
        return java.util.Objects.requireNonNull(cohortSchools.get(cohort));
    }

    private static Optional<Effect> plain(List<Effect> some) {
        if (some.isEmpty()) {
            return Optional.empty();
        }
        double[] weights = new double[some.size()];
        java.util.Arrays.fill(weights, 1.0 / weights.length);
        return Optional.of(Effect.sum(parts(some, weights)));
    }

    private static List<Effect> present(List<GroupTime> some) {
        return some.stream().flatMap(e -> e.effect().stream()).toList();
    }

    private Words note(List<GroupTime> some) {
        List<GroupTime> absent = some.stream().filter(e -> e.effect().isEmpty()).toList();
        if (absent.isEmpty()) {
            return some.isEmpty() ? nobody() : Words.NONE;
        }
        Words first = absent.get(0).reason();
        return new Words(
                some.size() + "个分组年度效应中有" + absent.size() + "个缺失:" + first.zh(),
                absent.size() + " of " + some.size() + " group-time effects are absent: " + first.en());
    }

    private Words nobody() {
        return panel.schools() == 0
                ? new Words(
                        "没有学校有所需各年的结果和协变量", "no school has the outcome and the covariates of the years that are needed")
                : new Words("没有学校在所评年份中加入", "no school joined in these years");
    }
}
