package org.junheng.jobs.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.ingest.InertText;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;

/**
 * A published number with what the run says of it.
 *
 * @param number the row of {@code measures}
 * @param metric name, formula, version and clauses, one row
 * @param rules the rules in force that speak of it, with document and clause
 * @param verdicts what was judged of it
 */
public record PublishedCell(Measures number, Answer metric, Answer rules, Answer verdicts) {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final int SHOWN = 120;

    /**
     * The number whose key in words this is.
     *
     * @throws Refusal when no number of the run has it
     */
    public static PublishedCell find(RunDatabase run, String cell) {
        String columns = String.join(", ", MEASURES.names());
        Answer found = run.answer("select " + columns + " from measures where cell = ?", List.of(cell));
        if (found.rows().isEmpty()) {
            throw unknown(cell);
        }
        Measures number = number(found.rows().get(0));
        return new PublishedCell(number, metric(run, number), rules(run, number), verdicts(run, number));
    }

    /** The figures of a school and of its stages: metric, place in time, value, standing, and the key in words. */
    public static Answer figuresOf(RunDatabase run, String school) {
        return run.answer(
                "select metric_id, year, base_year, stage, grade, facet, value, ci_low, ci_high, unit, status, reason, cell"
                        + " from measures where " + OF_SCHOOL + " order by cell",
                List.of(school, school));
    }

    /** The verdicts on a school and on its stages. */
    public static Answer verdictsOn(RunDatabase run, String school) {
        return run.answer(
                "select rule_id, policy, year, stage, facet, value, operator, standard, verdict, document, clause, reason"
                        + " from judgements where " + OF_SCHOOL + " order by rule_id, year, stage, facet",
                List.of(school, school));
    }

    private static final String OF_SCHOOL =
            "((subject_type = 'school' and subject_id = ?) or (subject_type = 'stage_school'"
                    + " and regexp_replace(subject_id, ':[^:]*$', '') = ?))";

    /** What was suppressed about schools and townships: metric, facet, whom it is about, year. */
    public static Answer suppressed(RunDatabase run) {
        return run.answer(
                "select distinct metric_id, facet, case subject_type when 'stage_school' then"
                        + " regexp_replace(subject_id, ':[^:]*$', '') else subject_id end as subject, year from measures"
                        + " where status = 'SUPPRESSED' and subject_type in ('school', 'stage_school', 'township')"
                        + " order by all",
                List.of());
    }

    private static Answer metric(RunDatabase run, Measures number) {
        return run.answer(
                "select metric_id, name_zh, name_en, formula, formula_version, unit, clause_ids, inputs from metrics"
                        + " where metric_id = ?",
                List.of(number.metricId()));
    }

    private static Answer rules(RunDatabase run, Measures number) {
        String day = "make_date(" + number.year() + ", 9, 1)";
        return run.answer(
                "select rule_id, policy, operator, standard, unit, document, clause from rules where metric_id = ? and"
                        + " subject_type = ? and coalesce(stage, ?) = ? and facet in ('', ?) and in_force_from <= "
                        + day
                        + " and (in_force_to is null or in_force_to > " + day + ") order by policy, rule_id",
                List.of(
                        number.metricId(),
                        number.subjectType().toString(),
                        stage(number),
                        stage(number),
                        number.facet()));
    }

    private static Answer verdicts(RunDatabase run, Measures number) {
        return run.answer(
                "select rule_id, policy, verdict, operator, standard, shortfall, shortfall_unit, reason from judgements"
                        + " where metric_id = ? and subject_type = ? and subject_id = ? and year = " + number.year()
                        + " and coalesce(stage, '') = ? and facet in ('', ?) order by policy, rule_id",
                List.of(
                        number.metricId(),
                        number.subjectType().toString(),
                        number.subjectId(),
                        stage(number),
                        number.facet()));
    }

    private static String stage(Measures number) {
        return Optional.ofNullable(number.stage()).map(Enum::toString).orElse("");
    }

    private static Measures number(List<Object> cells) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean missing = cells.get(i).equals(Answer.MISSING)
                    && MEASURES.columns().get(i).type() != String.class;
            values.add(missing ? null : cells.get(i));
        }
        return MEASURES.record(Schema.named(values.toArray(), MEASURES.struct()));
    }

    private static Refusal unknown(String cell) {
        String escaped = InertText.of(cell).replace("\n", "\\u000A");
        String shown = escaped.length() > SHOWN ? escaped.substring(0, SHOWN) + "…" : escaped;
        return new Refusal(
                ExitStatus.WRONG_USAGE,
                "没有键为 \"" + shown + "\" 的指标。键的写法见 junheng query RUN \"select cell from measures\"，共十部分，以 | 相连。",
                "no number has the key \"" + shown
                        + "\". junheng query RUN \"select cell from measures\" shows the keys: ten parts joined by |.");
    }
}
