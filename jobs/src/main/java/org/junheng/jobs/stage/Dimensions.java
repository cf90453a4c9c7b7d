package org.junheng.jobs.stage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junheng.Catalogue;
import org.junheng.integration.AttributedFacts;
import org.junheng.integration.AttributedView;
import org.junheng.integration.ExitView;
import org.junheng.integration.ExposureView;
import org.junheng.integration.LeadChangeView;
import org.junheng.integration.LeadChanges;
import org.junheng.integration.OverlapView;
import org.junheng.integration.ProgressFacts;
import org.junheng.integration.ProgressView;
import org.junheng.integration.RetentionSeries;
import org.junheng.integration.RetentionView;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.table.Activities;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Retention;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.StockFlows;
import org.junheng.jobs.table.StockSensitivity;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.radiation.Activity;
import org.junheng.radiation.ActivityView;
import org.junheng.radiation.StaffView;
import org.junheng.stats.Decimals;
import org.junheng.stock.Lineage;
import org.junheng.stock.QualityDefinition;
import org.junheng.stock.SchoolLink;
import org.junheng.stock.StockEntry;
import org.junheng.stock.SupportView;
import org.junheng.subject.About;
import org.junheng.subject.Register;
import org.junheng.subject.Stage;
import org.junheng.subject.View;

/**
 * What a register of schools, clusters and teachers says of areas and clusters (总量、辐射、融入): some facts per school are collected once, and
 * every metric of the catalogue that reads such a view is computed beside the panel, without a shuffle.
 */
public final class Dimensions {
    private final Register register;
    private final List<SchoolLink> links;
    private final Lineage lineage;
    private final ProgressFacts progress = new ProgressFacts();
    private final Set<String> missing;
    private final List<Measures> measures = new ArrayList<>();

    /** Numbers about areas and clusters, the accounts of quality schools, and how much these depend on the definition. */
    public record Told(List<Measures> measures, List<StockFlows> flows, List<StockSensitivity> sensitivity) {}

    private Dimensions(Register register, List<SchoolLink> links, Set<String> missing) {
        this.register = register;
        this.links = links;
        this.lineage = Lineage.of(register, links);
        this.missing = missing;
    }

    /**
     * Collects what the delivered tables say.
     *
     * @param tables the checked tables by name; one that was not delivered is empty
     * @param missing ids of the metrics that lack a column: {@link Unassessed} says so of them
     */
    public static Dimensions of(Tables tables, List<Integer> years, Set<String> missing) {
        Register register = Registers.of(tables, years);
        List<SchoolLink> links = Registers.links(tables);
        Dimensions dimensions = new Dimensions(register, links, missing);
        List<Activity> activities = activities(tables);
        for (int year : register.years()) {
            dimensions.tell(SupportView.class, SupportView.of(register, year));
            dimensions.tell(StaffView.class, StaffView.of(register, year));
            dimensions.tell(ActivityView.class, ActivityView.of(register, activities, year));
            dimensions.tell(ExposureView.class, ExposureView.of(register, year));
            dimensions.tell(OverlapView.class, OverlapView.of(register, year));
            dimensions.tell(ExitView.class, ExitView.of(register, year));
        }
        List<RetentionView> retention = RetentionView.of(townships(tables, years), Registers.areas(tables));
        dimensions.tell(RetentionView.class, retention);
        dimensions.tell(RetentionSeries.class, RetentionSeries.of(retention));
        if (register.hasMemberships() || TestedShares.isAsked(missing)) {
            List<SchoolScores> scores = tables.records(SchoolScores.class);
            dimensions.exams(scores);
            dimensions.measures.addAll(TestedShares.of(scores, tables, register, missing));
        }
        return dimensions;
    }

    /** Under which codes schools stand in other years. */
    public Lineage lineage() {
        return lineage;
    }

    /** What the delivered tables say by themselves. */
    public List<Measures> measures() {
        return measures;
    }

