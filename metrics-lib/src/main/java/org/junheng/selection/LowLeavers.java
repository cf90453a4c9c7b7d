package org.junheng.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.selection.LeaverTally.Group;

/**
 * How much more often pupils of low earlier scores are missing from the later exam than the other pupils (低分学生缺考差、低分学生离校差).
 *
 * <p>{@code missing low pupils / low pupils - missing other pupils / other pupils}; low = lowest 15 % of the earlier exam in the county
 * ({@link PriorPupils}). {@link Missing#ANYWHERE}: without a score in the later exam of any school; of a school or a county. {@link
 * Missing#HERE}: without a score in the school of the earlier exam, or the one that continues it. {@code n_pupils} = low pupils, so that few of them are a
 * small cell.
 *
 * <p>Absent without low or without other pupils. Told of schools where both exams lie in the same stage, else of the county (a primary school does
 * not decide who sits an exam of grade 9); never of both, so that a small cell of a school cannot be told from the rest.
 *
 * <p>Source: Figlio and Getzler 2002; Cullen and Reback 2006 (who is tested under accountability).
 *
 * <p>Clause: YN-D4.
 */
public record LowLeavers(Missing missing) implements Composite<LowLeavers.Looked> {
    private static final Words NO_GROUPS =
            new Words("没有低分学生或没有其他学生可比", "no pupils of low earlier scores, or no others to compare with");

    /** Where a pupil of the earlier exam is missing. */
    public enum Missing {
        ANYWHERE,
        HERE;

        long of(Group group) {
            return this == ANYWHERE ? group.nowhere() : group.nowhere() + group.elsewhere();
        }
    }

    /** @param schools of an area; null where the tally is of one school */
    public record Looked(LeaverTally tally, @Nullable Long schools) {}

    @Override
    public Definition definition() {
        boolean anywhere = missing == Missing.ANYWHERE;
        return new Definition(
                anywhere ? "selection.low_untested" : "selection.low_left",
                anywhere
                        ? new Words("低分学生缺考差", "low scorers without a later score, against the rest")
                        : new Words("低分学生离校差", "low scorers who are gone from the school, against the rest"),
                "missing low pupils / low pupils - missing others / others; low = lowest 15 % of the latest prior exam in the county; missing = "
                        + (anywhere
                                ? "no score in the outcome exam of any school"
                                : "no score in the outcome exam of this school (links of schools followed)")
                        + "; n_pupils = low pupils",
                "1",
                "difference of ratios",
                Better.LOWER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "没有低分学生或其他学生、先前考试与结果考试不在同一学段(学校)、模型没有先前考试时不评价",
                        "absent without low or other pupils, of schools where the two exams lie in different stages, and without a prior exam"),
                "hand example; simulation with a planted removal");
    }

    @Override
    public Outcome of(Looked looked) {
        Group low = looked.tally().low();
        Group rest = looked.tally().rest();
        Counts counts = new Counts(looked.schools(), low.pupils(), null);
        if (low.pupils() == 0 || rest.pupils() == 0) {
            return new Absent(NO_GROUPS, counts);
        }
        return Value.of((double) missing.of(low) / low.pupils() - (double) missing.of(rest) / rest.pupils(), counts);
    }
}
