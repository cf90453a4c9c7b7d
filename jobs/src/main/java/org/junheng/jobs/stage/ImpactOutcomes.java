package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.Resource;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.table.RespondentGroup;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.Stage;

/**
 * One number per school and year for every outcome that blocks name, in one collection. A school's year that two rows speak of without a way to
 * tell them apart has no number.
 *
 * <p>{@code school_scores}: grade and subject. {@code school_indicators}: subject is the indicator, grade stands for its stage; column
 * {@code value} is the numerator over the denominator where only these are given. {@code staff}: grade stands for the stage. {@code survey_counts}:
 * subject is {@code GROUP} or {@code GROUP:item} (else {@code overall}); an answer's column is its share of all answers, and {@code satisfied}
 * counts the very satisfied too. {@code retention}: the share of the children registered in the school's township who are enrolled there, grade
 * stands for the stage. {@code resources}: what the school has per pupil, R1 to R7, grade stands for the stage. {@code value_added},
 * {@code growth}: {@link ModelledOutcomes}.
 */
final class ImpactOutcomes {
    private static final List<String> TABLES = List.of(
            "school_scores", "school_indicators", "staff", "facilities", "survey_counts", "schools", "retention");
    private static final String RESOURCES = "resources";
    private static final List<String> ANSWERS =
            List.of("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied");

    private final ModelledOutcomes models;
    private final List<ImpactBlock.Outcome> outcomes;
    private final List<SortedMap<String, SortedMap<Integer, Optional<Double>>>> values = new ArrayList<>();

    private ImpactOutcomes(List<ImpactBlock.Outcome> outcomes, ModelledOutcomes models) {
        this.models = models;
        this.outcomes = outcomes;
        outcomes.forEach(outcome -> values.add(new TreeMap<>()));
    }

    static ImpactOutcomes of(
            Map<String, Dataset<Row>> tables,
            List<ImpactBlock> blocks,
            SchoolIdentity identity,
            List<Integer> years,
            Modelled models) {
        List<ImpactBlock.Outcome> outcomes = blocks.stream()
                .map(ImpactBlock::outcome)
                .filter(outcome -> !ModelledOutcomes.tells(outcome)
                        && obstacle(tables, outcome).equals(Words.NONE))
                .distinct()
                .toList();
        ImpactOutcomes collected = new ImpactOutcomes(outcomes, new ModelledOutcomes(models));
        Dataset<Row> all = null;
        for (int i = 0; i < outcomes.size(); i++) {
            Dataset<Row> rows =
                    rows(tables, years, outcomes.get(i), i).filter(col("year").isin(years.toArray()));
            all = all == null ? rows : all.unionAll(rows);
        }
        if (all != null) {
            all.collectAsList().forEach(row -> collected.put(row, identity));
        }
        return collected;
    }

    /** Why there is no such outcome; {@link Words#NONE} when there is one. */
    Words obstacle(ImpactBlock.Outcome outcome, Map<String, Dataset<Row>> tables) {
        return ModelledOutcomes.tells(outcome) ? models.obstacle(outcome) : obstacle(tables, outcome);
    }

    /** Why an outcome cannot be collected; {@link Words#NONE} when it can. */
    static Words obstacle(Map<String, Dataset<Row>> tables, ImpactBlock.Outcome outcome) {
        if (outcome.table().equals(RESOURCES)) {
            return Words.NONE;
        }
        if (!TABLES.contains(outcome.table())) {
            return new Words(
                    outcome.table() + " 不是学校逐年的数据", outcome.table() + " does not speak of schools year by year");
        }
        return Arrays.asList(Panel.table(tables, outcome.table()).columns()).contains(outcome.column())
                ? Words.NONE
                : new Words(
                        outcome.table() + " 中没有列 " + outcome.column(),
                        outcome.table() + " has no column " + outcome.column());
    }

    /** Values by school and year; empty where a year is told twice. */
    SortedMap<String, SortedMap<Integer, Optional<Double>>> of(ImpactBlock.Outcome outcome) {
        return ModelledOutcomes.tells(outcome) ? models.of(outcome) : values.get(outcomes.indexOf(outcome));
    }

    /** The unit of the models of an outcome; empty for one that was delivered. */
    String unit(ImpactBlock.Outcome outcome) {
        return ModelledOutcomes.tells(outcome) ? models.unit(outcome) : "";
    }

    private void put(Row row, SchoolIdentity identity) {
        if (!row.isNullAt(3)) {
            double numerator = row.getDouble(3);
            Double value = row.isNullAt(4) ? Double.valueOf(numerator) : ratio(numerator, row.getDouble(4));
            if (value != null && Double.isFinite(value)) {
                values.get(row.getInt(0))
                        .computeIfAbsent(identity.of(row.getString(1)), s -> new TreeMap<>())
                        .merge(row.getInt(2), Optional.of(value), (a, b) -> Optional.empty());
            }
        }
    }