    /**
     * What is told in addition once schools have been measured.
     *
     * @param baseline the year from which members improve
     * @param cohorts the blocks behind the value-added of schools
     */
    public Told told(
            SchoolOutcomes schools,
            int baseline,
            QualityDefinition definition,
            Disclosure limits,
            List<ValueAddedBlock> cohorts) {
        List<Measures> more = new ArrayList<>();
        schools.addTo(progress);
        tell(ProgressView.class, progress.views(register, baseline, lineage), more);
        valueAdded(schools.valueAdded(), baseline, more);
        new LeadCohorts(cohorts, new LeadChanges(register, lineage))
                .of(schools.valueAdded())
                .forEach(lead -> {
                    List<Measures> rows = new ArrayList<>();
                    tell(LeadChangeView.class, lead.views(), rows);
                    rows.forEach(m -> more.add(MeasureRow.ofModel(m, lead.model())));
                });
        StockFlowRows accounts = new StockFlowRows(register, links, schools::evidence, limits);
        tell(StockEntry.class, accounts.changes(definition, baseline), more);
        return new Told(more, accounts.by(definition), accounts.sensitivity(definition));
    }

    private <V extends View> void tell(Class<V> type, List<V> views) {
        tell(type, views, measures);
    }

    private <V extends View> void tell(Class<V> type, List<V> views, List<Measures> told) {
        for (Metric<V> metric : Catalogue.metrics(type)) {
            Definition definition = metric.definition();
            if (!missing.contains(definition.id())) {
                views.stream()
                        .filter(metric::appliesTo)
                        .forEach(view -> told.add(key(definition, view.about(), metric.facetSuffix())
                                .with(metric.of(view))));
            }
        }
    }

    /** By model and subject, so that two models of one subject stay apart. */
    private void valueAdded(List<Measures> effects, int baseline, List<Measures> told) {
        Map<String, List<Measures>> models = new TreeMap<>();
        effects.forEach(m -> models.computeIfAbsent(
                        m.modelId() + "|" + m.year() + "|" + m.grade() + "|" + m.facet(), k -> new ArrayList<>())
                .add(m));
        AttributedFacts facts = new AttributedFacts(register, baseline, lineage);
        models.values().forEach(of -> {
            Measures any = of.get(0);
            Stage stage = any.stage();
            if (stage != null) {
                Map<String, AttributedFacts.Effect> bySchool = new HashMap<>();
                of.forEach(m -> bySchool.put(m.subjectId(), new AttributedFacts.Effect(m.value(), m.nPupils())));
                List<Measures> own = new ArrayList<>();
                tell(AttributedView.class, facts.views(any.year(), stage, any.facet(), bySchool), own);
                own.forEach(m -> told.add(MeasureRow.ofModel(m, any)));
            }
        });
    }

    private void exams(List<SchoolScores> scores) {
        Set<Integer> years = new HashSet<>(register.years());
        for (SchoolScores s : scores) {
            if (years.contains(s.year()) && s.testedCount() != null && s.bottom30Share() != null) {
                BigDecimal tested = BigDecimal.valueOf(s.testedCount());
                BigDecimal below = tested.multiply(Decimals.of(s.bottom30Share()));
                String exam = s.grade() + "|" + s.subject();
                progress.add(ProgressFacts.Kind.BOTTOM_SHARE, s.schoolCode(), s.year(), exam, below, tested);
            }
        }
    }

    private static MeasureRow key(Definition definition, About about, String suffix) {
        return new MeasureRow(
                definition,
                about.subject().type(),
                about.subject().id(),
                about.year(),
                about.baseYear(),
                about.stage(),
                null,
                about.facet() + suffix,
                "");
    }

    private static List<Activity> activities(Tables tables) {
        List<Activity> activities = new ArrayList<>();
        for (Activities a : tables.records(Activities.class)) {
            if (a.clusterId() != null && a.year() != null && a.kind() != null) {
                activities.add(new Activity(
                        a.activityId(),
                        a.clusterId(),
                        a.year(),
                        a.semester(),
                        a.kind(),
                        a.fromSchoolCode(),
                        a.toSchoolCode(),
                        a.subject(),
                        a.quantity(),
                        a.days()));
            }
        }
        return activities;
    }

    private static List<RetentionView.Township> townships(Tables tables, List<Integer> years) {
        return tables.records(Retention.class).stream()
                .filter(r -> years.contains(r.year()))
                .map(r -> new RetentionView.Township(
                        r.countyCode(),
                        r.township(),
                        r.year(),
                        r.stage(),
                        Registers.number(r.registeredChildren()),
                        Registers.number(r.enrolledLocally())))
                .toList();
    }
}
