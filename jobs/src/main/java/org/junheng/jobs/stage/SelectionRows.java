package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.selection.BoundedValueAdded;
import org.junheng.selection.LateTransfers;
import org.junheng.selection.LeaverTally;
import org.junheng.selection.LeaversFlag;
import org.junheng.selection.LowLeavers;
import org.junheng.selection.LowLeavers.Missing;
import org.junheng.stats.RandomIntercept;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junheng.valueadded.CohortFit;

/** Who is missing from the outcome exams of the models, and who came late, as rows of the published table. */
final class SelectionRows {
    private static final LowLeavers UNTESTED = new LowLeavers(Missing.ANYWHERE);
    private static final LowLeavers LEFT = new LowLeavers(Missing.HERE);
    private static final LeaversFlag FLAG = new LeaversFlag();
    private static final LateTransfers TRANSFERS = new LateTransfers();
    private static final Words OTHER_STAGE = new Words(
            "先前考试在前一学段,无法得知谁离开了结果考试所在的学校",
            "the prior exam lies in an earlier stage: who left the school of the outcome exam cannot be told");

    private final List<Measures> measures = new ArrayList<>();

    /** @param totals those of this model, by its place, are taken */
    void add(CohortPlan plan, CohortFit fit, SchoolTotals totals, int place) {
        boolean sameStage = plan.block().latestPrior() >= 0
                && stage(plan.block().prior().get(plan.block().latestPrior()))
                        == stage(plan.block().outcome());
        totals.followed().left(place).forEach((county, schools) -> {
            if (sameStage) {
                addSchools(plan, fit, schools);
            } else if (!county.equals(Screening.NO_COUNTY)) {
                addCounty(plan, county, schools);
            }
        });
        if (sameStage) {
            totals.came(place)
                    .forEach((school, arrivals) ->
                            put(plan, TRANSFERS.definition(), SubjectType.SCHOOL, school, TRANSFERS.of(arrivals)));
        }
    }

    List<Measures> measures() {
        return measures;
    }

    /** Never beside its schools, so that a small cell of one of them cannot be told from the rest. */
    private void addCounty(CohortPlan plan, String county, SortedMap<String, LeaverTally> schools) {
        LowLeavers.Looked all = new LowLeavers.Looked(sum(schools), (long) schools.size());
        put(plan, UNTESTED.definition(), SubjectType.COUNTY, county, UNTESTED.of(all));
        for (Definition definition : List.of(LEFT.definition(), FLAG.definition(), TRANSFERS.definition())) {
            put(plan, definition, SubjectType.COUNTY, county, new Absent(OTHER_STAGE, Counts.NONE));
        }
    }

    private void addSchools(CohortPlan plan, CohortFit fit, SortedMap<String, LeaverTally> schools) {
        for (Map.Entry<String, LeaverTally> entry : schools.entrySet()) {
            String school = entry.getKey();
            LowLeavers.Looked own = new LowLeavers.Looked(entry.getValue(), null);
            put(plan, UNTESTED.definition(), SubjectType.SCHOOL, school, UNTESTED.of(own));
            put(plan, LEFT.definition(), SubjectType.SCHOOL, school, LEFT.of(own));
            Outcome flag = FLAG.of(new LeaversFlag.Looked(entry.getValue(), schools.size()));
            put(plan, FLAG.definition(), SubjectType.SCHOOL, school, flag);
            RandomIntercept model = fit.model();
            if (flag instanceof Value value && value.value() == 1 && model != null) {
                addBounds(plan, new BoundedValueAdded.School(school, model, entry.getValue(), others(school, schools)));
            }
        }
    }

    private void addBounds(CohortPlan plan, BoundedValueAdded.School school) {
        for (BoundedValueAdded.Bound bound : BoundedValueAdded.Bound.values()) {
            BoundedValueAdded bounded = new BoundedValueAdded(bound);
            measures.add(row(plan, bounded.definition(), plan.unit())
                    .of(SubjectType.SCHOOL, school.school(), bounded.of(school)));
        }
    }

    private void put(CohortPlan plan, Definition definition, SubjectType type, String subject, Outcome outcome) {
        measures.add(row(plan, definition, definition.unit()).of(type, subject, outcome));
    }

    private static LeaverTally others(String school, SortedMap<String, LeaverTally> schools) {
        LeaverTally sum = LeaverTally.NOBODY;
        for (Map.Entry<String, LeaverTally> other : schools.entrySet()) {
            sum = other.getKey().equals(school) ? sum : sum.plus(other.getValue());
        }
        return sum;
    }

    private static LeaverTally sum(SortedMap<String, LeaverTally> schools) {
        return schools.values().stream().reduce(LeaverTally.NOBODY, LeaverTally::plus);
    }

    private static Stage stage(Exam exam) {
        return Stage.ofGrade(exam.grade());
    }

    private static ModelRow row(CohortPlan plan, Definition definition, String unit) {
        return new ModelRow(definition, plan.block().id(), plan.block().outcome(), "score:" + plan.subject(), unit);
    }
}
