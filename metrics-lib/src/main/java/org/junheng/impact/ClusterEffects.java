package org.junheng.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.FalseDiscovery;

/**
 * The effect on the schools of each cluster, by outcome regression, averaged over all years since joining. Where schools err independently its
 * interval and p-value come from randomisation: as many never-joiners are drawn in their stead (Conley and Taber 2011). Where they do not, one
 * cluster is one independent unit, and nothing can be told of it alone.
 */
public final class ClusterEffects {
    private static final int DRAWS = 999;
    private static final double LEVEL = 0.95;
    private static final Words ONE_UNIT = new Words(
            "误差按集群相关,单个集群只是一个独立单位,不给区间",
            "errors are shared within clusters: one cluster is one unit and has no interval of its own");

    private final SchoolPanel panel;
    private final ImpactQuestion question;
    private final int[] pool;
    private final SortedMap<Integer, double[]> sums = new TreeMap<>();

    private ClusterEffects(ImpactFit fit) {
        this.panel = fit.evidence().panel();
        this.question = fit.evidence().question();
        this.pool = IntStream.range(0, panel.schools())
                .filter(i -> panel.cohort(i) == SchoolPanel.NEVER
                        && IntStream.range(0, panel.years()).noneMatch(t -> Double.isNaN(panel.outcome(t, i))))
                .toArray();
        panel.cohorts().forEach(cohort -> sums.put(cohort, sums(cohort)));
    }

    /** @param clusters cluster by school code, of the schools that joined */
    public static List<ClusterEffect> of(ImpactFit fit, Map<String, String> clusters) {
        ClusterEffects effects = new ClusterEffects(fit);
        SortedMap<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < effects.panel.schools(); i++) {
            String cluster = clusters.get(effects.panel.code(i));
            if (cluster != null && effects.panel.cohort(i) != SchoolPanel.NEVER) {
                members.computeIfAbsent(cluster, c -> new ArrayList<>()).add(i);
            }
        }
        return effects.all(members);
    }

    private List<ClusterEffect> all(SortedMap<String, List<Integer>> members) {
        boolean independent = panel.clusterNames().size() == panel.schools();
        List<Outcome> outcomes = new ArrayList<>();
        List<@Nullable Double> pValues = new ArrayList<>();
        members.forEach((cluster, schools) -> {
            Outcome effect = effect(schools);
            double[] placebos = independent && effect instanceof Value && pool.length >= 2 * schools.size()
                    ? placebos(cluster, schools)
                    : new double[0];
            outcomes.add(withInterval(effect, placebos, independent));
            pValues.add(effect instanceof Value v && placebos.length > 0 ? pValue(v.value(), placebos) : null);
        });
        List<@Nullable Double> q = FalseDiscovery.qValues(pValues);
        List<ClusterEffect> effects = new ArrayList<>();
        int at = 0;
        for (String cluster : members.keySet()) {
            Outcome effect = outcomes.get(at);
            Double discovery = q.get(at++);
            Words why = effect instanceof Absent absent ? absent.reason() : ((Value) effect).caution();
            effects.add(new ClusterEffect(
                    cluster,
                    effect,
                    discovery == null ? new Absent(why, effect.counts()) : Value.of(discovery, effect.counts())));
        }
        return effects;
    }

    private Outcome effect(List<Integer> schools) {
        SortedMap<Integer, List<Integer>> cohorts = new TreeMap<>();
        schools.forEach(i ->
                cohorts.computeIfAbsent(panel.cohort(i), c -> new ArrayList<>()).add(i));
        List<GroupTime> after = new ArrayList<>();
        cohorts.forEach((cohort, of) -> {
            int[] joined = of.stream().mapToInt(i -> i).toArray();
            after.addAll(
                    GroupTime.of(panel, question.timing(), cohort, joined, question.comparison(), EffectEstimator.REG)
                            .stream()
                            .filter(GroupTime::isAfter)
                            .toList());
        });
        Counts counts = Counts.ofSchools(schools.size());
        double sum = 0;
        double weights = 0;
        for (GroupTime e : after) {
            if (e.effect().isPresent()) {
                sum += e.joined() * e.effect().get().value();
                weights += e.joined();
            }
        }
        return weights > 0
                ? Value.of(sum / weights, counts)
                : new Absent(after.isEmpty() ? Words.NONE : after.get(0).reason(), counts);
    }

    private static Outcome withInterval(Outcome effect, double[] placebos, boolean independent) {
        if (!(effect instanceof Value value)) {
            return effect;
        }
        if (placebos.length == 0) {
            return value.withCaution(
                    independent ? new Words("从未加入的学校太少,不给区间", "too few never-joiners for an interval") : ONE_UNIT);
        }
        double half = placebos[DRAWS - 50];
        return value.within(new Interval(null, value.value() - half, value.value() + half, LEVEL));
    }

    /** Sizes of the placebo effects, ascending. */
    private double[] placebos(String cluster, List<Integer> schools) {
        CounterRandom random = CounterRandom.of(question.seed(), "impact cluster " + cluster);
        double years = 0;
        for (int school : schools) {
            years += panel.years() - 1 - panel.base(panel.cohort(school));
        }
        double[] placebos = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            int[] drawn = new int[schools.size()];
            double sum = 0;
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = draw(random, d, i, drawn);
                sum += sums.getOrDefault(panel.cohort(schools.get(i)), new double[0])[drawn[i]];
            }
            placebos[d] = Math.abs(sum / years);
        }
        Arrays.sort(placebos);
        return placebos;
    }

    /** A never-joiner not drawn before. */
    private int draw(CounterRandom random, int draw, int place, int[] before) {
        for (long attempt = place; ; attempt += before.length) {
            int candidate = random.below(pool.length, draw, attempt);
            if (Arrays.stream(before, 0, place).noneMatch(b -> b == candidate)) {
                return candidate;
            }
        }
    }

    /** Of every never-joiner: the changes since the base of a cohort, summed over the years since, less their mean. */
    private double[] sums(int cohort) {
        double[] of = new double[pool.length];
        int base = panel.base(cohort);
        for (int i = 0; i < of.length; i++) {
            for (int t = base + 1; t < panel.years(); t++) {
                of[i] += panel.outcome(t, pool[i]) - panel.outcome(base, pool[i]);
            }
        }
        double mean = of.length == 0 ? 0 : Moments.sum(of) / of.length;
        return Arrays.stream(of).map(v -> v - mean).toArray();
    }

    private static double pValue(double effect, double[] placebos) {
        long atLeast =
                Arrays.stream(placebos).filter(p -> p >= Math.abs(effect)).count();
        return (1.0 + atLeast) / (1 + DRAWS);
    }
}
