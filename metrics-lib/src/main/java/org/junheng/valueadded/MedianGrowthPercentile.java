package org.junheng.valueadded;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Role;
import org.junheng.subject.SubjectType;
import org.junheng.valueadded.GrowthView.SchoolGrowth;

/**
 * Median growth percentile (成长百分位中位数): where the pupils of a school or cluster stand, in the middle, among all pupils with the same
 * earlier scores.
 *
 * <p>A pupil's percentile counts how many of the 100 curves at shares 0.005, 0.015, ..., 0.995 lie below the score; the median of an even
 * number of pupils is the mean of the two middle ones. The interval is that of the bootstrap over pupils, in closed form; it speaks of these
 * schools, and takes the curves as known.
 *
 * <p>Absent where no pupil has a percentile, and for a cluster without its lead or without a member. Little evidence: fewer than 30 pupils,
 * less than 70 % of the pupils with an outcome score, curves from fewer than 1,000 pupils. Fewer than 10 pupils have no interval.
 *
 * <p>Source: Betebenner 2009.
 *
 * <p>Clause: YN-D4.
 */
public record MedianGrowthPercentile() implements Metric<GrowthView> {
    private static final double LEVEL = 0.95;
    private static final int FEW_PUPILS = 30;
    private static final int LEAST_FOR_INTERVAL = 10;
    private static final int SMALL_COHORT = 1000;
    private static final int LEAST_PERCENT_MATCHED = 70;
    private static final Words NOBODY = new Words("没有学生有成长百分位", "no pupil has a growth percentile");
    private static final Words NO_PAIR =
            new Words("缺少牵头学校或成员学校的成长百分位", "the lead or every member has no growth percentile");

    @Override
    public Definition definition() {
        return new Definition(
                "growth.median_percentile",
                new Words("成长百分位中位数", "median growth percentile"),
                "median over pupils of the number of curves strictly below the score, 1..99; curves: quantile regression at 0.005, 0.015,"
                        + " ..., 0.995 on cubic B-splines (4 knots) of the newest k prior scores, k the most that a pupil has;"
                        + " se and ci: bootstrap over pupils",
                "1",
                "percentile",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "没有最近一次先前成绩的学生不计;缺牵头学校或成员学校的集团不评价;少于30人、不足70%的学生有百分位或全体少于1000人时证据不足",
                        "pupils without the newest prior score do not count; a cluster needs its lead and a member; little evidence below 30"
                                + " pupils, below 70 % of those with an outcome score, or below 1,000 pupils in all"),
                "SGPdata mathematics (4,156 pupils, 72 schools) with quantreg 5.94 and the SGP package");
    }

    @Override
    public Class<GrowthView> view() {
        return GrowthView.class;
    }

    @Override
    public Outcome of(GrowthView view) {
        List<SchoolGrowth> schools =
                view.schools().stream().filter(s -> s.percentiles().n() > 0).toList();
        boolean cluster = view.subjectType() == SubjectType.CLUSTER;
        if (schools.isEmpty()) {
            Words why = view.refusal().equals(Words.NONE) ? NOBODY : view.refusal();
            return new Absent(why, new Counts(cluster ? 0L : null, 0L, null));
        }
        PercentileCounts all = schools.stream()
                .map(SchoolGrowth::percentiles)
                .reduce(PercentileCounts::and)
                .orElseThrow();
        Counts counts = new Counts(cluster ? (long) schools.size() : null, all.n(), null);
        if (cluster && !(has(Role.LEAD, schools) && has(Role.MEMBER, schools))) {
            return new Absent(NO_PAIR, counts);
        }
        Value median = Value.of(all.median(), counts).withCaution(caution(all, view.cohort()));
        return all.n() < LEAST_FOR_INTERVAL ? median : median.within(all.interval(LEVEL));
    }

    private static boolean has(Role role, List<SchoolGrowth> schools) {
        return schools.stream().anyMatch(s -> s.role() == role);
    }

    private static Words caution(PercentileCounts all, long cohort) {
        long pupils = all.n();
        if (pupils < FEW_PUPILS) {
            return new Words(
                    "只有" + pupils + "名学生(少于" + FEW_PUPILS + "名)",
                    "only " + pupils + " pupils (fewer than " + FEW_PUPILS + ")");
        }
        if (100 * pupils < LEAST_PERCENT_MATCHED * all.withOutcome()) {
            return new Words(
                    "有结果成绩的学生中不足" + LEAST_PERCENT_MATCHED + "%有成长百分位",
                    "fewer than " + LEAST_PERCENT_MATCHED + " % of the pupils with an outcome score have a percentile");
        }
        return cohort < SMALL_COHORT
                ? new Words(
                        "成长曲线只据" + cohort + "名学生估计(少于" + SMALL_COHORT + "名)",
                        "the growth curves rest on only " + cohort + " pupils (fewer than " + SMALL_COHORT + ")")
                : Words.NONE;
    }
}
