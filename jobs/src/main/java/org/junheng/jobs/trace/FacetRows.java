package org.junheng.jobs.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junheng.Catalogue;
import org.junheng.balance.Resource;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Metric;
import org.junheng.subject.Facet;

/**
 * Where a facet stands in a delivery: the tables, and the rows and columns of them.
 *
 * @param facet without what a comparison of two groups adds to it
 */
public record FacetRows(String facet) {
    private static final String SCORES = "school_scores";
    private static final String INDICATORS = "school_indicators";

    /** The facet of a row of {@code measures}. */
    public static FacetRows of(Measures cell) {
        String facet = cell.facet();
        return Catalogue.entries().stream()
                .filter(e -> e.definition().id().equals(cell.metricId()))
                .map(e -> e instanceof Metric<?> metric ? metric.facetSuffix() : "")
                .filter(suffix -> !suffix.isEmpty() && facet.endsWith(suffix))
                .findFirst()
                .map(suffix -> new FacetRows(facet.substring(0, facet.length() - suffix.length())))
                .orElse(new FacetRows(facet));
    }

    /** Tables that hold it, the pupils by which it is weighted among them. */
    SortedSet<String> tables() {
        List<String> tables = new ArrayList<>(List.of("staff"));
        if (isScore()) {
            tables.add(SCORES);
        } else if (facet.startsWith(Facet.INDICATOR)) {
            tables.add(INDICATORS);
        } else if (facet.startsWith(Facet.SURVEY)) {
            tables.addAll(List.of("survey_counts", "survey_responses"));
        } else {
            tables.add("facilities");
        }
        return new TreeSet<>(tables);
    }

    /** Columns of a table that say it; none where the whole table does. */
    List<String> columns(String table) {
        if (table.equals(SCORES)) {
            return facet.startsWith(Facet.PASS)
                    ? List.of("tested_count", "pass_share")
                    : List.of("tested_count", "mean_score", "sd_score");
        }
        List<Resource> resources = Arrays.stream(Resource.values())
                .filter(r -> facet.isEmpty() || r.name().equals(facet))
                .toList();
        return resources.stream()
                .flatMap(r -> r.inputs().stream())
                .filter(input -> input.startsWith(table + "."))
                .map(input -> input.substring(table.length() + 1))
                .distinct()
                .toList();
    }

    /** The rows of a table that speak of it. */
    Criterion rows(String table) {
        return switch (table) {
            case SCORES -> isScore() ? is("subject", rest()) : Criterion.always(true);
            case INDICATORS -> facet.startsWith(Facet.INDICATOR) ? is("indicator", rest()) : Criterion.always(true);
            case "survey_counts", "survey_responses" ->
                facet.startsWith(Facet.SURVEY)
                        ? is("respondent_group", rest().split(":", 2)[0])
                        : Criterion.always(true);
            default -> Criterion.always(true);
        };
    }

    /** Whether all schools of the delivery decide together by which count this facet is weighted (contract 5.1). */
    public boolean isWeightedByAll() {
        return isScore() || facet.startsWith(Facet.INDICATOR);
    }

    private boolean isScore() {
        return facet.startsWith(Facet.SCORE) || facet.startsWith(Facet.PASS);
    }

    private String rest() {
        return facet.substring(facet.indexOf(':') + 1);
    }

    private static Criterion is(String column, String cell) {
        return Criterion.in(column, List.of(cell));
    }
}