    private static @Nullable Double ratio(double numerator, double denominator) {
        return denominator == 0
                ? null
                : Double.valueOf(Decimals.ratio(Decimals.of(numerator), Decimals.of(denominator))
                        .doubleValue());
    }

    private static Dataset<Row> rows(
            Map<String, Dataset<Row>> tables, List<Integer> years, ImpactBlock.Outcome outcome, int place) {
        if (outcome.table().equals(RESOURCES)) {
            return resources(tables, years, outcome, place);
        } else if (outcome.table().equals("retention")) {
            return retention(tables, outcome, place);
        }
        Column value = number(col(outcome.column()).cast("string")); // also of a column that is a date or a flag
        Column none = lit(null).cast("double");
        Dataset<Row> rows = Panel.table(tables, outcome.table()).filter(which(outcome));
        if (outcome.table().equals("school_indicators") && outcome.column().equals("value")) {
            Column numerator = when(value.isNotNull(), value).otherwise(number(col("numerator")));
            Column denominator = number(col("denominator"));
            return numbers(
                    rows.filter(value.isNotNull().or(denominator.isNotNull())),
                    place,
                    numerator,
                    when(value.isNull(), denominator));
        }
        if (outcome.table().equals("survey_counts") && ANSWERS.contains(outcome.column())) {
            Column answered = ANSWERS.stream()
                    .map(a -> number(col(a)))
                    .reduce(Column::plus)
                    .orElseThrow();
            Column top = outcome.column().equals("satisfied") ? value.plus(number(col("very_satisfied"))) : value;
            return numbers(rows.filter(answered.isNotNull()), place, top, answered);
        }
        return numbers(rows, place, value, none);
    }

    private static Dataset<Row> resources(
            Map<String, Dataset<Row>> tables, List<Integer> years, ImpactBlock.Outcome outcome, int place) {
        Dataset<Row> schoolYears = SchoolYears.of(
                Panel.table(tables, "schools"),
                Panel.table(tables, "counties"),
                Panel.table(tables, "memberships"),
                years);
        Dataset<Row> levels = SchoolPanel.of(
                        schoolYears,
                        Panel.table(tables, "staff"),
                        Panel.table(tables, "facilities"),
                        List.of(Resource.valueOf(outcome.column())))
                .filter(col("kind").equalTo(PanelPoint.Kind.RESOURCE.name()))
                .filter(stage(outcome));
        return numbers(levels, place, col("value"), lit(null).cast("double"));
    }

    /** Every school of a township has the township's share. */
    private static Dataset<Row> retention(Map<String, Dataset<Row>> tables, ImpactBlock.Outcome outcome, int place) {
        Dataset<Row> schools = Panel.table(tables, "schools").select("school_code", "year", "county_code", "township");
        Dataset<Row> townships = Panel.table(tables, "retention").filter(stage(outcome));
        return numbers(
                schools.join(townships, Columns.using("county_code", "township", "year")),
                place,
                number(col(outcome.column())),
                number(col("registered_children")));
    }

    private static Column stage(ImpactBlock.Outcome outcome) {
        Integer grade = outcome.grade();
        return grade == null
                ? lit(true)
                : col("stage").equalTo(Stage.ofGrade(grade).name());
    }

    private static Dataset<Row> numbers(Dataset<Row> rows, int place, Column numerator, Column denominator) {
        return rows.select(
                lit(place).as("outcome"),
                col("school_code"),
                col("year"),
                numerator.as("numerator"),
                denominator.as("denominator"));
    }

    private static Column number(Column column) {
        return column.try_cast("double");
    }

    private static Column which(ImpactBlock.Outcome outcome) {
        Integer grade = outcome.grade();
        String subject = outcome.subject();
        Column all = lit(true);
        return switch (outcome.table()) {
            case "school_scores" ->
                (grade == null ? all : col("grade").equalTo(grade))
                        .and(subject == null ? all : col("subject").equalTo(subject));
            case "school_indicators" ->
                (grade == null ? all : col("stage").equalTo(Stage.ofGrade(grade).name()))
                        .and(subject == null ? all : col("indicator").equalTo(subject));
            case "staff" -> stage(outcome);
            case "survey_counts" -> survey(subject == null ? RespondentGroup.PARENT.name() : subject);
            default -> all;
        };
    }

    private static Column survey(String subject) {
        int at = subject.indexOf(':');
        String group = at < 0 ? subject : subject.substring(0, at);
        return col("respondent_group")
                .equalTo(group)
                .and(col("item").equalTo(at < 0 ? "overall" : subject.substring(at + 1)));
    }
}
