package org.junheng.selection;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.selection.TestedView.Tested;

/**
 * Share of the pupils on the roll of a grade who were tested (参考率), of a school in one exam.
 *
 * <p>{@code tested pupils / pupils on the roll of the grade}; a ratio. {@link GradeRoll} says where the roll comes from. {@code n_pupils} = the roll.
 *
 * <p>Absent when either is not reported, nobody is on the roll, or more were tested than are on the roll (the two do not belong together).
 *
 * <p>Source: participation beside results, as ESEA section 1111(c)(4)(E) asks it (95 % of the pupils enrolled).
 *
 * <p>Clause: YN-D4.
 */
public record TestedShare() implements Metric<TestedView> {
    /** Why an exam has no share in any school of a county. */
    public static final Words NO_ROLL =
            new Words("没有年级在籍学生数(或参考人数)", "the pupils on the roll of the grade, or those tested, are not reported");

    private static final Words NOBODY = new Words("该年级没有在籍学生", "nobody is on the roll of the grade");
    private static final Words MORE_TESTED =
            new Words("参考人数多于年级在籍学生数,两数口径不一", "more pupils tested than on the roll: the two do not belong together");

    @Override
    public Definition definition() {
        return new Definition(
                "selection.tested_share",
                new Words("参考率", "share of enrolled pupils who were tested"),
                "tested pupils / pupils on the roll of the grade; the roll is grade<g>_pupil_count, else for grade 9 grade7_base_count +"
                        + " transfer_in_count - transfer_out_count - death_count, else for grades 6, 9, 12 graduate_count",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of(
                        "school_scores.tested_count",
                        "school_indicators.graduate_count|school_indicators.grade7_base_count"),
                new Words(
                        "缺参考人数或年级在籍学生数、无在籍学生、参考人数多于在籍学生数时不评价",
                        "absent when the tested or the roll is not reported, nobody is on the roll, or more were tested than are on it"),
                "hand example");
    }

    @Override
    public Class<TestedView> view() {
        return TestedView.class;
    }

    @Override
    public Outcome of(TestedView view) {
        Tested school = view.school();
        Double tested = school.tested();
        Double enrolled = school.enrolled();
        if (tested == null || enrolled == null) {
            return new Absent(NO_ROLL, Counts.NONE);
        }
        Counts counts = Counts.ofPupils(Math.round(enrolled));
        if (school.counted() == null) {
            return new Absent(enrolled > 0 ? MORE_TESTED : NOBODY, counts);
        }
        return Share.of(1, Share.sum(List.of(tested)), Share.sum(List.of(enrolled)), counts, NOBODY, Words.NONE);
    }
}
