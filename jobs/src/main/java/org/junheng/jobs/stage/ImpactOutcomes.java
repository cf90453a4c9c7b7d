package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.Resource;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
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
    private static final String RETENTION = "retention";
    private static final List<String> TABLES =
            List.of("school_scores", "school_indicators", "staff", "facilities", "survey_counts", "schools", RETENTION);
    private static final String RESOURCES = "resources";
    private static final List<String> ANSWERS =
            List.of("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied");

    private final ModelledOutcomes models;
    private final SchoolIdentity identity;
    private final List<ImpactBlock.Outcome> outcomes;
    private final List<SortedMap<String, SortedMap<Integer, Optional<Double>>>> values = new ArrayList<>();

    private ImpactOutcomes(List<ImpactBlock.Outcome> outcomes, ModelledOutcomes models, SchoolIdentity identity) {
        this.models = models;
        this.identity = identity;
        this.outcomes = outcomes;
        outcomes.forEach(outcome -> values.add(new TreeMap<>()));
    }

    static ImpactOutcomes of(
            Tables tables, List<ImpactBlock> blocks, SchoolIdentity identity, List<Integer> years, Modelled models) {
        List<ImpactBlock.Outcome> outcomes = blocks.stream()
                .map(ImpactBlock::outcome)
                .filter(outcome -> !ModelledOutcomes.tells(outcome)
                        && obstacle(tables, outcome).equals(Words.NONE))
                .distinct()
                .toList();
        ImpactOutcomes collected = new ImpactOutcomes(outcomes, new ModelledOutcomes(models), identity);
        for (int i = 0; i < outcomes.size(); i++) {
            collected.collect(tables, outcomes.get(i), years);
        }
        return collected;
    }

    /** Why there is no such outcome; {@link Words#NONE} when there is one. */
    Words obstacle(ImpactBlock.Outcome outcome, Tables tables) {
        return ModelledOutcomes.tells(outcome) ? models.obstacle(outcome) : obstacle(tables, outcome);
    }

    /** Why an outcome cannot be collected; {@link Words#NONE} when it can. */
    static Words obstacle(Tables tables, ImpactBlock.Outcome outcome) {
        if (outcome.table().equals(RESOURCES)) {
            return Words.NONE;
        }
        if (!TABLES.contains(outcome.table())) {
            return new Words(
                    outcome.table() + " 不是学校逐年的数据", outcome.table() + " does not speak of schools year by year");
        }
        return tables.columns(outcome.table()).contains(outcome.column())
                ? Words.NONE
                : new Words(
                        outcome.table() + " 中没有列 " + outcome.column(),
                        outcome.table() + " has no column " + outcome.column());
    }

    /** Values by school and year; empty where a year is told twice. */
    SortedMap<String, SortedMap<Integer, Optional<Double>>> of(ImpactBlock.Outcome outcome) {
        return ModelledOutcomes.tells(outcome) ? modelled(outcome) : values.get(outcomes.indexOf(outcome));
    }

    private SortedMap<String, SortedMap<Integer, Optional<Double>>> modelled(ImpactBlock.Outcome outcome) {
        SortedMap<String, SortedMap<Integer, Optional<Double>>> told = new TreeMap<>();
        models.of(outcome).forEach((code, years) -> years.forEach((year, value) -> add(told, code, year, value)));
        return told;
    }

    /** A year that a school has under two codes has no number. */
    private void add(
            SortedMap<String, SortedMap<Integer, Optional<Double>>> told,
            String code,
            int year,
            Optional<Double> value) {
        told.computeIfAbsent(identity.of(code, year), s -> new TreeMap<>())
                .merge(year, value, (a, b) -> Optional.empty());
    }

    /** The unit of the models of an outcome; empty for one that was delivered. */
    String unit(ImpactBlock.Outcome outcome) {
        return ModelledOutcomes.tells(outcome) ? models.unit(outcome) : "";
    }

    private void collect(Tables tables, ImpactBlock.Outcome outcome, List<Integer> years) {
        SortedMap<String, SortedMap<Integer, Optional<Double>>> told = values.get(outcomes.indexOf(outcome));
        for (Row row :
                rows(tables, outcome, years).where(Which.ALL.in("year", years)).list()) {
            Double value = value(row, outcome);
            if (value != null && Double.isFinite(value)) {
                add(told, row.getAs("school_code"), row.<Integer>getAs("year"), Optional.of(value));
            }
        }
    }

    private static @Nullable Double value(Row row, ImpactBlock.Outcome outcome) {
        Double value = number(row, outcome.table().equals(RESOURCES) ? "value" : outcome.column());
        if (outcome.table().equals(RETENTION)) {
            return ratio(value, number(row, "registered_children"));
        }
        if (outcome.table().equals("school_indicators") && outcome.column().equals("value") && value == null) {
            return ratio(number(row, "numerator"), number(row, "denominator"));
        }
        if (outcome.table().equals("survey_counts") && ANSWERS.contains(outcome.column())) {
            Double answered = ANSWERS.stream().map(a -> number(row, a)).reduce(Double.valueOf(0), ImpactOutcomes::sum);
            return ratio(
                    outcome.column().equals("satisfied") ? sum(value, number(row, "very_satisfied")) : value, answered);
        }
        return value;
    }

    /** Unknown where one of both is. */
    private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? null : Double.valueOf(one + other);
    }

    private static @Nullable Double ratio(@Nullable Double numerator, @Nullable Double denominator) {
        return numerator == null || denominator == null || denominator == 0
                ? null
                : Double.valueOf(Decimals.ratio(Decimals.of(numerator), Decimals.of(denominator))
                        .doubleValue());
    }

    /** A cell as a number; a date, a flag and any other text are none. */
    private static @Nullable Double number(Row row, String column) {
        Object cell = row.getAs(column);
        String text = Covariates.text(cell);
        if (cell instanceof Number number) {
            return Double.valueOf(number.doubleValue());
        }
        return text != null && Covariates.IS_NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
    }

    /** The rows that tell an outcome. */
    private static Rows rows(Tables tables, ImpactBlock.Outcome outcome, List<Integer> years) {
        String stage = stage(outcome.grade());
        if (outcome.table().equals(RESOURCES)) {
            Rows schools = SchoolYears.of(tables, years).rows().beside(tables.rows("schools"));
            return SchoolPanel.of(schools, tables, List.of(Resource.valueOf(outcome.column())))
                    .where(is(Which.ALL.is("kind", PanelPoint.Kind.RESOURCE), "stage", stage));
        } else if (outcome.table().equals(RETENTION)) { // every school of a township has the township's share
            return tables.rows("schools")
                    .only(List.of("school_code", "year", "county_code", "township"))
                    .joined(
                            tables.rows(RETENTION).where(is(Which.ALL, "stage", stage)),
                            List.of("county_code", "township", "year"),
                            Rows.Unmatched.LEAVES);
        }
        return tables.rows(outcome.table()).where(which(outcome));
    }

    private static Which which(ImpactBlock.Outcome outcome) {
        Integer grade = outcome.grade();
        String subject = outcome.subject();
        return switch (outcome.table()) {
            case "school_scores" -> is(is(Which.ALL, "grade", grade), "subject", subject);
            case "school_indicators" -> is(is(Which.ALL, "stage", stage(grade)), "indicator", subject);
            case "staff" -> is(Which.ALL, "stage", stage(grade));
            case "survey_counts" -> survey(subject == null ? RespondentGroup.PARENT.name() : subject);
            default -> Which.ALL;
        };
    }

    private static Which is(Which rows, String column, @Nullable Object cell) {
        return cell == null ? rows : rows.is(column, cell);
    }

    private static @Nullable String stage(@Nullable Integer grade) {
        return grade == null ? null : Stage.ofGrade(grade).name();
    }

    private static Which survey(String subject) {
        int at = subject.indexOf(':');
        return Which.ALL
                .is("respondent_group", at < 0 ? subject : subject.substring(0, at))
                .is("item", at < 0 ? "overall" : subject.substring(at + 1));
    }
}
