package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junheng.Catalogue;
import org.junheng.assurance.CountyReport;
import org.junheng.assurance.CountyStatement;
import org.junheng.assurance.DocumentVerdict.Document;
import org.junheng.assurance.SchoolReport;
import org.junheng.assurance.TownTeachers;
import org.junheng.compliance.ClusterYear;
import org.junheng.gap.DifferenceRate;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.rules.RuleBook;
import org.junheng.subject.About;
import org.junheng.subject.View;

/**
 * What rules ask for beyond the panel: what schools report of rooms, classes and budgets, what counties state, and what was found on documents. Some
 * rows per school and year are collected once; nothing is shuffled.
 */
public final class Standards {
    private final Set<String> missing;
    private final List<Measures> measures = new ArrayList<>();

    private Standards(Set<String> missing) {
        this.missing = missing;
    }

    /**
     * What the stage says.
     *
     * @param places in which county schools and clusters are judged
     */
    public record Result(Modelled said, Places places) {}

    /**
     * @param tables the checked tables by name; one that was not delivered is empty
     * @param dimensions what was measured of areas before
     * @param missing ids of the metrics that lack a column: {@link Unassessed} says so of them
     */
    public static Result of(
            Tables tables, List<Integer> years, Set<String> missing, RuleBook rules, List<Measures> dimensions) {
        if (rules.rules().isEmpty()) {
            return new Result(Modelled.NOTHING, Places.UNKNOWN);
        }
        Standards standards = new Standards(missing);
        Places places = Places.of(tables, years);
        Reports reports = Reports.of(
                tables, years, standards.isAsked(SchoolReport.class) || standards.isAsked(CountyReport.class));
        standards.schools(reports);
        standards.townships(new TownshipRows(places), reports, tables, years, rules);
        List<CountyStatement> statements = Statements.of(tables, years);
        Catalogue.metrics(CountyStatement.class).forEach(m -> standards.tell(m, statements, Standards::isStated));
        Documents documents = Documents.of(tables, years, rules);
        Catalogue.metrics(Document.class).forEach(m -> standards.tell(m, documents.views(), told -> true));
        if (standards.isAsked(ClusterYear.class)) {
            List<ClusterYear> clusters = ClusterYears.of(tables, years);
            Catalogue.metrics(ClusterYear.class).forEach(m -> standards.tell(m, clusters, told -> true));
        }
        standards.measures.addAll(Rises.of(dimensions));
        return new Result(new Modelled(standards.measures, List.of(), documents.reasons()), places);
    }

    private boolean isAsked(Class<? extends View> view) {
        return Catalogue.metrics(view).stream()
                .anyMatch(m -> !missing.contains(m.definition().id()));
    }

    private <V extends View> void tell(Metric<V> metric, List<V> views, Predicate<Told<V>> worthTelling) {
        Definition definition = metric.definition();
        if (!missing.contains(definition.id())) {
            views.stream()
                    .filter(metric::appliesTo)
                    .map(view -> new Told<>(definition, view, metric.of(view)))
                    .filter(worthTelling)
                    .forEach(told -> add(told, metric.facetSuffix()));
        }
    }

    private record Told<V extends View>(Definition definition, V view, Outcome outcome) {}

    private void add(Told<?> told, String suffix) {
        About about = told.view().about();
        measures.add(new MeasureRow(
                        told.definition(),
                        about.subject().type(),
                        about.subject().id(),
                        about.year(),
                        about.baseYear(),
                        about.stage(),
                        null,
                        about.facet() + suffix,
                        "")
                .with(told.outcome()));
    }

    /** Where a county states nothing of a figure at all the rule on it says so. */
    private static boolean isStated(Told<CountyStatement> told) {
        return told.outcome() instanceof Value
                || told.definition().inputs().stream()
                        .map(input -> input.substring(input.indexOf('.') + 1))
                        .anyMatch(item -> told.view().items().containsKey(item));
    }

    /** Where no school of a county reports a figure the rule on it says so; where one does every school has its row. */
    private void schools(Reports reports) {
        for (Reports.County county : reports.counties()) {
            for (Metric<SchoolReport> metric : Catalogue.metrics(SchoolReport.class)) {
                if (county.schools().stream().anyMatch(s -> metric.appliesTo(s) && metric.of(s) instanceof Value)) {
                    tell(metric, county.schools(), told -> true);
                }
            }
            Catalogue.metrics(CountyReport.class)
                    .forEach(metric -> tell(metric, county.reports(), Standards::isReported));
        }
    }

    private void townships(
            TownshipRows townships, Reports reports, Tables tables, List<Integer> years, RuleBook rules) {
        String teachers =
                new TownTeachers(TownTeachers.Who.BACKBONE).definition().id();
        if (Townships.areAskedFor(rules, teachers)) {
            List<CountyReport> views = townships.teachers(reports);
            TownTeachers.each().forEach(metric -> tell(metric, views, Standards::isReported));
        }
        String rate = new DifferenceRate().definition().id();
        if (Townships.areAskedFor(rules, rate) && !missing.contains(rate)) {
            measures.addAll(townships.scores(tables, years));
        }
    }

    private static boolean isReported(Told<CountyReport> told) {
        return told.outcome() instanceof Value
                || !Long.valueOf(0).equals(told.outcome().counts().schools());
    }
}
