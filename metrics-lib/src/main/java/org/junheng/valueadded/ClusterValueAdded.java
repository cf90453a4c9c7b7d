package org.junheng.valueadded;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.RandomIntercept;
import org.junheng.subject.Role;

/**
 * Value-added of a cluster (集团增值): the mean of its members' value-added, each member weighted by its pupils in the model.
 *
 * <p>{@code sum(n_m u_m) / sum(n_m)} over members, the lead not among them; the errors of the members are not independent, because all rest on
 * the same fixed effects: se adds the conditional variances, the interval adds the covariance that the fixed effects bring, and the
 * uncertainty of the variances. It speaks of these schools, not of clusters of their kind.
 *
 * <p>Absent without pupils' data, and where the lead or every member has no value-added. Fewer than 30 pupils of members are little evidence.
 * Where the school variance is 0 the value is 0, and the interval is +- 1.96 standard deviations at the upper 95 % limit of that variance.
 *
 * <p>Source: as for the value-added of a school; contract 5.3 for the lead and a member.
 *
 * <p>Clause: YN-D4.
 */
public record ClusterValueAdded() implements Composite<ClusterValueAdded.Schools> {
    private static final Words NO_PAIR = new Words("缺少牵头学校或成员学校的增值", "the lead or every member has no value-added");
    private static final Words NO_PUPILS =
            new Words("没有学生数据,各校误差未知", "no pupils' data: the errors of the schools are not known");

    /** The schools of a cluster with their parts in it, and the model that their value-added is from. */
    public record Schools(SortedMap<String, Role> roles, CohortFit fit) {}

    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.cluster",
                new Words("集团增值", "value-added of a cluster"),
                "sum(n_m u_m) / sum(n_m) over the members; se = root of sum(n_m^2 se_m^2) / sum(n_m); ci = value +- 1.96 x prediction error"
                        + " with the covariance of the schools' errors and the uncertainty of the variances",
                "1",
                "score",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code", "memberships.role"),
                new Words(
                        "没有学生数据,或缺牵头学校或成员学校的增值时不评价",
                        "absent without pupils' data, and where the lead or every member has no value-added"),
                "Exam data (Goldstein et al. 1993): joint covariance of lme4 1.1.31");
    }

    @Override
    public Outcome of(Schools schools) {
        RandomIntercept model = schools.fit().model();
        if (model == null) {
            Words refusal = schools.fit().refusal();
            return new Absent(refusal.equals(Words.NONE) ? NO_PUPILS : refusal, Counts.NONE);
        }
        SortedMap<String, Double> members = new TreeMap<>();
        SortedSet<Role> there = new TreeSet<>();
        for (RandomIntercept.Effect effect : model.effects()) {
            Role role = schools.roles().get(effect.group());
            if (role != null) {
                there.add(role);
            }
            if (role == Role.MEMBER) {
                members.put(effect.group(), (double) effect.n());
            }
        }
        return there.size() == Role.values().length
                ? value(model, members)
                : new Absent(NO_PAIR, Counts.ofSchools(members.size()));
    }

    private static Value value(RandomIntercept model, SortedMap<String, Double> members) {
        RandomIntercept.Combined mean = model.combined(members);
        boolean alike = model.sigma2Groups() == 0;
        double half = SchoolValueAdded.NORMAL * (alike ? mean.highestSd() : mean.intervalSe());
        return Value.of(mean.value(), new Counts((long) members.size(), mean.n(), null))
                .within(new Interval(
                        mean.conditionalSe(), mean.value() - half, mean.value() + half, SchoolValueAdded.LEVEL))
                .withCaution(SchoolValueAdded.caution(alike, mean.n()));
    }
}
