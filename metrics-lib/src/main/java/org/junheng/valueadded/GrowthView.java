package org.junheng.valueadded;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.subject.Role;
import org.junheng.subject.SubjectType;

/**
 * The growth percentiles of a subject's schools in one exam.
 *
 * @param cohort pupils from whom the curves were estimated; of several orders the fewest
 * @param refusal why there are no curves; {@link Words#NONE} when there are
 */
public record GrowthView(SubjectType subjectType, long cohort, Words refusal, List<SchoolGrowth> schools) {

    /**
     * The growth percentiles of one school.
     *
     * @param role its part in the cluster; null where the subject is no cluster
     */
    public record SchoolGrowth(String school, @Nullable Role role, PercentileCounts percentiles) {}

    public GrowthView {
        schools = schools.stream()
                .sorted(Comparator.comparing(SchoolGrowth::school))
                .toList();
    }
}
