package org.junheng.compliance;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.subject.ActivityKind;

/**
 * What the schools of a cluster did together in a year (集群活动).
 *
 * <p>Sums of {@code quantity}; of what is demanded in each semester, the smaller of the two; of what is demanded of each member, the smallest of
 * them. The facet is the type of the cluster and what is counted, {@code URBAN_RURAL_COMMUNITY:lessons}.
 *
 * <p>Absent when no activity of any cluster was delivered for the year; of seminars and online study, when no cluster delivered any of that kind, since
 * then they are not collected; of all exchange, when nothing was done and rotated teachers are not reported.
 *
 * <p>Source: Yunnan guideline 2024 (YN-14), 余教〔2021〕36号 (ZJ-01, ZJ-02), plans of alliances (S003-02 to S003-05).
 *
 * <p>Clauses: YN-14; YN-D3; ZJ-01; ZJ-02; S003-02; S003-03; S003-04; S003-05.
 */
public record ClusterDeeds(What what) implements Metric<ClusterYear> {
    private static final double A_WEEK = 5;
    private static final Words NOTHING_DELIVERED =
            new Words("该年没有任何集群活动数据", "no activity of any cluster is delivered for the year");
    private static final Words NO_ROTATION =
            new Words("没有活动且轮岗教师数未知", "no activity, and rotated teachers are not known");
    private static final Words NOT_COLLECTED =
            new Words("该年没有任何集群交付此类活动", "no cluster delivered any activity of this kind for the year");
    private static final Words NO_MEMBER = new Words("没有成员学校", "no member");
    private static final Set<ActivityKind> EXCHANGE = EnumSet.of(
            ActivityKind.TEACHER_EXCHANGE,
            ActivityKind.BACKBONE_EXCHANGE,
            ActivityKind.JOINT_RESEARCH,
            ActivityKind.SHARED_COURSE);
    private static final Set<ActivityKind> OF_SUBJECTS =
            EnumSet.of(ActivityKind.JOINT_RESEARCH, ActivityKind.SYNCHRONISED_LESSON, ActivityKind.SHARED_COURSE);

    /** What is counted. */
    public enum What {
        /** Exchanged teachers, joint research, shared courses and rotated teachers together. */
        ALL_EXCHANGE,
        /** Synchronised lessons (同步课堂). */
        LESSONS,
        /** Subjects of synchronised lessons. */
        LESSON_SUBJECTS,
        /** Joint research face to face (线下教研). */
        JOINT_RESEARCH,
        /** Managers seconded in a semester. */
        SECONDMENTS,
        /** Managers sent by a member in a semester for a week or more. */
        SECONDMENTS_OF_EACH_MEMBER,
        /** Activities of subjects in a semester. */
        SUBJECT_ACTIVITIES,
        /** Management seminars in a semester (管理研讨). */
        SEMINARS,
        /** Teachers' study online (网络研修). */
        ONLINE_STUDY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every count. */
    public static List<ClusterDeeds> each() {
        return Arrays.stream(What.values()).map(ClusterDeeds::new).toList();
    }

    @Override
    public Definition definition() {
        return new Definition(
                "cluster.activities",
                new Words("集群活动", "what a cluster did in a year"),
                "sum(quantity) of the activities that the facet names; per semester the smaller of two, per member the smallest",
                "1",
                "times",
                Better.HIGHER,
                List.of("YN-14", "YN-D3", "ZJ-01", "ZJ-02", "S003-02", "S003-03", "S003-04", "S003-05"),
                List.of("activities.kind", "memberships.role", "clusters.cluster_type"),
                new Words("该年没有活动数据时不评价", "absent without any activity of the year"),
                "hand example");
    }

    @Override
    public Class<ClusterYear> view() {
        return ClusterYear.class;
    }

    @Override
    public String facetSuffix() {
        return ":" + what.word();
    }

