package org.junheng.satisfaction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.stats.Wilson;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;

/**
 * Answer sheets that a second look should be taken at (答卷质量筛查), from single answers; they are counted in every other figure.
 *
 * <p>{@link Figure#STRAIGHT}, {@link Figure#REPEATED}: flagged sheets / sheets with at least five answers ({@link AnswerSheets} says which are
 * flagged). {@link Figure#RATE}: the share of satisfied answers without flagged sheets, with the interval of Wilson. {@link Figure#EFFECT}: that
 * rate less the rate of the same schools with them. Beside the rate with all sheets these two say how the flagged ones answered, so their
 * {@code n_responses} counts the flagged sheets, and a small number of them is a small cell.
 *
 * <p>Absent without such sheets. Short scales repeat by chance: repeated sheets are always of little evidence.
 *
 * <p>Source: Krosnick 1991 (straight-lining); Kuriakose and Robbins 2016 (repeated answers).
 *
 * <p>Clause: YN-D5.
 */
public record ScreenedAnswers(Figure figure) implements Metric<SurveyView> {
    private static final Words NO_SHEETS =
            new Words("没有至少五个答案的逐份答卷", "no single answer sheets with at least five answers");
    private static final Words BY_CHANCE =
            new Words("题目少时答卷会偶然相同,仅提示复核", "few items repeat by chance: a flag asks for a second look");

    /** What is said of the sheets. */
    public enum Figure {
        STRAIGHT(
                "straight_lining",
                "直线作答比例",
                "share of straight-lined sheets",
                "sheets with one answer throughout / sheets"),
        REPEATED("repeated_sheets", "重复答卷比例", "share of repeated sheets", "sheets equal to an earlier one / sheets"),
        RATE(
                "rate_screened",
                "满意率(剔除可疑答卷)",
                "share of satisfied answers without flagged sheets",
                "satisfied / answers, n_responses = flagged sheets"),
        EFFECT(
                "screen_effect",
                "可疑答卷的影响",
                "effect of flagged sheets",
                "rate without flagged sheets - rate with them, n_responses = flagged sheets");

        private final String id;
        private final Words words;
        private final String formula;

        Figure(String id, String zh, String en, String formula) {
            this.id = "satisfaction." + id;
            this.words = new Words(zh, en);
            this.formula = formula;
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                figure.id,
                figure.words,
                figure.formula + "; single answers, sheets with at least five",
                "1",
                figure == Figure.EFFECT ? "difference of ratios" : "ratio",
                figure == Figure.RATE ? Better.HIGHER : figure == Figure.EFFECT ? Better.NONE : Better.LOWER,
                List.of("YN-D5"),
                List.of("survey_responses.answer"),
                new Words("没有逐份答卷的学校剔除", "schools without single answers are left out"),
                "hand example");
    }

    @Override
    public Class<SurveyView> view() {
        return SurveyView.class;
    }

    @Override
    public boolean appliesTo(SurveyView view) {
        boolean ofSchool = view.subjectType() == SubjectType.SCHOOL;
        return view.isOfGroup()
                && view.schools().stream()
                        .map(SurveyView.Tally::sheets)
                        .anyMatch(sheets -> sheets != null && (sheets.looked() > 0 || !ofSchool));
    }

    @Override
    public @Nullable String sharesCellsOf() {
        return Surveys.RATE;
    }

    @Override
    public Map<String, BigDecimal> terms(SurveyView view) {
        if (figure != Figure.EFFECT || !(of(view) instanceof Value effect)) {
            return Map.of();
        }
        List<AnswerSheets> sheets = looked(view);
        double with = with(sheets);
        return Map.of(
                "rate without flagged sheets", Decimals.of(effect.value() + with), "rate with them", Decimals.of(with));
    }

    private static List<AnswerSheets> looked(SurveyView view) {
        return view.schools().stream()
                .map(SurveyView.Tally::sheets)
                .filter(Objects::nonNull)
                .filter(s -> s.looked() > 0)
                .toList();
    }

    private static double with(List<AnswerSheets> sheets) {
        return (double) sum(sheets, AnswerSheets::satisfied) / sum(sheets, AnswerSheets::answered);
    }

    @Override
    public Outcome of(SurveyView view) {
        List<AnswerSheets> sheets = looked(view);
        long looked = sum(sheets, AnswerSheets::looked);
        Counts ofSheets = new Counts((long) sheets.size(), null, looked);
        if (looked == 0) {
            return new Absent(NO_SHEETS, ofSheets);
        }
        return switch (figure) {
            case STRAIGHT -> share(sum(sheets, AnswerSheets::straight), looked, ofSheets);
            case REPEATED ->
                share(sum(sheets, AnswerSheets::repeated), looked, ofSheets).withCaution(BY_CHANCE);
            case RATE, EFFECT -> ofRate(sheets, ofSheets);
        };
    }

    private Outcome ofRate(List<AnswerSheets> sheets, Counts ofSheets) {
        long satisfied = sum(sheets, AnswerSheets::keptSatisfied);
        long kept = sum(sheets, AnswerSheets::keptAnswered);
        if (kept == 0) {
            return new Absent(new Words("全部答卷都被标记", "every sheet is flagged"), ofSheets);
        }
        long flagged = sum(sheets, AnswerSheets::straight) + sum(sheets, AnswerSheets::repeated);
        Counts counts = new Counts(ofSheets.schools(), null, flagged);
        Value without = share(satisfied, kept, counts);
        return figure == Figure.RATE
                ? without.within(Wilson.of(satisfied, kept, Surveys.LEVEL))
                : Value.of(without.value() - with(sheets), counts);
    }

    private static Value share(long part, long whole, Counts counts) {
        return Value.ofRatio((double) part / whole, part, whole, counts);
    }

    private static long sum(List<AnswerSheets> sheets, ToLongFunction<AnswerSheets> number) {
        return sheets.stream().mapToLong(number).sum();
    }
}
