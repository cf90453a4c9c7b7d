package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Words;
import org.junheng.rules.Verdict;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;

/**
 * Small cells are emptied, as the last step: limits act on what is published, never on what goes into an aggregate (contract 5.3). A number of
 * pupils or answers below its limit is itself a small cell. Where there is nobody there is nothing to hide.
 */
public final class Protect {
    private static final Words FEW_SCHOOLS = new Words("学校数少于公布下限", "fewer schools than the limit of publication");
    private static final Words FEW_PUPILS = new Words("学生数少于公布下限", "fewer pupils than the limit of publication");
    private static final Words FEW_ANSWERS = new Words("答卷数少于公布下限", "fewer answers than the limit of publication");
    private static final Words NO_SCHOOL = new Words("没有可用的学校", "no usable school");

    static final List<String> EMPTIED =
            List.of("value", "se", "ci_low", "ci_high", "level", "numerator", "denominator");

    static final List<String> UNJUDGED = List.of("value", "passes_only_rounded", "shortfall", "n_needed");

    private Protect() {}

    public static Dataset<Row> measures(Dataset<Row> measures, Disclosure limits) {
        Column fewSchools = area().and(col("n_schools").between(1, limits.minSchools() - 1));
        Column noSchool = area().and(col("n_schools").equalTo(0));
        Column fewPupils = countedInPupils().and(col("n_pupils").between(1, limits.minPupils() - 1));
        Column fewAnswers = col("n_responses").between(1, limits.minRespondents() - 1);
        Column hidden = sure(fewSchools).or(sure(fewPupils)).or(sure(fewAnswers));
        Column reason = when(sure(fewSchools), FEW_SCHOOLS.both())
                .when(sure(fewPupils), FEW_PUPILS.both())
                .when(sure(fewAnswers), FEW_ANSWERS.both())
                .when(sure(noSchool).and(col("reason").equalTo("")), NO_SCHOOL.both())
                .otherwise(col("reason"));
        Column status = when(hidden, Status.SUPPRESSED.name())
                .when(sure(noSchool), Status.NOT_ASSESSED.name())
                .otherwise(col("status"));
        return measures.select(Schema.of(Measures.class).names().stream()
                .map(name -> switch (name) {
                    case "status" -> status.as(name);
                    case "reason" -> reason.as(name);
                    case "n_pupils" ->
                        when(sure(fewPupils), lit(null)).otherwise(col(name)).as(name);
                    case "n_responses" ->
                        when(sure(fewAnswers), lit(null)).otherwise(col(name)).as(name);
                    default ->
                        EMPTIED.contains(name)
                                ? when(hidden.or(sure(noSchool)), lit(null))
                                        .otherwise(col(name))
                                        .as(name)
                                : col(name);
                })
                .toArray(Column[]::new));
    }

    public static Dataset<Row> judgements(Dataset<Row> judged, Disclosure limits) {
        Column fewAnswers = col("n_responses").between(1, limits.minRespondents() - 1);
        Column fewSchools = sure(area().and(col("n_schools").between(1, limits.minSchools() - 1)));
        Column hidden = fewSchools
                .or(sure(countedInPupils().and(col("n_pupils").between(1, limits.minPupils() - 1))))
                .or(sure(fewAnswers));
        return judged.select(Schema.of(Judgements.class).names().stream()
                .map(name -> switch (name) {
                    case "verdict" ->
                        when(hidden, Verdict.SUPPRESSED.name())
                                .otherwise(col(name))
                                .as(name);
                    case "reason" ->
                        when(fewSchools, FEW_SCHOOLS.both())
                                .when(sure(fewAnswers), FEW_ANSWERS.both())
                                .when(hidden, FEW_PUPILS.both())
                                .otherwise(col(name))
                                .as(name);
                    default ->
                        UNJUDGED.contains(name)
                                ? when(hidden, lit(null)).otherwise(col(name)).as(name)
                                : col(name);
                })
                .toArray(Column[]::new));
    }

    private static Column area() {
        return col("subject_type")
                .isin(
                        SubjectType.TOWNSHIP.toString(),
                        SubjectType.COUNTY.toString(),
                        SubjectType.PREFECTURE.toString(),
                        SubjectType.PROVINCE.toString());
    }

    private static Column countedInPupils() {
        return col("subject_type")
                .isin(
                        SubjectType.SCHOOL.toString(),
                        SubjectType.STAGE_SCHOOL.toString(),
                        SubjectType.CLUSTER.toString(),
                        SubjectType.TOWNSHIP.toString());
    }

    /** True only where the condition is known to hold. */
    private static Column sure(Column condition) {
        return org.apache.spark.sql.functions.coalesce(condition, lit(false));
    }
}
