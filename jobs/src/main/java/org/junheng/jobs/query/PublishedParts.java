package org.junheng.jobs.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Words;

/**
 * The published rows that a number is made of, where its formula speaks of other numbers: a change of its two years, a cause of the causes that add
 * up, a composite of its parts, an effect of its model.
 *
 * @param kind which numbers these are
 */
public record PublishedParts(Words kind, Answer rows) {
    /** The number itself: {@code $metric}, {@code $subject}; the rest is filled in as columns of {@code c}. */
    private static final String CELL = "select * from measures where cell = ?";

    private static final String SAME =
            " m.subject_type = c.subject_type and m.subject_id = c.subject_id and m.model_id = c.model_id"
                    + " and m.stage is not distinct from c.stage and m.grade is not distinct from c.grade";
    private static final String AT = " and m.facet = c.facet and m.grouping = c.grouping";
    private static final String NOW = " and m.year = c.year and m.base_year is not distinct from c.base_year";
    private static final String SHOWN =
            "select m.metric_id, m.year, m.facet, m.value, m.ci_low, m.ci_high, m.status, m.cell"
                    + " from measures m, c where";
    private static final Words OTHERS = new Words("由以下已公布的数得出", "made of these published numbers");
    private static final Words MODEL = new Words("模型的各项估计", "what the model estimates");

