package org.junheng.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.balance.Resource;
import org.junheng.gap.ChangeRules;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.Delivery;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.stage.CarriedRoster;
import org.junheng.jobs.stage.Dimensions;
import org.junheng.jobs.stage.Guard;
import org.junheng.jobs.stage.Judge;
import org.junheng.jobs.stage.Measure;
import org.junheng.jobs.stage.Modelled;
import org.junheng.jobs.stage.Models;
import org.junheng.jobs.stage.Panel;
import org.junheng.jobs.stage.ProvinceGoals;
import org.junheng.jobs.stage.RakedRates;
import org.junheng.jobs.stage.Registers;
import org.junheng.jobs.stage.Reviewed;
import org.junheng.jobs.stage.Reviewing;
import org.junheng.jobs.stage.SchoolOutcomes;
import org.junheng.jobs.stage.SchoolYears;
import org.junheng.jobs.stage.Standards;
import org.junheng.jobs.stage.Tables;
import org.junheng.jobs.stage.TestedBounds;
import org.junheng.jobs.stage.Unassessed;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.StockFlows;
import org.junheng.jobs.table.StockSensitivity;
import org.junheng.rules.RuleBook;
import org.junheng.subject.RosterDays;
import org.junheng.subject.SubjectType;

/**
 * Everything that checked rows say, before small cells are protected: the middle of a run, and what a trace computes again from the rows of one
 * number alone.
 *
 * @param schoolYears schools of every year with their areas and clusters
 * @param panel what is said of schools, in the shape in which they are compared
 * @param counted figures that hold the metrics that add up
 * @param answered every figure; what the delivery cannot answer is told in {@link #figures} only
 * @param judged judgements and the figures that follow from them
 * @param flows the accounts of quality schools
 * @param sensitivity the same by every published definition of one
 */
public record Measured(
        Checked checked,
        SchoolYears schoolYears,
        Panel panel,
        Rows counted,
        Rows answered,
        Rows figures,
        Rows judged,
        Modelled modelled,
        List<StockFlows> flows,
        List<StockSensitivity> sensitivity) {
    /**
     * Rows after their checks.
     *
     * @param tables every table of the contract by name; one that was not delivered is empty
     * @param filled columns of the whole delivery that hold a value, {@code table.column}
     * @param largest the largest kind of area that the delivery names
     */
    public record Checked(Tables tables, Set<String> filled, SubjectType largest) {
        public static Checked of(Delivery delivery) {
            Tables tables =
                    new Tables(delivery.rows(), name -> delivery.table(name).dataset());
            return new Checked(tables, delivery.filled(), delivery.largestArea());
        }

        /** A table as a data set of the engine. */
        public Dataset<Row> table(String name) {
            return tables.dataset(name);
        }

        /** The same with the roster of other days. */
        Checked on(RosterDays days) {
            return new Checked(tables.on(days), filled, largest);
        }

        /** The same with the roster along renamed codes. */
        public Checked carried() {
            return new Checked(CarriedRoster.of(tables), filled, largest);
        }
    }

    /** By the rules given, on a thread of its own beside this one. */
    public static Measured of(Checked checked, Evaluation evaluation, RuleBook rules) {
        try (Aside aside = new Aside()) {
            return of(checked, evaluation, rules, aside);
        }
    }

    static Measured of(Checked delivered, Evaluation evaluation, RuleBook rules, Aside aside) {
        Checked checked = delivered.on(evaluation.rosterDays()).carried();
        Tables tables = checked.tables();
        Set<String> filled = Unassessed.given(checked.filled(), evaluation);
        List<Resource> resources = resources(rules);
        List<Unassessed.Missing> missing = Unassessed.missing(filled, resources);
        Supplier<Dimensions> dimensions =
                aside.begin(() -> Dimensions.of(tables, evaluation.years(), Unassessed.metrics(missing)));
        Supplier<Standards.Result> standards = aside.begin(() -> Standards.of(
                tables,
                evaluation.years(),
                Unassessed.metrics(missing),
                rules,
                dimensions.get().measures()));
        Supplier<Modelled> fitted = aside.begin(() -> Models.of(tables, evaluation));
        SchoolYears schoolYears = SchoolYears.of(tables, evaluation.years());
        Rows schools = schoolYears.rows().beside(tables.rows("schools"));
        Panel lazy = Panel.of(schools, tables, Unassessed.told(filled, resources));
        Panel panel = new Panel(lazy.schools().kept(), lazy.rest());
        ChangeRules changes = evaluation
                .changes()
                .after(Registers.successors(tables), dimensions.get().lineage());
        Rows measured = Measure.of(panel.all(), evaluation.baseline(), changes).kept();
        Standards.Result asked = standards.get();
        Modelled models = fitted.get();
        Modelled modelled = models.and(asked.said())
                .and(new Modelled(
                        TestedBounds.of(dimensions.get().measures(), models, asked.places()), List.of(), List.of()));
        Rows counted = measured.and(rows(tables, dimensions.get().measures()));
        Rows said = counted.and(rows(tables, modelled.measures()));
        Rows places = Judge.of(panel.resources(), said, rules, asked.places()).kept();
        SchoolOutcomes outcomes = SchoolOutcomes.of(
                measured, Judge.figures(places), modelled.measures(), RakedRates.facets(evaluation.surveyWeights()));
        Rows judged = places.and(ProvinceGoals.of(outcomes, tables, rules));
        Dimensions.Told told = dimensions
                .get()
                .told(
                        outcomes,
                        evaluation.baseline(),
                        evaluation.qualityDefinition(),
                        evaluation.disclosure(),
                        evaluation.valueAdded());
        List<Measures> more = new ArrayList<>(told.measures());
        more.addAll(RakedRates.of(outcomes, tables, evaluation.surveyWeights()));
        Rows answered = said.and(Judge.figures(judged)).and(rows(tables, more));
        Rows figures = answered.and(Unassessed.of(measured, missing, checked.largest()));
        return new Measured(
                checked,
                schoolYears,
                panel,
                counted,
                answered,
                figures,
                judged,
                modelled,
                told.flows(),
                told.sensitivity());
    }

    /** What stands between these figures and their readers. */
    public Guard guard(Evaluation evaluation) {
        return Guard.of(counted, schoolYears, checked.tables(), evaluation);
    }

    /** The composites: they score what is published. */
    public Reviewed reviewed(Guard guard, Evaluation evaluation) {
        return Reviewing.of(answered, guard, schoolYears, evaluation);
    }

    /** All figures, the composites among them. */
    public Rows with(Reviewed reviewed) {
        return figures.and(rows(checked.tables(), reviewed.measures()));
    }

    private static Rows rows(Tables tables, List<Measures> measures) {
        return Rows.of(Schema.of(Measures.class), measures, tables.rows("schools"));
    }

    /** The resources that are compared: those of 2017, and those of 2012 where a rule asks for them. */
    private static List<Resource> resources(RuleBook rules) {
        boolean of2012 = rules.rules().stream().anyMatch(rule -> rule.facet().startsWith("B"));
        return List.of(Resource.values()).stream()
                .filter(r -> r.isOf2017() || of2012)
                .toList();
    }
}
