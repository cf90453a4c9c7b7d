package org.junheng.radiation;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.ActivityKind;

/**
 * In how many subjects a cluster has synchronised lessons in a year (同步课堂学科数).
 *
 * <p>Distinct subjects of activities of the kind; one without a subject counts for none.
 *
 * <p>Absent when the cluster has no lead or no member.
 *
 * <p>Source: 余教〔2021〕36号: at least two subjects (ZJ-01).
 *
 * <p>Clause: ZJ-01.
 */
public record SynchronisedSubjects() implements Metric<ActivityView> {
    @Override
    public Definition definition() {
        return new Definition(
                "radiation.synchronised_subjects",
                new Words("同步课堂学科数", "subjects with synchronised lessons"),
                "distinct subjects of activities of kind SYNCHRONISED_LESSON",
                "1",
                "subjects",
                Better.HIGHER,
                List.of("ZJ-01"),
                List.of("activities.kind", "activities.subject", "memberships.cluster_id"),
                new Words("没有牵头或成员学校时不评价", "absent without lead or member"),
                "hand example");
    }

    @Override
    public Class<ActivityView> view() {
        return ActivityView.class;
    }

    @Override
    public boolean appliesTo(ActivityView view) {
        return view.isOfYear();
    }

    @Override
    public Outcome of(ActivityView view) {
        Counts counts = Counts.ofSchools(view.leads().size() + view.members().size());
        long subjects = view.only(a -> a.kind() == ActivityKind.SYNCHRONISED_LESSON && a.subject() != null).stream()
                .map(Activity::subject)
                .distinct()
                .count();
        return view.isWhole() ? Value.of(subjects, counts) : new Absent(PassedOn.NO_CLUSTER, counts);
    }
}