    /** Parts of the metrics that a pattern names. */
    private record Rule(Pattern metric, Words kind, String sql) {
        Rule(String metric, Words kind, String sql) {
            this(Pattern.compile(metric), kind, sql);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "gap_change\\.(\\w+)_verdict",
                    new Words("判定依据的变化及其区间", "the change that is judged, and its interval"),
                    SHOWN + SAME + AT + NOW + " and m.metric_id = replace(c.metric_id, '_verdict', '')"),
            new Rule(
                    "gap_change\\.(\\w+)_from_\\w+",
                    new Words("各原因相加等于总变化", "the causes, which add up to the change"),
                    SHOWN + SAME + NOW + " and (m.metric_id like regexp_replace(c.metric_id, '_from_.*', '_from_%')"
                            + " or m.metric_id = regexp_replace(c.metric_id, '_from_.*', ''))"
                            + " and m.facet = c.facet order by m.metric_id"),
            new Rule(
                    "gap_change\\.levelling",
                    new Words("它说明其方式的差距变化", "the change of the gap whose way it tells"),
                    SHOWN + SAME + AT + NOW + " and m.metric_id in ('gap_change.hedges_g', 'gap_change.lead_member')"
                            + " order by m.metric_id"),
            new Rule(
                    "gap_change\\.\\w+",
                    new Words("本年减基准年", "this year less the base year"),
                    SHOWN + SAME + AT + " and m.base_year is null and m.year in (c.year, c.base_year)"
                            + " and m.metric_id = replace(c.metric_id, 'gap_change.', 'gap.') order by m.year"),
            new Rule(
                    "satisfaction\\.change",
                    new Words("本年减基准年", "this year less the base year"),
                    SHOWN + SAME + AT + " and m.base_year is null and m.year in (c.year, c.base_year) and m.metric_id ="
                            + " case c.subject_type when 'cluster' then 'satisfaction.rate_by_pupils'"
                            + " else 'satisfaction.rate' end order by m.year"),
            new Rule(
                    "retention\\.(yearly_rise|trend)",
                    OTHERS,
                    SHOWN + SAME
                            + " and m.metric_id = 'retention.local_share' and m.year between c.base_year and c.year"
                            + " order by m.year"),
            new Rule(
                    "resource\\.standards_met",
                    OTHERS,
                    "select j.rule_id, j.value, j.operator, j.standard, j.verdict from judgements j, c where"
                            + " j.subject_type = c.subject_type and j.subject_id = c.subject_id and j.year = c.year and"
                            + " j.rule_id in ('R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7') order by j.rule_id"),
            new Rule(
                    "resource\\.shortfall",
                    new Words("低于标准的学校及其所缺", "schools below the standard, and what each lacks"),
                    "select j.subject_id, j.value, j.standard, j.shortfall, j.shortfall_unit from judgements j, c,"
                            + " subjects s where j.subject_type = 'stage_school' and s.subject_type = 'school' and"
                            + " s.subject_id = regexp_replace(j.subject_id, ':.*', '') and c.subject_id in"
                            + " (s.county_code, s.prefecture_code, s.province_code) and j.year = c.year and j.stage ="
                            + " c.stage and j.rule_id = c.facet and j.shortfall > 0 order by j.subject_id"),
            new Rule(
                    "resource\\.schools_meeting",
                    OTHERS,
                    "select j.subject_id, j.verdict from judgements j, c, subjects s where j.subject_type ="
                            + " 'stage_school' and s.subject_type = 'school' and s.subject_id ="
                            + " regexp_replace(j.subject_id, ':.*', '') and c.subject_id in (s.county_code,"
                            + " s.prefecture_code, s.province_code) and j.year = c.year and j.stage = c.stage and"
                            + " j.rule_id = case c.facet when '' then 'R-SCHOOL' else c.facet end order by j.subject_id"),
            new Rule(
                    "gap\\.cv_composite",
                    OTHERS,
                    SHOWN + SAME + NOW
                            + " and m.metric_id = 'gap.cv' and m.facet similar to 'B[1-8]' order by m.facet"),
            new Rule(
                    "(rules\\.met|town\\.reaching)",
                    new Words("逐条判定", "the verdicts that are counted"),
                    "select j.rule_id, j.stage, j.facet, j.value, j.operator, j.standard, j.verdict from judgements j, c"
                            + " where j.subject_type = c.subject_type and j.subject_id = c.subject_id and"
                            + " j.year = c.year and j.policy = c.facet order by j.rule_id, j.stage, j.facet"),
            new Rule(
                    "town\\.reaching_share",
                    OTHERS,
                    "select m.subject_id, m.facet, m.value, m.status, m.cell from measures m, c where m.metric_id ="
                            + " 'town.reaching' and m.year = c.year and starts_with(m.subject_id, c.subject_id || ':')"
                            + " order by m.subject_id"),
            new Rule(
                    "bundled\\.score",
                    new Words("得分 × 权重", "scores times weights"),
                    "select t.part, t.score, t.weight, t.contribution from contributions t, c where t.total ="
                            + " 'bundled.score' and t.subject_type = c.subject_type and t.subject_id = c.subject_id and"
                            + " t.year = c.year order by t.part"),
            new Rule(
                    "(valueadded\\.cluster|improvement\\.value_added)",
                    new Words("集群各校的增值", "the value added of the cluster's schools"),
                    "select k.school_code, k.role, m.value, m.se, m.n_pupils, m.status, m.cell from measures m, c,"
                            + " cluster_schools k where k.cluster_id = c.subject_id and m.metric_id ="
                            + " 'valueadded.school' and m.subject_id = k.school_code and m.model_id = c.model_id and"
                            + " m.year = c.year and m.facet = regexp_replace(c.facet, '[|].*', '') order by"
                            + " k.school_code, k.role"),
            new Rule(
                    "stock\\.lead_value_added_change",
                    new Words("牵头学校两届的增值", "the value added of the lead in the two cohorts"),
                    "select distinct m.year, m.model_id, m.subject_id, m.value, m.ci_low, m.ci_high, m.status, m.cell"
                            + " from measures m, measures n, measures b, c, cluster_schools k where k.cluster_id ="
                            + " c.subject_id and k.role = 'LEAD' and n.metric_id = 'valueadded.school' and b.metric_id ="
                            + " n.metric_id and n.subject_id = k.school_code and b.subject_id = k.school_code and"
                            + " n.model_id = c.model_id and n.year = c.year and b.year = c.base_year and n.facet ="
                            + " regexp_replace(c.facet, '[|].*', '') and b.facet = n.facet and n.grade is not distinct"
                            + " from c.grade and b.grade is not distinct from c.grade and n.value - b.value = c.value"
                            + " and m.cell in (n.cell, b.cell) order by m.year, m.model_id"),
            new Rule(
                    "selection\\.valueadded_\\w+",
                    new Words("增值、信度、方差分量与参考率", "value added, reliability, variances and tested share"),
                    "select m.metric_id term, m.value, m.numerator, m.denominator, m.cell from measures m, c where"
                            + " m.subject_type = c.subject_type and m.subject_id = c.subject_id and m.year = c.year and"
                            + " m.facet = c.facet and m.grade is not distinct from c.grade and ((m.model_id = c.model_id"
                            + " and m.metric_id in ('valueadded.school', 'valueadded.reliability')) or m.metric_id ="
                            + " 'selection.tested_share') union all select f.term, f.estimate, null, null, '' from"
                            + " model_fits f, c where f.model_id = c.model_id and f.year = c.year and f.facet = c.facet"
                            + " and f.term like 'sigma2_%' order by 1"),
            new Rule(
                    "selection\\.tested_flag",
                    new Words("县内各校的参考率", "the tested shares of the county's schools"),
                    "select m.subject_id, m.numerator, m.denominator, m.value, m.cell from measures m, c, subjects s,"
                            + " subjects own where m.metric_id = 'selection.tested_share' and m.year = c.year and m.facet ="
                            + " c.facet and m.grade is not distinct from c.grade and s.subject_type = 'school' and"
                            + " s.subject_id = m.subject_id and own.subject_type = 'school' and own.subject_id ="
                            + " c.subject_id and own.county_code = s.county_code order by m.subject_id"),
            new Rule(
                    "(valueadded|growth)\\.\\w+",
                    MODEL,
                    "select f.term, f.estimate, f.se, f.n_pupils, f.n_schools from model_fits f, c where f.model_id ="
                            + " c.model_id and f.year = c.year and f.facet = c.facet order by f.term"),
            new Rule(
                    "impact\\.\\w+",
                    MODEL,
                    "select e.aggregation, e.cohort, e.year, e.event_time, e.estimate, e.se, e.ci_low, e.ci_high,"
                            + " e.n_treated, e.n_comparison from impact_estimates e, c where e.impact_id = c.model_id"
                            + " order by all"));

    /** The parts of a number whose key in words is given; none where its formula speaks of input rows alone. */
    public static Optional<PublishedParts> of(RunDatabase run, Measures number, String cell) {
        return RULES.stream()
                .filter(rule -> rule.metric().matcher(number.metricId()).matches())
                .findFirst()
                .map(rule -> new PublishedParts(
                        rule.kind(), run.answer("with c as (" + CELL + ") " + rule.sql(), List.of(cell))))
                .filter(parts -> !parts.rows().rows().isEmpty());
    }
}
