package org.junheng.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Words;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
import org.junheng.survey.SampledUnit;
import org.junheng.survey.SurveyDesign;

/** What the metrics of surveys share. */
final class Surveys {
    static final double LEVEL = 0.95;
    static final String RATE = "satisfaction.rate";
    static final Words NOTHING = new Words("没有可用的答卷", "no usable answers");
    static final Words TOO_MANY = new Words("满意答卷数多于答卷总数", "more satisfied answers than answers");
    static final Words ONE_SCHOOL =
            new Words("只有一所学校,无法估计学校间的抽样误差", "a single school does not tell how schools differ");
    static final Words FEW_SCHOOLS =
            new Words("学校少于 9 所,标准误本身不稳定", "fewer than 9 schools: the standard error is itself uncertain");

    private static final double SURE = 8;

    private Surveys() {}

    static Definition define(
            String id, Words name, String formula, String unit, List<String> inputs, Words missing, String reference) {
        Better better = id.endsWith("_effect") ? Better.NONE : Better.HIGHER;
        return new Definition(id, name, formula, "1", unit, better, List.of("YN-D5"), inputs, missing, reference);
    }

    /** Fewer than 8 degrees of freedom (Parker et al. 2017). */
    static Words caution(double df) {
        return df < SURE ? FEW_SCHOOLS : Words.NONE;
    }

    static Interval cut(Interval interval, double low, double high) {
        return new Interval(
                interval.se(),
                Math.min(high, Math.max(low, interval.low())),
                Math.max(low, Math.min(high, interval.high())),
                interval.level());
    }

    /** Schools as the units of a sample, each counted once: sums over schools are sums over answers. */
    static SurveyDesign ofSchools(List<SurveyView.Tally> schools) {
        return SurveyDesign.of(
                schools.stream().map(s -> SampledUnit.school(s.school(), 1)).toList());
    }

    static double[] numbers(List<SurveyView.Tally> schools, ToDoubleFunction<SurveyView.Tally> number) {
        return schools.stream().mapToDouble(number).toArray();
    }

    /**
     * The schools of a view that bring answers.
     *
     * @param schools with both counts, and at least one answer
     */
    record Answered(List<SurveyView.Tally> schools, long satisfied, long answers) {

        static Answered of(SurveyView view) {
            List<SurveyView.Tally> schools = new ArrayList<>();
            long satisfied = 0;
            long answers = 0;
            for (SurveyView.Tally tally : view.schools()) {
                Long some = tally.satisfied();
                Long all = tally.answered();
                if (some != null && all != null && all > 0) {
                    schools.add(tally);
                    satisfied += some;
                    answers += all;
                }
            }
            return new Answered(schools, satisfied, answers);
        }

        Counts counts() {
            return new Counts((long) schools.size(), null, answers);
        }

        /** Why no rate can be given, if none can. */
        Optional<Absent> absent() {
            if (schools.isEmpty()) {
                return Optional.of(new Absent(NOTHING, counts()));
            }
            boolean sound = schools.stream().allMatch(s -> Surveys.satisfied(s) >= 0 && rate(s) <= 1);
            return sound ? Optional.empty() : Optional.of(new Absent(TOO_MANY, counts()));
        }

        Optional<Absent> absentBetweenSchools() {
            Optional<Absent> absent = absent();
            return absent.isPresent() || schools.size() > 1 ? absent : Optional.of(new Absent(ONE_SCHOOL, counts()));
        }
    }

    static double satisfied(SurveyView.Tally school) {
        Long satisfied = school.satisfied();
        return satisfied == null ? Double.NaN : satisfied;
    }

    static double answered(SurveyView.Tally school) {
        Long answered = school.answered();
        return answered == null ? Double.NaN : answered;
    }

    static double rate(SurveyView.Tally school) {
        return satisfied(school) / answered(school);
    }

    /** Whether a school's own figures of every item would say little: the group as a whole is enough. */
    static boolean isWorthTelling(SurveyView view) {
        return view.subjectType() != SubjectType.SCHOOL || view.isOfGroup();
    }
}
