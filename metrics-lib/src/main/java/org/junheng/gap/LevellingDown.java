package org.junheng.gap;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Jackknife;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;

/**
 * How a gap between lead and member schools closed or widened: by the weak rising or by the strong falling (差距缩小的方式: 提升还是拉低).
 *
 * <p>Of the schools that are lead or member at the baseline and have figures in both years: the change of the pupil-weighted mean of the members (weak), of the
 * leads (strong), and of the difference, each with a t interval from the jackknife; the three hold together in 95 % (Bonferroni), so that a state claims a
 * falsehood in at most 5 %. Degrees of freedom {@code (sum w)^2 / sum w^2 - 1} of the group, the smaller of the two for the difference. 1 both up and closing; 2
 * weak up and closing; 3 weak up, strong down; 4 levelling down: strong down and closing; 5 widening; 6 undecided. Up means a higher figure.
 *
 * <p>Groups are those of the roster, not the highest and lowest figures: these would move to the middle by chance alone. Absent with fewer than four schools
 * in a group, or where the leads were not ahead at the baseline. Little evidence where undecided.
 *
 * <p>Source: proposal of this project; error rate shown by simulation.
 *
 * <p>Clause: YN-D2.
 */
public record LevellingDown() implements Metric<ChangeView> {
    private static final int LEAST = 4;
    private static final double TAIL = 0.05 / 3 / 2;
    private static final Words FEW =
            new Words("牵头校或成员校两年均有数据的不足4所", "fewer than four lead or member schools have figures in both years");
    private static final Words NOT_AHEAD = new Words("基准年牵头校并不领先", "the lead schools were not ahead at the baseline");
    private static final Words UNDECIDED =
            new Words("变化小于校际变异,不能判定", "the changes are too small against school-to-school variation to be told");

    /** What can be said. */
    public enum State {
        BOTH_UP_AND_CLOSING(1),
        WEAK_UP_AND_CLOSING(2),
        WEAK_UP_STRONG_DOWN(3),
        LEVELLING_DOWN(4),
        WIDENING(5),
        UNDECIDED(6);

        private final int code;

        State(int code) {
            this.code = code;
        }

        /** The published number. */
        public int code() {
            return code;
        }
    }

    /** A change with its standard error and degrees of freedom. */
    private record Moved(double before, double change, double se, double degrees) {
        /** 1 up, -1 down, 0 not told. */
        int direction() {
            double reach = se == 0 ? 0 : new TDistribution(null, degrees).inverseCumulativeProbability(1 - TAIL) * se;
            return change > reach ? 1 : change < -reach ? -1 : 0;
        }

        /** How this one moved against another. */
        Moved against(Moved other) {
            return new Moved(
                    before - other.before,
                    change - other.change,
                    Math.hypot(se, other.se),
                    Math.min(degrees, other.degrees));
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "gap_change.levelling",
                new Words("差距变化的方式(牵头校与成员校)", "how the gap between lead and member schools changed"),
                "1 both up and closing, 2 members up and closing, 3 members up and leads down, 4 levelling down, 5 widening, 6 undecided;"
                        + " simultaneous 95 % t intervals of both changes and their difference",
                "1",
                "state",
                Better.NONE,
                List.of("YN-D2"),
                List.of("memberships.role", "school_scores.mean_score", "school_indicators.value"),
                new Words(
                        "任一组不足4所或基准年牵头校不领先时不评价",
                        "absent for fewer than four schools in a group, or leads not ahead at the baseline"),
                "simulation with known truth");
    }

    @Override
    public Class<ChangeView> view() {
        return ChangeView.class;
    }

    @Override
    public String facetSuffix() {
        return Comparison.LEAD_MEMBER.suffix();
    }

    @Override
    public boolean appliesTo(ChangeView view) {
        return Gaps.isArea(view.now())
                && view.base().usable().stream().anyMatch(Comparison.LEAD_MEMBER::isFirst)
                && view.base().usable().stream().anyMatch(Comparison.LEAD_MEMBER::isSecond);
    }