    @Override
    public Outcome of(ClusterYear view) {
        Counts counts = Counts.ofSchools(view.parts().size());
        List<Deed> deeds = view.deeds();
        if (deeds == null) {
            return new Absent(NOTHING_DELIVERED, counts);
        }
        return switch (what) {
            case ALL_EXCHANGE -> exchange(view, deeds, counts);
            case LESSONS -> told(sum(deeds, d -> d.kind() == ActivityKind.SYNCHRONISED_LESSON), counts);
            case LESSON_SUBJECTS -> told(subjects(deeds), counts);
            case JOINT_RESEARCH -> told(sum(deeds, d -> d.kind() == ActivityKind.JOINT_RESEARCH), counts);
            case SECONDMENTS -> told(bySemester(deeds, d -> d.kind() == ActivityKind.MANAGER_SECONDMENT), counts);
            case SUBJECT_ACTIVITIES -> told(bySemester(deeds, d -> OF_SUBJECTS.contains(d.kind())), counts);
            case SEMINARS -> collected(view, ActivityKind.MANAGEMENT_SEMINAR, counts, ClusterDeeds::bySemester);
            case ONLINE_STUDY -> collected(view, ActivityKind.ONLINE_STUDY, counts, ClusterDeeds::sum);
            case SECONDMENTS_OF_EACH_MEMBER -> ofEachMember(view, deeds, counts);
        };
    }

    /** A kind that many do not collect: that nobody has any says nothing of a single cluster. */
    private static Outcome collected(
            ClusterYear view,
            ActivityKind kind,
            Counts counts,
            ToDoubleBiFunction<List<Deed>, Predicate<Deed>> summed) {
        List<Deed> deeds = view.deeds();
        return deeds == null || !view.collected().contains(kind)
                ? new Absent(NOT_COLLECTED, counts)
                : told(summed.applyAsDouble(deeds, d -> d.kind() == kind), counts);
    }

    private static Outcome told(double sum, Counts counts) {
        return Outcome.nearest(sum, counts);
    }

    private static Outcome exchange(ClusterYear view, List<Deed> deeds, Counts counts) {
        double done = sum(deeds, d -> EXCHANGE.contains(d.kind()));
        boolean unknown = view.parts().stream().anyMatch(p -> p.rotated() == null);
        double rotated = view.parts().stream()
                .mapToDouble(p -> {
                    @Nullable Double teachers = p.rotated();
                    return teachers == null ? 0 : teachers;
                })
                .sum();
        return done + rotated == 0 && unknown ? new Absent(NO_ROTATION, counts) : told(done + rotated, counts);
    }

    private static Outcome ofEachMember(ClusterYear view, List<Deed> deeds, Counts counts) {
        return view.members().stream()
                .mapToDouble(member -> bySemester(
                        deeds,
                        d -> d.kind() == ActivityKind.MANAGER_SECONDMENT
                                && member.school().equals(d.from())
                                && lastsAWeek(d)))
                .boxed()
                .min(Double::compare)
                .map(least -> told(least, counts))
                .orElse(new Absent(NO_MEMBER, counts));
    }

    private static boolean lastsAWeek(Deed deed) {
        Double days = deed.days();
        return days != null && days >= A_WEEK;
    }

    private static double subjects(List<Deed> deeds) {
        return deeds.stream()
                .filter(d -> d.kind() == ActivityKind.SYNCHRONISED_LESSON && d.subject() != null)
                .map(Deed::subject)
                .distinct()
                .count();
    }

    private static double bySemester(List<Deed> deeds, Predicate<Deed> counted) {
        return IntStream.of(1, 2)
                .mapToDouble(semester -> sum(deeds, d -> {
                    @Nullable Integer in = d.semester();
                    return in != null && in == semester && counted.test(d);
                }))
                .min()
                .orElse(0);
    }

    private static double sum(List<Deed> deeds, Predicate<Deed> counted) {
        return deeds.stream()
                .filter(counted)
                .mapToDouble(Deed::quantity)
                .sorted()
                .sum();
    }
}
