package org.junheng.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.ExactSum;
import org.junheng.stats.Normal;
import org.junheng.subject.Role;

/**
 * Bundled assessment of a school (捆绑式考核): its own score and that of the cluster it answers for.
 *
 * <p>{@code total = (1 - lambda) own + lambda cluster}, {@code cluster = sum_m w_m ((1 - s) level_m + s improvement_m)} over the member schools m of
 * the cluster, {@code w_m} their share of its members' pupils; lambda for the lead and for members, and s, from the protocol. Level is the composite of
 * a school's dimensions without improvement, improvement its score in that dimension; own is the composite of both. All on 0 to 100. The total
 * is the double nearest to the exact sum of its parts.
 *
 * <p>Standard error {@code sqrt(sum c_f^2 v_f)} over the figures f of all these schools, {@code v_f} the variance of a figure's score and {@code c_f} what a
 * point of it adds to the total: a member's own figures count on both sides at once. It speaks of these schools in this year; figures that count everyone
 * do not err. The interval at 95 % is cut at 0 and 100; without any figure that errs there is none.
 *
 * <p>Absent without an own score, or without a member that has level, improvement and pupils; members without are left out, and said.
 *
 * <p>Source: proposal after the bundled assessments of Yuyao and others; no official rubric exists.
 *
 * <p>Clauses: YN-D4; YN-12.
 */
public record BundledScore() implements Composite<BundledScore.School> {
    public static final String ID = "bundled.score";

    private static final Words NO_OWN = new Words("本校没有可用的得分", "the school has no score of its own");
    private static final Words NO_MEMBER =
            new Words("没有同时具备水平、提升得分与学生数的成员校", "no member school has level, improvement and pupils");

    /** What a member brings; not a number where it has none. */
    public record Member(String school, double pupils, double level, double improvement, List<Pull> pulls) {
        public Member {
            pulls = List.copyOf(pulls);
        }

        /** A member whose figures do not err. */
        public Member(String school, double pupils, double level, double improvement) {
            this(school, pupils, level, improvement, List.of());
        }

        boolean isUsable() {
            return pupils > 0 && Double.isFinite(level) && Double.isFinite(improvement);
        }
    }

    /** A school, the members of its cluster (itself among them when it is one) in the order of their codes, and how they are bundled. */
    public record School(String code, Role role, double own, List<Pull> pulls, List<Member> members, Bundle bundle) {
        public School {
            pulls = List.copyOf(pulls);
            members = members.stream()
                    .sorted(Comparator.comparing(Member::school))
                    .toList();
        }
    }

    private static final double LEVEL = 0.95;
    private static final double FULL = 100;

    /** One part of the total: {@code contribution = weight * score}. */
    public record Part(String name, double score, double weight, double contribution) {
        public static Part of(String name, double score, double weight) {
            return new Part(name, score, weight, weight * score);
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                ID,
                new Words("捆绑式考核得分", "bundled score"),
                "(1 - lambda) own + lambda sum(w_m ((1 - s) level_m + s improvement_m)), w_m by pupils, weights of the protocol",
                "1",
                "points of 100",
                Better.HIGHER,
                List.of("YN-D4", "YN-12"),
                List.of("memberships.role", "staff.pupil_count", "protocol.weights"),
                new Words("没有评分方案或成员校得分时不计算", "absent without a protocol or scores of members"),
                "hand example; variance of a cut normal by numerical integration; coverage by simulation");
    }

    @Override
    public Outcome of(School school) {
        List<Part> parts = parts(school);
        long members = school.members().stream().filter(Member::isUsable).count();
        Counts counts = Counts.ofSchools(members);
        if (!Double.isFinite(school.own())) {
            return new Absent(NO_OWN, counts);
        } else if (members == 0) {
            return new Absent(NO_MEMBER, counts);
        }
        ExactSum total = new ExactSum();
        parts.forEach(part -> total.add(part.contribution()));
        int all = school.members().size();
        Words caution = members == all
                ? Words.NONE
                : new Words(
                        all + " 所成员校中 " + members + " 所有得分", members + " of " + all + " member schools have a score");
        double points =
                Math.min(FULL, total.doubleValue()); // full marks, rounded part by part, may add up to a little more
        Value value = Value.of(points, counts).withCaution(caution);
        double se = Math.sqrt(variance(school));
        return se > 0 ? value.within(interval(value.value(), se)) : value;
    }

    private static Interval interval(double total, double se) {
        return new Interval(
                se, Math.max(0, total - Normal.Z_975 * se), Math.min(FULL, total + Normal.Z_975 * se), LEVEL);
    }

    private static double variance(School school) {
        Bundle bundle = school.bundle();
        double lambda = lambda(school);
        double share = bundle.improvementShare();
        List<Member> usable = usable(school);
        double pupils = pupils(usable);
        double variance = 0;
        boolean isAmongThem = false;
        for (Member member : usable) {
            boolean itself = member.school().equals(school.code());
            isAmongThem |= itself;
            double weight = lambda * member.pupils() / pupils;
            for (Pull pull : member.pulls()) {
                double moved = weight * ((1 - share) * pull.level() + share * pull.improvement())
                        + (itself ? (1 - lambda) * pull.own() : 0);
                variance += moved * moved * pull.variance();
            }
        }
        for (Pull pull : isAmongThem ? List.<Pull>of() : school.pulls()) {
            double moved = (1 - lambda) * pull.own();
            variance += moved * moved * pull.variance();
        }
        return variance;
    }

    private static double lambda(School school) {
        return school.role() == Role.LEAD
                ? school.bundle().lambdaLead()
                : school.bundle().lambdaMember();
    }

    private static List<Member> usable(School school) {
        return school.members().stream().filter(Member::isUsable).toList();
    }

    private static double pupils(List<Member> usable) {
        return usable.stream().mapToDouble(Member::pupils).sum();
    }

    /** The parts in order: own, then level and improvement of each member. */
    public static List<Part> parts(School school) {
        Bundle bundle = school.bundle();
        double lambda = lambda(school);
        List<Member> usable = usable(school);
        double pupils = pupils(usable);
        List<Part> parts = new ArrayList<>(List.of(Part.of("own", school.own(), 1 - lambda)));
        for (Member member : usable) {
            double weight = lambda * member.pupils() / pupils;
            double share = bundle.improvementShare();
            parts.add(Part.of("level:" + member.school(), member.level(), weight * (1 - share)));
            parts.add(Part.of("improvement:" + member.school(), member.improvement(), weight * share));
        }
        return parts;
    }
}
