package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Words;
import org.junheng.subject.Role;
import org.junheng.subject.SubjectType;
import org.junheng.valueadded.GrowthView;
import org.junheng.valueadded.GrowthView.SchoolGrowth;
import org.junheng.valueadded.MedianGrowthPercentile;
import org.junheng.valueadded.PercentileCounts;

/** The percentiles of one plan as rows of the published tables. */
final class GrowthRows {
    private static final MedianGrowthPercentile MEDIAN = new MedianGrowthPercentile();
    private static final Words NOBODY = new Words("没有学生有结果考试成绩", "no pupil has an outcome score");

    private final GrowthPlan plan;
    private final long cohort;
    private final List<Words> obstacles;

    /**
     * @param cohort pupils from whom curves were estimated, 0 when none were
     * @param obstacles why orders could not be estimated
     */
    GrowthRows(GrowthPlan plan, long cohort, List<Words> obstacles) {
        this.plan = plan;
        this.cohort = cohort;
        this.obstacles = obstacles;
    }

    Modelled of(SortedMap<String, PercentileCounts> schools, SortedMap<String, SortedMap<String, Role>> clusters) {
        List<Measures> rows = new ArrayList<>();
        schools.forEach((school, counts) ->
                rows.add(row(SubjectType.SCHOOL, school, List.of(new SchoolGrowth(school, null, counts)))));
        clusters.forEach((cluster, roles) -> {
            List<SchoolGrowth> members = new ArrayList<>();
            roles.forEach((school, role) -> add(members, school, role, schools.get(school)));
            if (!members.isEmpty()) {
                rows.add(row(SubjectType.CLUSTER, cluster, members));
            }
        });
        return new Modelled(rows, List.of(), reasons(schools.isEmpty()));
    }

    private static void add(List<SchoolGrowth> members, String school, Role role, @Nullable PercentileCounts counts) {
        if (counts != null) {
            members.add(new SchoolGrowth(school, role, counts));
        }
    }

    private Measures row(SubjectType type, String subject, List<SchoolGrowth> schools) {
        Words refusal = cohort == 0 && !obstacles.isEmpty() ? obstacles.get(0) : Words.NONE;
        return new ModelRow(MEDIAN.definition(), plan.block().id(), plan.block().outcome(), plan.facet())
                .of(type, subject, MEDIAN.of(new GrowthView(type, cohort, refusal, schools)));
    }

    private List<Words> reasons(boolean nobody) {
        String which = plan.block().id() + " (" + plan.subject() + "): ";
        return (nobody ? List.of(NOBODY) : obstacles)
                .stream()
                        .map(why -> new Words(which + why.zh(), which + why.en()))
                        .toList();
    }
}
