package org.junheng.selection;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.selection.LeaverTally.Group;
import org.junheng.selection.LowLeavers.Missing;
import org.junheng.stats.FisherExact;

/**
 * Whether pupils of low earlier scores are missing so much more often than the others that the school should be looked at (低分学生流失提示): 1 = look
 * at, 0 = not.
 *
 * <p>Fisher's exact test, one-sided, once for missing anywhere and once for missing in this school ({@link LowLeavers}), each below 0.005: of 100
 * schools where being missing does not go with the score at most one is flagged by chance. How many schools were looked at is told with each flag;
 * a flag is always of little evidence and says nothing of why. {@code n_pupils} = pupils of the earlier exam.
 *
 * <p>Absent without low or without other pupils, and where the two exams lie in different stages.
 *
 * <p>Source: Fisher 1935; Bonferroni for the two tests.
 *
 * <p>Clause: YN-D4.
 */
public record LeaversFlag() implements Composite<LeaversFlag.Looked> {
    private static final double EACH = Flags.CHANCE / Missing.values().length;
    private static final Words NO_GROUPS =
            new Words("没有低分学生或没有其他学生可比", "no pupils of low earlier scores, or no others to compare with");

    /** @param schools how many are looked at in the exam and county */
    public record Looked(LeaverTally tally, long schools) {}

    @Override
    public Definition definition() {
        return new Definition(
                "selection.leavers_flag",
                new Words("低分学生流失提示", "flag: low scorers missing more often than the rest"),
                "1 (look at) when Fisher's exact test (one-sided) of low pupils against the others is below 0.005 for selection.low_untested"
                        + " or for selection.low_left; else 0",
                "1",
                "flag",
                Better.LOWER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "没有低分学生或其他学生、两次考试不在同一学段时不评价;提示只表示需要查看,不说明原因",
                        "absent without low or other pupils and where the two exams lie in different stages; a flag asks to look and says"
                                + " nothing of causes"),
                "R 4.2 fisher.test; simulation with a planted removal of the lowest 5 %");
    }

    @Override
    public Outcome of(Looked looked) {
        Group low = looked.tally().low();
        Group rest = looked.tally().rest();
        Counts counts = Counts.ofPupils(looked.tally().pupils());
        if (low.pupils() == 0 || rest.pupils() == 0) {
            return new Absent(NO_GROUPS, counts);
        }
        for (Missing missing : Missing.values()) {
            if (chance(missing, low, rest) < EACH) {
                return Value.of(1, counts).withCaution(look(missing, looked.schools()));
            }
        }
        return Value.of(0, counts);
    }

    private static double chance(Missing missing, Group low, Group rest) {
        return FisherExact.atLeast(
                Math.toIntExact(missing.of(low)),
                Math.toIntExact(low.pupils()),
                Math.toIntExact(missing.of(rest)),
                Math.toIntExact(rest.pupils()));
    }

    private static Words look(Missing missing, long schools) {
        Words chance = Flags.byChance(schools);
        return missing == Missing.ANYWHERE
                ? new Words(
                        "请查看:先前低分学生没有结果成绩的比其他学生多;共看" + schools + "所学校," + chance.zh(),
                        "look at: pupils of low earlier scores lack a later score more often than the others; "
                                + schools + " schools looked at, " + chance.en())
                : new Words(
                        "请查看:先前低分学生结果考试时已不在本校的比其他学生多;共看" + schools + "所学校," + chance.zh(),
                        "look at: pupils of low earlier scores are tested elsewhere or nowhere later more often than the others; "
                                + schools + " schools looked at, " + chance.en());
    }
}