    @Override
    public Outcome of(ChangeView view) {
        List<SchoolFigure[]> strong = new ArrayList<>();
        List<SchoolFigure[]> weak = new ArrayList<>();
        ChangeView staying = view.sameSchools();
        for (int i = 0; i < staying.base().usable().size(); i++) {
            SchoolFigure before = staying.base().usable().get(i);
            SchoolFigure[] both = {before, staying.now().usable().get(i)};
            if (Comparison.LEAD_MEMBER.isFirst(before)) {
                strong.add(both);
            } else if (Comparison.LEAD_MEMBER.isSecond(before)) {
                weak.add(both);
            }
        }
        if (Math.min(strong.size(), weak.size()) < LEAST) {
            return Gaps.absent(FEW, view.now());
        }
        return told(moved(strong), moved(weak), staying.now());
    }

    private static Outcome told(Moved strong, Moved weak, SchoolsView staying) {
        double sum = strong.before() + strong.change() + strong.se() + weak.before() + weak.change() + weak.se();
        if (!Double.isFinite(sum)) {
            return Outcome.nearest(sum, Gaps.counts(staying));
        } else if (!(strong.before() > weak.before())) {
            return Gaps.absent(NOT_AHEAD, staying);
        }
        State state =
                state(strong.direction(), weak.direction(), weak.against(strong).direction());
        Value value = Value.of(state.code(), Gaps.counts(staying));
        return state == State.UNDECIDED ? value.withCaution(UNDECIDED) : value;
    }

    /** @param closing 1 when the weak gained on the strong, -1 when they lost */
    static State state(int strong, int weak, int closing) {
        if (closing < 0) {
            return State.WIDENING;
        } else if (weak > 0 && strong < 0) {
            return State.WEAK_UP_STRONG_DOWN;
        } else if (closing == 0) {
            return State.UNDECIDED;
        } else if (weak > 0) {
            return strong > 0 ? State.BOTH_UP_AND_CLOSING : State.WEAK_UP_AND_CLOSING;
        }
        return strong < 0 ? State.LEVELLING_DOWN : State.UNDECIDED;
    }

    private static Moved moved(List<SchoolFigure[]> group) {
        Means earlier = new Means(group, 0);
        Means later = new Means(group, 1);
        double[] left = new double[group.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = later.without(i) - earlier.without(i);
        }
        double all = 0;
        double squares = 0;
        for (SchoolFigure[] school : group) {
            all += school[0].w();
            squares += school[0].w() * school[0].w();
        }
        double before = earlier.ofAll();
        double change = later.ofAll() - before;
        return new Moved(
                before, change, new Jackknife(change, left).standardError(), Math.max(1, all * all / squares - 1));
    }

    /** Means of a year with and without one school, from sums of those before it and of those after it: nothing is subtracted. */
    private static final class Means {
        private final int size;
        private final double[] sums;
        private final double[] weights;
        private final double[] laterSums;
        private final double[] laterWeights;

        Means(List<SchoolFigure[]> group, int year) {
            size = group.size();
            sums = new double[size + 1];
            weights = new double[size + 1];
            laterSums = new double[size + 1];
            laterWeights = new double[size + 1];
            for (int i = 0; i < size; i++) {
                SchoolFigure school = group.get(i)[year];
                sums[i + 1] = sums[i] + school.w() * school.nearest();
                weights[i + 1] = weights[i] + school.w();
            }
            for (int i = size - 1; i >= 0; i--) {
                SchoolFigure school = group.get(i)[year];
                laterSums[i] = laterSums[i + 1] + school.w() * school.nearest();
                laterWeights[i] = laterWeights[i + 1] + school.w();
            }
        }

        double ofAll() {
            return sums[size] / weights[size];
        }

        double without(int school) {
            return (sums[school] + laterSums[school + 1]) / (weights[school] + laterWeights[school + 1]);
        }
    }
}
