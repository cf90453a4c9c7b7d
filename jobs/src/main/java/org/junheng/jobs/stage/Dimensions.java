package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.Catalogue;
import org.junheng.integration.RetentionView;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Retention;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.radiation.StaffView;
import org.junheng.stock.SupportView;
import org.junheng.subject.About;
import org.junheng.subject.Register;
import org.junheng.subject.View;

/**
 * What a register of schools, clusters and teachers says of areas and clusters (总量、辐射、融入): some facts per school are collected once, and
 * every metric of the catalogue that reads such a view is computed beside the panel, without a shuffle.
 */
public final class Dimensions {
    private final Set<String> missing;
    private final List<Measures> measures = new ArrayList<>();

    private Dimensions(Set<String> missing) {
        this.missing = missing;
    }

    /**
     * @param tables the checked tables by name; one that was not delivered is empty
     * @param missing ids of the metrics that lack a column: {@link Unassessed} says so of them
     */
    public static List<Measures> of(Map<String, Dataset<Row>> tables, List<Integer> years, Set<String> missing) {
        Dimensions dimensions = new Dimensions(missing);
        Register register = Registers.of(tables, years);
        for (int year : register.years()) {
            dimensions.tell(SupportView.class, SupportView.of(register, year));
            dimensions.tell(StaffView.class, StaffView.of(register, year));
        }
        dimensions.tell(RetentionView.class, RetentionView.of(townships(tables, years), Registers.areas(tables)));
        return dimensions.measures;
    }

    private <V extends View> void tell(Class<V> type, List<V> views) {
        for (Metric<V> metric : Catalogue.metrics(type)) {
            Definition definition = metric.definition();
            if (!missing.contains(definition.id())) {
                views.stream()
                        .filter(metric::appliesTo)
                        .forEach(view -> measures.add(key(definition, view.about(), metric.facetSuffix())
                                .with(metric.of(view))));
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

    private static List<RetentionView.Township> townships(Map<String, Dataset<Row>> tables, List<Integer> years) {
        return Registers.records(tables, Retention.class).stream()
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
